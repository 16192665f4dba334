"""The process that answers one question (`worker.py`). It may begin before the question is known, and waits for it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress

_HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120 - in a hurry
_begun: list[subprocess.Popen[str]] = []


def begin() -> None:
    """Start the process for the question to come; where it cannot be had, asking will say so."""
    with suppress(OSError):
        _begun.append(_started())


def child() -> subprocess.Popen[str]:
    """The process that was begun, or a new one."""
    return _begun.pop() if _begun else _started()


def drop() -> None:
    """End a process that was begun and not needed."""
    while _begun:
        with _begun.pop() as unused:
            unused.kill()


def _started() -> subprocess.Popen[str]:
    # -P keeps the working folder out of what the child imports; the package is found where this one was.
    paths = os.pathsep.join(filter(None, (_HOME, os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "extract.store.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": paths},
    )
