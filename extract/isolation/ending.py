"""How a child came to its end, from its exit code and its last words."""

from __future__ import annotations

import re
import signal
from typing import Literal

Kind = Literal["memory", "timeout", "crash", "killed", "fault"]
"""`memory` was refused, `timeout` too much time, `crash` of native code, `killed` from outside, `fault` of ours."""

# What the C library says before it aborts because native code has spoilt the heap. Who finds no memory aborts
# silently, or says so.
_SPOILT = re.compile(r"corrupt|invalid (?:pointer|size|next)|double free|stack smashing|[Aa]ssertion")


def kind_of(code: int, words: str) -> Kind:
    """The kind of an end that the parent did not bring about.

    PDFium and C++ abort where memory is refused; native code that goes wrong in other ways gets other signals.
    """
    if code == -getattr(signal, "SIGALRM", 0):
        return "timeout"
    if code == -getattr(signal, "SIGKILL", 0):
        return "killed"
    if code == -signal.SIGABRT and not _SPOILT.search(words):
        return "memory"
    return "fault" if words.startswith("Traceback") else "crash"


def name_of(code: int) -> str:
    """`signal SIGSEGV` or `exit code 3`."""
    if code >= 0:
        return f"exit code {code}"
    try:
        return f"signal {signal.Signals(-code).name}"
    except ValueError:
        return f"signal {-code}"
