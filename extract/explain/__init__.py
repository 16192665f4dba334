"""Where a value of an objective comes from, what else was in question, and why there is none."""

from extract.explain.fields import Asked, asked
from extract.explain.telling import explanation

__all__ = ["Asked", "asked", "explanation"]
