"""Sums, percentages and quantities: tokens of a number | the number | the amount with its unit or currency."""
