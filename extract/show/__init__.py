"""Reports and objectives as a person reads them: each value with its quote and its page."""

from extract.show.objective import objective_rows
from extract.show.page import Printed, Row, Style, lay_out
from extract.show.place import Where, places_of
from extract.show.report import find_objectives, report_rows

__all__ = [
    "Printed", "Row", "Style", "Where", "find_objectives", "lay_out", "objective_rows", "places_of", "report_rows",
]
