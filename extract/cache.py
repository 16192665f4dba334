"""What is kept from one run to the next in the user's cache folder, each thing by the hash of what it was made of.

A file is written aside and moved into its place, so that processes may share the folder and none reads half a file.
What cannot be read or written is as if it were not there.
"""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path


def folder(kind: str) -> Path:
    """Where things of a kind are kept: `obiettivi/KIND` in the cache folder (`XDG_CACHE_HOME`, or `~/.cache`)."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(given) if Path(given).is_absolute() else Path("~/.cache").expanduser()
    return home / "obiettivi" / kind


def fetch(kind: str, key: str, *, own: bool = False) -> bytes | None:
    """What is kept under `key`, or None; `own`: only what this user wrote."""
    try:
        with _path(kind, key).open("rb") as file:
            if own and hasattr(os, "geteuid") and os.fstat(file.fileno()).st_uid != os.geteuid():
                return None
            return file.read()
    except (OSError, RuntimeError):  # RuntimeError: nobody's home is known
        return None


def keep(kind: str, key: str, data: bytes) -> None:
    """Keep `data` under `key`."""
    try:
        path = _path(kind, key)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=path.parent, suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(aside).replace(path)
        except OSError:
            Path(aside).unlink(missing_ok=True)
    except (OSError, RuntimeError):
        return


@cache
def version_of(package: str) -> str:
    """The version of an installed package, which much that is kept depends on."""
    from importlib.metadata import version

    return version(package)


def _path(kind: str, key: str) -> Path:
    return folder(kind) / key[:2] / key[2:]
