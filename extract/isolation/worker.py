"""The child: takes items from its connection, one after the other, and sends what the work makes of them."""

from __future__ import annotations

import os
import pickle
import signal
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extract.isolation import recorder
from extract.isolation.clock import clock
from extract.isolation.limits import Limits

_STATM = Path("/proc/self/statm")
SECONDS = struct.Struct("d")


class Answer(IntEnum):
    """What a message of a child says; the value of the work follows `DONE`, seconds follow `MORE_TIME`."""

    DONE = 0
    NO_MEMORY = 1
    MORE_TIME = 2


def serve(connection: Connection, limits: Limits) -> None:
    """Work off items until the parent closes the connection or the child is to be replaced.

    The first message is the function to run; every later one an item. Each is answered by a
    message that says whether this child leaves; one before it may ask for more time. What the work raises ends the
    child, except want of memory.
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
        with clock(limits.seconds, partial(_ask, connection)):
            answer = _answer(work, item, room)
        leaves = answer[0] == Answer.NO_MEMORY or served >= limits.items or limits.has_grown(room.taken())
        connection.send_bytes(bytes([leaves]) + answer)
        if leaves:
            return


def _received(connection: Connection) -> Any:
    return pickle.loads(connection.recv_bytes())


def _ask(connection: Connection, seconds: float) -> None:
    connection.send_bytes(bytes([False, Answer.MORE_TIME]) + SECONDS.pack(seconds))


def _answer(work: Callable[[Any], object], item: object, room: _Room) -> bytes:
    """The answer as bytes, made within the limits."""
    try:
        with room.limited():
            return bytes([Answer.DONE]) + pickle.dumps(work(item), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return bytes([Answer.NO_MEMORY])


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
