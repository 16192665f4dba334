"""The database: one DuckDB file that holds every value with its evidence.

`Store` writes, `ask` answers questions. Importing this package imports neither DuckDB nor pydantic.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.store.database import Store
    from extract.store.failed import Failure
    from extract.store.sandbox import Answer, Limits, ask
    from extract.store.saved import Saved

__all__ = ["Answer", "Failure", "Limits", "Saved", "Store", "ask"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = {"Saved": "saved", "Store": "database", "Failure": "failed"}.get(name, "sandbox")
    return getattr(import_module(f"{__name__}.{module}"), name)
