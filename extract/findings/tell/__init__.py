"""Dossiers as table, JSON, CSV, HTML or SARIF. One module per format, each with `write(dossiers, stream)`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, TextIO, cast

from extract.findings import FORMATS
from extract.findings.dossier import Dossier


class Teller(Protocol):
    """Writes dossiers to a text stream, each as it comes."""

    def __call__(self, dossiers: Iterable[Dossier], stream: TextIO) -> None: ...


def teller(name: str) -> Teller:
    """The writer of one of FORMATS. Raises KeyError for another name."""
    if name not in FORMATS:
        raise KeyError(name)
    return cast(Teller, import_module(f"{__name__}.{name}").write)
