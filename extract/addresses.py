"""Files that stand elsewhere: what fsspec reaches (`s3://`, `https://`, ...), beside plain paths.

A plain path, and `file://`, needs no fsspec. Every other address does: the extra `cluster`. The file systems behind it
raise whatever their own libraries raise, so every error there is caught and told as one of ours.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from extract.errors import ObiettiviError, ReadError

INSTALL = "pip install 'obiettivi[cluster]'"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.:-]*://")
_FILE = "file://"


def is_address(text: str) -> bool:
    """Whether `text` is an address, and no path of this machine."""
    return bool(_ADDRESS.match(text))


def plain(text: str) -> str:
    """The path that a `file://` address means; anything else as it is."""
    return unquote(text.removeprefix(_FILE)) if text.startswith(f"{_FILE}/") else text


def absolute(text: str) -> str:
    """An address as it is, a path from the root."""
    return text if is_address(text) else os.path.abspath(text)  # noqa: PTH100 - Path.absolute keeps the `..` of a path


def prepare(addresses: Sequence[str]) -> None:
    """Load what reading these addresses needs; what is wrong with one is told when it is read."""
    for scheme in sorted({address.partition("://")[0] for address in addresses if is_address(address)}):
        try:
            from fsspec import get_filesystem_class

            get_filesystem_class(scheme)
        except (ImportError, ValueError):
            continue


def fetch(address: str, most: int) -> bytes:
    """The bytes at an address. Raises ReadError, of kind `too_big` where there are more than `most`."""
    try:
        system, path = _system(address)
        with system.open(path, "rb") as file:
            data: bytes = file.read(most + 1)
    except MemoryError:
        raise
    except Exception as error:
        raise _read_error(address, error) from error
    if len(data) > most:
        remedy = "allow more with --memory, or split it"
        raise ReadError(address, f"it has more than the {most >> 20} MiB of memory for reading it", remedy,
                        kind="too_big")
    return data


def find(address: str, suffixes: tuple[str, ...]) -> list[str]:
    """The files that an address means: all below it where it ends with `/`, those that fit it where it is a glob.

    Raises ReadError.
    """
    try:
        system, path = _system(address)
        found = system.find(path) if address.endswith("/") else system.glob(path)
        wanted = [one for one in sorted(found) if one.lower().endswith(suffixes) or not address.endswith("/")]
        return [str(system.unstrip_protocol(one)) for one in wanted]
    except Exception as error:
        raise _read_error(address, error) from error


class Folder:
    """A folder at a plain path or an address, in which files are listed, read and written. Raises ObiettiviError."""

    def __init__(self, address: str) -> None:
        self.address = plain(address).rstrip("/") or "/"
        self._is_local = not is_address(self.address)

    def place(self, name: str) -> str:
        """Where the file `name` stands."""
        return f"{self.address}/{name}"

    def names(self, below: str) -> list[str]:
        """The names of the files in the folder `below`, in order; none where there is no such folder."""
        place = self.place(below)
        try:
            if self._is_local:
                return sorted(file.name for file in Path(place).iterdir()) if Path(place).is_dir() else []
            system, path = _system(place)
            system.invalidate_cache()
            return sorted(one.rstrip("/").rpartition("/")[2] for one in system.find(path, maxdepth=1))
        except FileNotFoundError:
            return []
        except Exception as error:
            raise _folder_error(place, error) from error

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises FileNotFoundError where there is none."""
        try:
            if self._is_local:
                return Path(self.place(name)).read_bytes()
            system, path = _system(self.place(name))
            data: bytes = system.cat_file(path)
            return data
        except FileNotFoundError:
            raise
        except Exception as error:
            raise _folder_error(self.place(name), error) from error

    def write(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all."""
        try:
            if self._is_local:
                _replace(Path(self.place(name)), data)
            else:
                system, path = _system(self.place(name))
                system.pipe_file(path, data)
        except Exception as error:
            raise _folder_error(self.place(name), error) from error


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.{os.getpid()}")
    made.write_bytes(data)
    made.replace(path)


def _system(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    system, path = url_to_fs(address)
    return system, path


def _read_error(address: str, error: Exception) -> ReadError:
    kind, reason, remedy = _why(error)
    return ReadError(address, reason, remedy, kind=kind)


def _folder_error(address: str, error: Exception) -> ObiettiviError:
    _, reason, remedy = _why(error)
    return ObiettiviError(address, reason, remedy)


def _why(error: Exception) -> tuple[str, str, str]:
    """Kind, reason and remedy of what fsspec, or the system, says."""
    match error:
        case FileNotFoundError():
            return "missing", "there is no such file", "check the address"
        case PermissionError():
            return "permission", "permission denied", "ask for the right to read it"
        case ImportError():
            said = " ".join(str(error).split())
            return "unreadable", f"what reads such addresses is not installed ({said})", INSTALL
        case _:
            said = " ".join(str(error).split()) or type(error).__name__
            return "unreadable", f"it cannot be reached ({said})", "check the address, and that this machine sees it"
