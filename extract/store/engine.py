"""DuckDB's engine, without the Python around it: that takes three times as long to load as the engine.

What is left out are relations, expressions and sources in Arrow; connections, statements, values and errors are the
same objects. `duckdb` may be imported beside it.
"""

from __future__ import annotations

try:
    import _duckdb as duckdb
except ImportError:  # a version that keeps its engine elsewhere
    import duckdb  # type: ignore[no-redef]

__all__ = ["duckdb"]
