"""The program Tesseract: whether it is here, and what it reads in a picture.

The program and not its library: what a damaged picture does to it ends with its own process,
and Debian's package is all that has to be installed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from schemas.document import Box

if TYPE_CHECKING:
    from extract.read.scan import Grey

LANGUAGE = "ita"
INSTALL = {
    "darwin": "brew install tesseract tesseract-lang", "win32": "winget install -e --id UB-Mannheim.TesseractOCR",
}.get(sys.platform, "apt-get install tesseract-ocr tesseract-ocr-ita")
SETTINGS = ("-l", LANGUAGE, "-c", "tessedit_create_hocr=1")
_WHOLE_PAGE = "3"  # Tesseract's mode that looks for columns and paragraphs
_LONGEST = 60.0  # seconds a page may take; the fullest of the corpus takes 3
# What it, its libraries and the system's loader say when they are refused memory.
_REFUSED = re.compile(rb"alloc|failed to map|[Cc]annot allocate")
_LEAST_VERSION = 4

_VERSION = re.compile(r"tesseract v?(?P<version>\d+\S*)")
_FOLDER = re.compile(r'"(?P<folder>[^"]+)"')
_SPAN = re.compile(
    r"<span class='(?P<kind>ocr\w+)'[^>]*? title=(?P<quote>['\"])(?P<title>.*?)(?P=quote)[^>]*>"
    r"(?P<text>[^<]*(?:</?(?:em|strong)>[^<]*)*)"
)
_TAG = re.compile(r"<[^>]*>")
_BOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+)")
_ANGLE = re.compile(r"textangle ([\d.]+)")
_SURE = re.compile(r"x_wconf (\d+)")


class Engine(NamedTuple):
    """The program found: where, its version, and what its Italian model is known by."""

    program: str
    version: str
    model: str

    @property
    def name(self) -> str:
        """As documents tell it."""
        return f"tesseract {self.version} ({LANGUAGE})"


class Absent(NamedTuple):
    """Why nothing can be recognised."""

    reason: str


class Seen(NamedTuple):
    """A word recognised: its box in pixels, and how sure it is, 0 to 1."""

    text: str
    box: Box
    confidence: float


class SeenLine(NamedTuple):
    """Words on one line, in pixels: the height of its base line, and of its type from the highest to the lowest letter.

    `is_level` is False where it runs up or down the page.
    """

    words: tuple[Seen, ...]
    base: float
    size: float
    is_level: bool = True


@cache
def engine() -> Engine | Absent:
    """The program on this machine, looked for once."""
    program = shutil.which("tesseract")
    if program is None:
        return Absent("Tesseract is not installed")
    version = _VERSION.search(_told(program, "--version"))
    if version is None:
        return Absent(f"{program} does not say its version")
    if int(version["version"].split(".")[0]) < _LEAST_VERSION:
        return Absent(f"Tesseract {version['version']} is too old, {_LEAST_VERSION} is the least")
    told = _told(program, "--list-langs")
    if LANGUAGE not in told.split():
        return Absent("Tesseract is installed without Italian")
    return Engine(program, version["version"], _model(told))


def recognise(
    engine: Engine, grey: Grey, resolution: float, mode: str = _WHOLE_PAGE
) -> list[SeenLine] | None:
    """The lines of text in a picture, in the order they are read; None where Tesseract fails or takes too long.

    Raises MemoryError where it is refused the memory it needs: the limits of this process are its limits.
    """
    rows, columns = grey.shape
    command = [
        *_bound(), engine.program, "stdin", "stdout", *SETTINGS, "--psm", mode, "--dpi", str(round(resolution))
    ]
    try:
        done = subprocess.run(
            command, input=b"P5 %d %d 255\n" % (columns, rows) + grey.tobytes(), capture_output=True,
            timeout=_LONGEST, env=_environment(), check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise MemoryError from error
        return None
    if done.returncode and _REFUSED.search(done.stderr):
        raise MemoryError
    return None if done.returncode else list(_lines(done.stdout.decode("utf-8", "replace")))


@cache
def _bound() -> tuple[str, ...]:
    """What a command begins with so that it ends with this process, in whatever way that ends. On Linux only.

    A function that Python runs before the command would do the same, but is not safe beside threads.
    """
    program = shutil.which("setpriv") if sys.platform == "linux" else None
    if program is None:
        return ()
    bound = (program, "--pdeathsig", "KILL", "--")
    probe = subprocess.run([*bound, program, "--version"], capture_output=True, check=False)
    return () if probe.returncode else bound


def _environment() -> dict[str, str]:
    # With several threads a page takes five times as long: they wait for each other.
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


def _told(program: str, question: str) -> str:
    """What the program answers; nothing where it cannot be run."""
    try:
        done = subprocess.run([program, question], capture_output=True, timeout=30, env=_environment(), check=False)
    except (subprocess.SubprocessError, OSError):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def _model(told: str) -> str:
    """A hash of the Italian model, where it is found in the folder that `--list-langs` names."""
    folder = _FOLDER.search(told)
    try:
        model = Path(folder["folder"] if folder else "", f"{LANGUAGE}.traineddata").read_bytes()
    except OSError:
        return ""
    return hashlib.sha256(model).hexdigest()[:16]


def _lines(hocr: str) -> Iterator[SeenLine]:
    """The lines in what Tesseract prints (hOCR)."""
    head: str | None = None
    words: list[Seen] = []
    for span in _SPAN.finditer(hocr):
        title = unescape(span["title"])
        if span["kind"] != "ocrx_word":
            yield from _line(head, words)
            head, words = title, []
            continue
        text = "".join(unescape(_TAG.sub("", span["text"])).split())
        if text:
            words.append(Seen(text, _box(title), int(_found(_SURE, title, "0")) / 100))
    yield from _line(head, words)


def _line(head: str | None, words: list[Seen]) -> Iterator[SeenLine]:
    if head is None or not words:
        return
    box = _box(head)
    baseline = _BASELINE.search(head)
    slope, offset = map(float, baseline.groups()) if baseline else (0.0, 0.0)
    level = float(_found(_ANGLE, head, "0")) % 180 == 0
    size = float(_found(_SIZE, head, "0")) or box.bottom - box.top
    yield SeenLine(tuple(words), box.bottom + offset + slope * (box.x1 - box.x0) / 2, size, level)


def _found(pattern: re.Pattern[str], title: str, otherwise: str) -> str:
    found = pattern.search(title)
    return found[1] if found else otherwise


def _box(title: str) -> Box:
    found = _BOX.search(title)
    return Box(*map(float, found.groups())) if found else Box(0, 0, 0, 0)
