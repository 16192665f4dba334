"""Reports and objectives as a person reads them: each value with its quote and its page."""

from extract.show.objective import objective_rows
from extract.show.page import Printed, Row, Style, lay_out
from extract.show.report import find_objective, report_rows

__all__ = ["Printed", "Row", "Style", "find_objective", "lay_out", "objective_rows", "report_rows"]
