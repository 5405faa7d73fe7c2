"""A table as bytes: CSV that Excel opens as it is, and a workbook."""

import csv
import re
from decimal import Decimal
from io import BytesIO, StringIO

from xlsxwriter import Workbook

from extract.model import Language
from handlers.files.columns import Cell
from handlers.files.table import Table
from handlers.locales import say

FORMULA = tuple("=+-@\t\r|")  # a spreadsheet takes a text that begins so for a formula
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no character of XML
LONGEST_CELL = 32_767  # characters, of Excel
WIDTHS = {"evidence": 70, "quote": 60, "name": 40, "article": 40, "link": 40, "people": 50, "places": 30, "parties": 26}
WIDTH = 16


def csv_bytes(table: Table, language: Language) -> bytes:
    """Return a table as CSV for the Excel of that language: Russian and Kazakh take ";" and a decimal comma.

    A byte order mark tells Excel that it is UTF-8. Texts that a spreadsheet would run as a formula get an apostrophe.
    """
    text = StringIO()
    writer = csv.writer(text, delimiter="," if language == "en" else ";", lineterminator="\r\n")
    writer.writerow(table.headings)
    for row in table.rows:
        writer.writerow([_csv_cell(cell, language) for cell in row])
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _csv_cell(cell: Cell, language: Language) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return say(language, "export.yes" if cell else "export.no")
        case Decimal() | int():
            plain = f"{cell:f}" if cell != int(cell) else str(int(cell))
            return plain if language == "en" else plain.replace(".", ",")
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def xlsx_bytes(table: Table, language: Language, title: str) -> bytes:
    """Return a table as a workbook: headings that stay in sight and filter, texts as texts, numbers as numbers."""
    output = BytesIO()
    book = Workbook(output, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title})
    sheet = book.add_worksheet(say(language, "export.sheet"))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    grouped = book.add_format({"num_format": "#,##0.###", "valign": "top"})
    whole = book.add_format({"num_format": "#,##0", "valign": "top"})
    year = book.add_format({"num_format": "0", "valign": "top"})
    for column, (key, heading) in enumerate(zip(table.keys, table.headings, strict=True)):
        sheet.set_column(column, column, WIDTHS.get(key, WIDTH))
        sheet.write_string(0, column, heading, head)
        for number, row in enumerate(table.rows, 1):
            match row[column]:
                case None:
                    pass
                case bool() as signed:
                    sheet.write_string(number, column, say(language, "export.yes" if signed else "export.no"), plain)
                case Decimal() | int() as value:
                    exact = whole if value == int(value) else grouped
                    sheet.write_number(number, column, float(value), year if key in ("start", "end") else exact)
                case str() as text:
                    sheet.write_string(number, column, UNSTORABLE.sub(" ", text)[:LONGEST_CELL], plain)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.keys) - 1)
    book.close()
    return output.getvalue()
