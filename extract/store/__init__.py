"""The database: one DuckDB file that holds every value with its evidence.

`Store` writes, `ask` answers questions. Importing this package imports neither DuckDB nor pydantic.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.store.database import Saved, Store
    from extract.store.sandbox import Answer, Limits, ask

__all__ = ["Answer", "Limits", "Saved", "Store", "ask"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = "database" if name in ("Saved", "Store") else "sandbox"
    return getattr(import_module(f"{__name__}.{module}"), name)
