"""Where a value of an objective comes from, what else was in question, and why there is none."""

from extract.explain.absence import COVERAGE
from extract.explain.fields import Asked, asked
from extract.explain.telling import explanation, left_over

__all__ = ["COVERAGE", "Asked", "asked", "explanation", "left_over"]
