"""Italian values in running text: numbers, number words, dates, comparators, quantities and their roles.

The only home of spaCy, and a lazy one: a text without a digit or a number word never loads it.
"""

from extract.language.dates import parse_date
from extract.language.measure import measure
from extract.language.numbers import parse_number, spelled
from extract.language.statements import analyse
from extract.language.values import Analysis, Hints, Ignored, Moment, SeriesValue, Statement, Value

__all__ = [
    "Analysis", "Hints", "Ignored", "Moment", "SeriesValue", "Statement", "Value", "analyse", "measure", "parse_date",
    "parse_number", "spelled",
]
