"""Answers as files: their facts as a table, and the table as CSV or as a workbook of Excel."""
