"""Who watches a reading from outside: how many pages it may have, which one it is at, which take long.

    with watched(Watch(most_pages=2000, turned=print)):
        read("relazione.pdf")

Without a watch any number of pages is read, and nobody is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from extract.errors import ReadError


def _nobody(*_: object) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Watch:
    """`most_pages` a file may have; `turned` is told the number of each page before it is read, 0 after the last, and
    `recognised` of each page before it is recognised, which takes long.
    """

    most_pages: int | None = None
    turned: Callable[[int], None] = _nobody
    recognised: Callable[[], None] = _nobody


_ALONE = Watch()
_WATCH: ContextVar[Watch] = ContextVar("watch", default=_ALONE)


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Whatever is read within the block is watched."""
    token = _WATCH.set(watch)
    try:
        yield
    finally:
        _WATCH.reset(token)


def turn(page: int) -> None:
    """Say that `page` is read next; 0 says that none is."""
    _WATCH.get().turned(page)


def recognise() -> None:
    """Say that a page is recognised next."""
    _WATCH.get().recognised()


def refuse_many_pages(pages: int, source: str) -> None:
    """Raise ReadError (`too_many_pages`) where there are more pages than the watch allows."""
    most = _WATCH.get().most_pages
    if most is not None and pages > most:
        raise ReadError(
            source, f"it has {pages} pages, and at most {most} are read",
            f"allow more with --max-pages {pages}, or split it", kind="too_many_pages",
        )
