"""spaCy without its command line, which brings a client for the web and takes a third of the time to load it."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def spacy() -> ModuleType:
    """The package `spacy`. Its commands are loaded when somebody imports them."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    stand_ins = {name: ModuleType(name) for name in _COMMANDS}
    stand_ins["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        return importlib.import_module("spacy")
    finally:
        for name in _COMMANDS:
            if sys.modules.get(name) is stand_ins[name]:
                del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, as it is."""
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)
