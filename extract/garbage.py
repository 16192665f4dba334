"""Garbage collection put off while a document is read or saved."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def postponed() -> Iterator[None]:
    """Within the block Python does not look for cycles; after it, it does as before.

    A document is hundreds of thousands of values without a cycle among them. Looking through them again and again
    while their number grows takes a fifth of the time; what has no cycle is freed without that.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
