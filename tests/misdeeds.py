"""What work may do to the process it runs in; functions that pickle, for the tests of pools."""

from __future__ import annotations

import ctypes
import os
import time
from pathlib import Path

from extract.errors import RuleError
from extract.isolation import extend, record

_prepared: list[int] = []
kept: list[bytes] = []


def prepare() -> str:
    """Remembers that it ran, and where."""
    _prepared.append(os.getpid())
    return "prepared"


def prepare_badly() -> str:
    """Rules that are not valid."""
    raise RuleError("rules/prova", "no such rule", "mend it")


def prepare_and_end() -> str:
    """Ends the process that should prepare."""
    os._exit(5)


def where(_: object) -> tuple[int, list[int]]:
    """The process this runs in, and those that prepared it."""
    return os.getpid(), list(_prepared)


def act(what: str) -> str:  # noqa: C901 - a list
    """Do it; what has a good end is given back."""
    record(page=7, sha256="abc")
    match what:
        case "memory at once":
            bytes(1 << 40)
        case "memory bit by bit":
            while True:
                kept.append(bytes(1 << 20))
        case "loop":
            while True:
                pass
        case "sleep":
            time.sleep(3600)
        case "crash":
            ctypes.string_at(0)
        case "abort":
            os.abort()
        case "spoilt heap":
            os.write(2, b"free(): invalid pointer\n")
            os.abort()
        case "exit":
            os._exit(3)
        case "kill":
            os.kill(os.getpid(), 9)
        case "raise":
            raise ValueError("what is this?")
        case "grow":
            kept.append(bytes(range(256)) * (1 << 17))  # 32 MiB
        case "more time":
            extend(4.0)
            time.sleep(2)
        case "more time, and loop":
            extend(0.25)
            while True:
                pass
        case "slow":
            time.sleep(0.5)
    return what


def fill(size: int) -> bytes:
    """A large result."""
    return bytes(size)


def sleep_beside(note: str) -> None:
    """Note the process, and stay."""
    Path(note, str(os.getpid())).touch()
    time.sleep(3600)
