"""What a child was at, written where its parent can read it after the child died.

A file that has no name is the child's standard error: what native code says in dying lands there
too. Facts are lines behind a NUL, `\\0page=57`, which tells them from such words.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping

_FACT = re.compile(rb"\0(\w+)=([^\n]*)\n")
_ENOUGH = 1 << 16  # bytes from the end
_recording: int | None = None


def record(**facts: object) -> None:
    """Note facts about the item at hand; nothing where no parent watches."""
    if _recording is not None:
        os.write(_recording, b"".join(f"\0{name}={value}\n".encode() for name, value in facts.items()))


def begin(descriptor: int) -> None:
    """Record into an open file from now on."""
    global _recording
    _recording = descriptor


def forget() -> None:
    """Drop what was recorded: another item begins."""
    if _recording is not None:
        os.ftruncate(_recording, 0)


def blank() -> int:
    """A new file to record into, open for appending."""
    import fcntl

    with tempfile.TemporaryFile() as file:
        descriptor = os.dup(file.fileno())
    fcntl.fcntl(descriptor, fcntl.F_SETFL, fcntl.fcntl(descriptor, fcntl.F_GETFL) | os.O_APPEND)
    return descriptor


def recall(descriptor: int) -> tuple[Mapping[str, str], str]:
    """The latest of each fact, and the words between the facts."""
    size = os.fstat(descriptor).st_size
    data = os.pread(descriptor, _ENOUGH, max(0, size - _ENOUGH))
    facts = {name.decode(): value.decode("utf-8", "replace") for name, value in _FACT.findall(data)}
    return facts, _FACT.sub(b"", data).decode("utf-8", "replace").strip()
