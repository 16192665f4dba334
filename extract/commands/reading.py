"""The options about scanned pages, the same in every command that reads files."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from extract.read.options import Options

Command = Callable[..., Any]

_OCR = click.option(
    "--ocr", "ocr_when", type=click.Choice(["auto", "never"]), default="auto", show_default=True,
    envvar="OBIETTIVI_OCR", show_envvar=True,
    help="Recognise pages that hold no text (scans), where Tesseract is installed.",
)
_CACHE = click.option(
    "--ocr-cache/--no-ocr-cache", "ocr_cache", default=True, envvar="OBIETTIVI_OCR_CACHE", show_envvar=True,
    help="Keep what was recognised in your cache folder, so that a page is recognised once.  [default: keep]",
)


def ocr_options(function: Command) -> Command:
    """Adds `--ocr` and `--ocr-cache`; the command takes them as one `options`."""

    @wraps(function)
    def command(*args: Any, ocr_when: str, ocr_cache: bool, **rest: Any) -> Any:
        return function(*args, options=Options(ocr=ocr_when == "auto", ocr_cache=ocr_cache), **rest)

    decorated: Command = _OCR(_CACHE(command))
    return decorated


def engine_for(options: Options) -> str | None:
    """The name of the program that recognises pages; None where there is none, or it is not wanted."""
    if not options.ocr:
        return None
    from extract.read.tesseract import Engine, engine

    found = engine()
    return found.name if isinstance(found, Engine) else None
