"""The clock of a child: the system ends it when the time of its item is over, and an item may be worth more time."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from extract.isolation.recorder import record

# The parent ends a child in time. Where the parent is busy or gone, the system does so a little later.
_GRACE = 1.0


@dataclass(slots=True)
class _Clock:
    """The time an item has, how much of it was added, and who is told of that."""

    seconds: float
    tell: Callable[[float], None]
    added: float = 0.0


_clocks: list[_Clock] = []


@contextmanager
def clock(seconds: float, tell: Callable[[float], None]) -> Iterator[None]:
    """Within the block the process has `seconds`, whatever it is at; `tell` is told how many more it gets."""
    _clocks.append(_Clock(seconds, tell))
    _set(seconds + _GRACE)
    try:
        yield
    finally:
        _set(0)
        _clocks.pop()


def extend(share: float) -> None:
    """Give the item at hand more time: this share of what an item has. Nothing where no clock runs."""
    if not _clocks:
        return
    here = _clocks[-1]
    more = share * here.seconds
    here.added += more
    record(seconds=round(here.seconds + here.added, 3))
    here.tell(more)
    if hasattr(signal, "getitimer"):
        _set(signal.getitimer(signal.ITIMER_REAL)[0] + more)


def _set(seconds: float) -> None:
    """The system ends the process after so many seconds; 0 for never."""
    if hasattr(signal, "setitimer"):  # not on Windows: the parent's clock remains
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
