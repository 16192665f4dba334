"""Files that mean harm or met with it, and what reading each must come to.

`HOSTILE` lists them; `lay_out` puts them into a folder.
"""

from __future__ import annotations

import gzip
import io
import os
import random
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import hostile_pdf as made

READ = "read"  # all of the small report is in the database
BARE = "bare"  # so is the little that the page shows: no objective, and it says why
PAGES = 40  # at most, in the tests


class Hostile(NamedTuple):
    """A file: its name, its bytes, and the kinds of outcome that are right."""

    name: str
    make: Callable[[], bytes]
    kinds: tuple[str, ...]


def _zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, "<w:document/>")
    return out.getvalue()


def _html() -> bytes:
    return b"<!DOCTYPE html><html><body><h1>OBIETTIVO N. 1</h1></body></html>"


def _noise(size: int) -> bytes:
    return random.Random(3).randbytes(size)


HOSTILE = (
    # Bombs and loops
    Hostile("bomb.pdf", made.bomb, ("bomb",)),
    Hostile("bomb-in-a-bomb.pdf", made.bomb_in_a_bomb, ("bomb",)),
    Hostile("bomb-in-a-font.pdf", made.bomb_in_a_font, ("bomb",)),
    Hostile("bomb-of-runs.pdf", made.bomb_of_runs, ("memory", "no_text")),
    Hostile("endless.pdf", partial(made.endless, 3), ("timeout",)),
    Hostile("laughing-forms.pdf", made.laughing_forms, ("timeout", "memory")),
    Hostile("form-in-itself.pdf", made.form_that_draws_itself, ("memory", "timeout")),
    Hostile("words-without-end.pdf", made.very_many_words, ("timeout", "memory")),
    Hostile("lines-without-end.pdf", made.very_many_lines, ("timeout", "memory", BARE)),
    Hostile("pages-in-a-circle.pdf", made.pages_in_a_circle, ("damaged",)),
    Hostile("deep-tree.pdf", made.deep_tree, ("damaged",)),
    Hostile("deep-nesting.pdf", made.deep_nesting, (BARE,)),
    Hostile("deep-content.pdf", made.deep_content, ("no_text",)),
    Hostile("xref-in-a-circle.pdf", made.xref_in_a_circle, (READ,)),
    # What is no report
    Hostile("page-2147483648.pdf", partial(made.page, made.SHOWN, box=b"0 0 2147483648 2147483648"), ("page_size",)),
    Hostile("pages-41.pdf", partial(made.many_pages, PAGES + 1), ("too_many_pages",)),
    Hostile("pages-claimed.pdf", partial(made.many_pages, 1, 2147483647), (BARE, "too_many_pages")),
    Hostile("pages-less-than-none.pdf", partial(made.many_pages, 1, -5), (BARE,)),
    Hostile("no-pages.pdf", made.no_pages, ("no_pages",)),
    Hostile("picture.pdf", made.picture_only, ("no_text",)),
    Hostile("font-without-map.pdf", made.font_without_map, ("no_text",)),
    Hostile("encrypted.pdf", partial(made.good, encrypt="segreto"), ("encrypted",)),
    Hostile("encrypted-by-nobody.pdf", made.unknown_security, ("encrypted",)),
    # What was damaged
    *(Hostile(f"cut-{tenths}0.pdf", partial(made.cut, tenths), ("damaged",)) for tenths in range(1, 10)),
    *(Hostile(f"flipped-{seed}.pdf", partial(made.flipped, seed), ("damaged", READ)) for seed in range(8)),
    Hostile("wrong-places.pdf", made.wrong_places, (READ,)),
    Hostile("start-beyond-the-end.pdf", made.start_beyond_the_end, (READ,)),
    Hostile("noise.pdf", lambda: b"%PDF-1.7\n" + _noise(20_000) + b"\nstartxref\n0\n%%EOF\n", ("damaged",)),
    # Other things by the name of a report
    Hostile("zip.pdf", partial(_zipped, "a.txt"), ("format",)),
    Hostile("word.pdf", partial(_zipped, "word/document.xml"), ("format",)),
    Hostile("html.pdf", _html, ("format",)),
    Hostile("html.txt", _html, ("format",)),
    Hostile("png.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), ("format",)),
    Hostile("gzip.txt", lambda: gzip.compress(made.text()), ("format",)),
    Hostile("program.txt", lambda: b"\x7fELF" + _noise(1000), ("format",)),
    Hostile("noise.txt", lambda: _noise(20_000), ("binary",)),
    Hostile("zeros.txt", lambda: bytes(5000), ("binary",)),
    Hostile("empty.pdf", lambda: b"", ("empty",)),
    Hostile("blanks.txt", lambda: b" \n" * 5000, ("no_text",)),
    Hostile("form-feeds.txt", lambda: b"a\f" * 100_000, ("too_many_pages",)),
    Hostile("one-line.txt", lambda: b"OBIETTIVO N. 1 " + b"(1.1.1," * 300_000, ("timeout", "memory", BARE)),
    Hostile("half-a-letter.txt", lambda: made.text().decode().encode("utf-16") + b"\x00\xd8", ("binary", READ)),
    # Names that write to the terminal, or are no text
    Hostile("nome\x1b[2J\x1b]0;preso\x07\nread: altro.pdf", partial(made.cut, 5), ("damaged",)),
    Hostile(os.fsdecode(b"attivit\xe0.pdf"), partial(made.cut, 4), ("damaged",)),
)


def lay_out(folder: Path) -> None:
    """Write all files, what is no plain file, and good ones beside them."""
    for one in HOSTILE:
        (folder / one.name).write_bytes(one.make())
    with (folder / "sparse.pdf").open("wb") as file:
        file.truncate(1 << 40)
    (folder / "dangling.pdf").symlink_to("nowhere.pdf")
    (folder / "circle.pdf").symlink_to("circle.pdf")
    (folder / "zero.pdf").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.pdf")
    (folder / "good.pdf").write_bytes(made.good())
    (folder / "good.txt").write_bytes(made.text())


# What is no plain file, and what becomes of it.
ODD = {"sparse.pdf": "too_big", "dangling.pdf": "missing", "circle.pdf": "unreadable", "zero.pdf": "format",
       "pipe.pdf": "format"}
