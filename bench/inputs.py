"""The reports that are measured: narrative ones of any length, set from the seed's words, and ruled ones."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from functools import partial
from itertools import count, pairwise
from pathlib import Path
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.generator.long import long_grid

SEED = Path(__file__).parent.parent / "corpus" / "reports" / "riviere-2020.pdf"
LINES, WIDTH = 48, 100
_HEADING = re.compile(r"^([ \t]*OBIETTIVO N\. ?)\d+[ \t]*$", re.MULTILINE)
_FIGURE = re.compile(r"(?<![\d/.,A-Z])\d{2,3}(?![\d/.,%])")
_WORD = re.compile(r"\b[a-z]{6,}\b")


def narrative(pages: int, path: Path, seed: int = 1) -> Path:
    """A report of `pages` pages in the seed's layout at `path`.

    No two objectives have the same text: figures change, and every tenth word.
    """
    lines = _lines(Random(seed))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, 820, "CCIAA RIVIERE DI LIGURIA - Relazione sulla Performance 2020")
        canvas.drawString(290, 20, str(page))
        canvas.setFont("Helvetica", 10)
        for place in range(LINES):
            canvas.drawString(50, 790 - 15 * place, next(lines))
        canvas.showPage()
    canvas.save()
    return path


def ruled(pages: int, path: Path) -> Path:
    """A report of about `pages` pages of ruled tables at `path`."""
    long_grid(pages, path)
    return path


def many(count_: int, pages: int, folder: Path) -> list[Path]:
    """So many narrative reports of `pages` pages each, all different."""
    folder.mkdir()
    return [narrative(pages, folder / f"{number:03}.pdf", seed=number) for number in range(count_)]


def _lines(chance: Random) -> Iterator[str]:
    """The lines of a report without end."""
    seed = _seed()
    starts = [found.start() for found in _HEADING.finditer(seed)]
    head, *objectives = (seed[start:end] for start, end in pairwise((0, *starts, len(seed))))
    yield from _wrapped(head)
    for number in count(1):
        text = objectives[(number - 1) % len(objectives)]
        text = _FIGURE.sub(lambda found: str(chance.randint(11, 899)), text)
        text = _WORD.sub(partial(_varied, chance), text)
        yield from _wrapped(_HEADING.sub(rf"\g<1>{number}", text, count=1))


def _varied(chance: Random, found: re.Match[str]) -> str:
    return found[0] if chance.random() > 0.1 else found[0] + chance.choice("aeio")


def _wrapped(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from textwrap.wrap(line, WIDTH) or [""]


def _seed() -> str:
    text = SEED.with_suffix(".txt").read_text(encoding="utf-8").replace("\f", "\n")
    return text.encode("cp1252", "replace").decode("cp1252")
