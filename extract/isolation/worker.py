"""The child: takes items from its connection, one after the other, and sends what the work makes of them."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extract.isolation import recorder
from extract.isolation.limits import Limits

# The parent ends a child in time. Where the parent is busy or gone, the system does so a little later.
_GRACE = 1.0
_STATM = Path("/proc/self/statm")


class Answer(IntEnum):
    """What a message of a child says; the value of the work follows `DONE`."""

    DONE = 0
    NO_MEMORY = 1


def serve(connection: Connection, limits: Limits) -> None:
    """Work off items until the parent closes the connection or the child is to be replaced.

    The first message is the function to run; every later one an item. Each is answered by a
    message, and by one that says whether this child leaves. What the work raises ends the child, except want of
    memory.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    work = _received(connection)
    room = _Room(limits)
    for served in count(1):
        try:
            item = _received(connection)
        except EOFError:
            return
        recorder.forget()
        answer = _answer(work, item, limits, room)
        leaves = answer[0] == Answer.NO_MEMORY or served >= limits.items or limits.has_grown(room.taken())
        connection.send_bytes(bytes([leaves]) + answer)
        if leaves:
            return


def _received(connection: Connection) -> Any:
    return pickle.loads(connection.recv_bytes())


def _answer(work: Callable[[Any], object], item: object, limits: Limits, room: _Room) -> bytes:
    """The answer as bytes, made within the limits."""
    try:
        with _clock(limits.seconds + _GRACE), room.limited():
            return bytes([Answer.DONE]) + pickle.dumps(work(item), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return bytes([Answer.NO_MEMORY])


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    """The system ends the process after `seconds`, whatever it is at."""
    if not hasattr(signal, "setitimer"):  # Windows: the parent's clock remains
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


class _Room:
    """The address space of this process: how much it had at first, and no more than agreed beyond that."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._first = _address_space()

    def taken(self) -> int:
        """Bytes taken since the beginning; 0 where the system does not tell."""
        return _address_space() - self._first

    @contextmanager
    def limited(self) -> Iterator[None]:
        """Within the block no more can be had; outside, answering and leaving need a little.

        Only where the system tells how much there was at first: on Linux.
        """
        if not self._first:
            yield
            return
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = self._first + self._limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    if not _STATM.is_file():
        return 0
    return int(_STATM.read_text().split(maxsplit=1)[0]) * os.sysconf("SC_PAGE_SIZE")
