"""The parts of spaCy that are used here, without the whole of it.

Importing `spacy` loads what trains and describes models, which nobody here uses and which takes most of a cold start.
Its parts can do without, so they are loaded below a stand-in that becomes the whole package as soon as somebody wants
more of it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_WHOLE, _SCHEMAS = "spacy", "spacy.schemas"


class Parts(NamedTuple):
    """The classes that are used, and the attribute by which words are the same that are written the same."""

    vocab: type[Vocab]
    doc: type[Doc]
    matcher: type[PhraseMatcher]
    orth: int


@cache
def parts() -> Parts:
    """The parts of spaCy."""
    spec = None if _WHOLE in sys.modules else find_spec(_WHOLE)
    if spec is None:
        return _loaded()
    try:
        return _alone(spec)
    except (ImportError, AttributeError):  # a version in which they cannot do without
        for name in [name for name in sys.modules if name.partition(".")[0] == _WHOLE]:
            del sys.modules[name]
        return _loaded()


class _StandIn(ModuleType):
    """The package before it is whole: where its parts are, and `spec`, by which it is loaded."""

    def __init__(self, spec: ModuleSpec) -> None:
        super().__init__(_WHOLE)
        self.__path__ = list(spec.submodule_search_locations or ())
        self.__file__ = spec.origin
        self._of: ModuleSpec | None = None

    def rest(self, spec: ModuleSpec) -> None:
        """From now on become whole where something is asked for that is not there, a place for another part too."""
        del self.__path__
        self._of = spec

    def __getattr__(self, name: str) -> Any:
        spec, self.__dict__["_of"] = self.__dict__.get("_of"), None
        if spec is None:
            raise AttributeError(f"module {_WHOLE!r} has no attribute {name!r}")
        self.__spec__, self.__loader__ = spec, spec.loader
        self.__path__ = list(spec.submodule_search_locations or ())
        spec.loader.exec_module(self)
        return getattr(self, name)


def _alone(spec: ModuleSpec) -> Parts:
    whole = _StandIn(spec)
    sys.modules.update({_WHOLE: whole, _SCHEMAS: _schemas()})
    found = _loaded()
    del sys.modules[_SCHEMAS]
    whole.__dict__.pop("schemas", None)
    whole.rest(spec)
    return found


def _loaded() -> Parts:
    # In this order: a document's module is the first that loads without the others.
    doc = importlib.import_module("spacy.tokens").Doc
    vocab = importlib.import_module("spacy.vocab").Vocab
    matcher = importlib.import_module("spacy.matcher").PhraseMatcher
    return Parts(vocab, doc, matcher, importlib.import_module("spacy.attrs").ORTH)


def _schemas() -> ModuleType:
    """What checks patterns and documents in JSON, loaded when somebody wants that."""

    def real(name: str) -> Any:
        return getattr(importlib.import_module(_SCHEMAS), name)

    def later(name: str) -> Callable[..., Any]:
        return lambda *arguments, **options: real(name)(*arguments, **options)

    found = ModuleType(_SCHEMAS)
    found.__dict__.update({name: later(name) for name in ("TokenPattern", "validate_token_pattern")}, __getattr__=real)
    return found
