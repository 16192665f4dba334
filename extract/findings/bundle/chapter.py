"""A report as the bundle shows it: what is said of it with pieces of its pages, its values, and what was searched."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from extract.audit.coverage.checks import coverage_of
from extract.findings.bundle.crops import Cut, Order, Picture, Piece, cut, pieces_of
from extract.findings.dossier import Dossier, Quote, Source, Subject, Told
from extract.isolation import Limits
from extract.show import objective_rows
from extract.show.coverage import Sought, sought
from extract.show.objective import SECTIONS
from extract.show.page import Row, shortened
from extract.show.place import UNBROKEN, places_of
from schemas.report import Objective, Report, ReportHeader

_CONTEXT = 110  # characters of a text without pages around a quote
_QUOTE = 240
_MOST_PICTURED = 6


class Figure(NamedTuple):
    """A piece of a page as a picture, with what to say to who cannot see it."""

    uri: str
    width: int
    height: int
    caption: str
    alt: str


class Excerpt(NamedTuple):
    """A quote in its text: what stands before and after it."""

    place: str
    before: str
    quote: str
    after: str


class Saying(NamedTuple):
    """What is said, and what shows it; `places` where there is too much for pictures."""

    told: Told
    figures: tuple[Figure, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    places: tuple[str, ...] = ()


class Line(NamedTuple):
    """A row of the table of values: `style` is that of extract.show."""

    text: str
    proof: str
    style: str
    depth: int


@dataclass(frozen=True, slots=True)
class Part:
    """The report itself, or an objective: what is said of it, its values, and which sections it has.

    `unread` are numbers of its text that no rule read, `sought` the empty fields and where was looked for them.
    """

    subject: Subject
    findings: tuple[Saying, ...]
    confirmations: tuple[Saying, ...]
    objective: Objective | None = None
    values: tuple[Line, ...] = ()
    sections: tuple[bool, ...] = ()
    unread: tuple[Line, ...] = ()
    sought: tuple[Sought, ...] = ()

    def count(self) -> Counter[str | None]:
        """What is said, by severity."""
        return Counter(one.severity for one in self.subject.told)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One report of the bundle. `header` is None where only findings are shown."""

    source: Source
    objectives: int
    parts: tuple[Part, ...]
    header: ReportHeader | None = None
    reasons: tuple[tuple[str, str, str], ...] = ()

    def count(self) -> Counter[str | None]:
        """What is said, by severity."""
        return sum((part.count() for part in self.parts), Counter[str | None]())


def brief_chapter(dossier: Dossier) -> Chapter:
    """What is said of a report, without values and pictures."""
    parts = tuple(_part(one, _Album(), {}) for one in dossier.subjects)
    return Chapter(dossier.source, dossier.objectives, parts)


def chapter_of(dossier: Dossier, report: Report, limits: Limits) -> Chapter:
    """All that the bundle shows of a report."""
    album = _album(list(dossier.told()), limits)
    texts = {dossier.source.document_id: report.report.text or ""}
    said = {one.position: one for one in dossier.subjects}
    parts = [_part(said.get(None, Subject()), album, texts)]
    for place, objective in enumerate(report.objectives, start=1):
        empty = Subject(f"{dossier.source.document_id}-{place:03d}", place, objective.number, objective.title)
        parts.append(_part(said.get(place, empty), album, texts, objective, report.report))
    return Chapter(dossier.source, len(report.objectives), tuple(parts), report.report, album.reasons())


class _Album:
    """The pictures of all documents that a chapter quotes."""

    def __init__(self) -> None:
        self.cuts: dict[str, tuple[Source, Cut]] = {}

    def picture(self, source: Source, piece: Piece) -> Picture | None:
        _, found = self.cuts.get(source.document_id, (None, Cut({})))
        return found.pictures.get(piece)

    def reasons(self) -> tuple[tuple[str, str, str], ...]:
        """Documents without pictures, and why."""
        return tuple(
            (source.name, found.reason, found.reason_en or "")
            for source, found in self.cuts.values() if found.reason is not None
        )


def _album(told: Sequence[Told], limits: Limits) -> _Album:
    album = _Album()
    wanted: dict[Source, dict[Piece, None]] = {}
    for one in told:
        if _is_long(one):
            continue
        for source, quotes in _by_source(one):
            wanted.setdefault(source, {}).update(dict.fromkeys(pieces_of(quotes)))
    for source, pieces in wanted.items():
        if pieces and Path(source.name).suffix.lower() == ".pdf":
            album.cuts[source.document_id] = source, cut(Order(source.path, source.sha256, tuple(pieces)), limits)
    return album


def _is_long(told: Told) -> bool:
    """Whether what held stands in so many places that pictures of all would hide what does not: numbers 1 to 13."""
    return told.severity is None and len(told.quotes) > _MOST_PICTURED


def _by_source(told: Told) -> Iterator[tuple[Source, list[Quote]]]:
    """The quotes of each document, the documents in the order of the first."""
    for source in dict.fromkeys(one.source for one in told.quotes):
        yield source, [one for one in told.quotes if one.source == source]


def _part(
    subject: Subject, album: _Album, texts: Mapping[str, str], objective: Objective | None = None,
    header: ReportHeader | None = None,
) -> Part:
    said = [_saying(one, album, texts) for one in subject.told]
    values: tuple[Line, ...] = ()
    sections: tuple[bool, ...] = ()
    unread: tuple[Line, ...] = ()
    empty: tuple[Sought, ...] = ()
    if objective is not None and header is not None:
        values = tuple(_values(objective, header))
        sections = tuple(name in objective.sections for name, _ in SECTIONS)
        left = coverage_of(objective)
        where = places_of(header)
        unread = tuple(Line(" ".join(one.quote.split()), where(one), "value", 0) for one in left.unclaimed)
        empty = tuple(sought(left, pages=header.pages > 1))
    return Part(
        subject, tuple(one for one in said if one.told.severity is not None),
        tuple(one for one in said if one.told.severity is None), objective, values, sections,
        unread, empty,
    )


def _saying(told: Told, album: _Album, texts: Mapping[str, str]) -> Saying:
    if _is_long(told):
        return Saying(told, places=tuple(map(_listed, told.quotes)))
    figures: list[Figure] = []
    excerpts: list[Excerpt] = []
    for source, quotes in _by_source(told):
        drawn = {piece: album.picture(source, piece) for piece in pieces_of(quotes)}
        figures += [_figure(quotes, piece, picture) for piece, picture in drawn.items() if picture is not None]
        excerpts += [
            _excerpt(one, texts.get(source.document_id, "")) for one in quotes
            if not any(_shows(piece, one) for piece, picture in drawn.items() if picture is not None)
        ]
    return Saying(told, tuple(figures), tuple(excerpts))


def _shows(piece: Piece, quote: Quote) -> bool:
    return piece.page == quote.page and any(box in piece.boxes for box in quote.boxes)


def _figure(quotes: Sequence[Quote], piece: Piece, picture: Picture) -> Figure:
    shown = [one for one in quotes if _shows(piece, one)]
    where = f"{shown[0].source.name}, p.{UNBROKEN}{piece.page}"
    said = "», «".join(dict.fromkeys(shortened(one.text, _QUOTE) for one in shown))
    data = base64.b64encode(picture.png).decode()
    return Figure(
        f"data:image/png;base64,{data}", picture.width, picture.height, f"{where}: «{said}»",
        f"Ritaglio di {where}, riquadrate le parole «{said}»",
    )


def _listed(quote: Quote) -> str:
    return f"«{shortened(quote.text, _QUOTE)}» {_place(quote)}"


def _place(quote: Quote) -> str:
    return f"p.{UNBROKEN}{quote.page}" if quote.line is None else f"riga{UNBROKEN}{quote.line}"


def _excerpt(quote: Quote, text: str) -> Excerpt:
    before = " ".join(text[max(quote.start - _CONTEXT, 0) : quote.start].split()).partition(" ")[2]
    after = " ".join(text[quote.end : quote.end + _CONTEXT].split()).rpartition(" ")[0]
    return Excerpt(f"{quote.source.name}, {_place(quote)}", before, " ".join(quote.text.split()), after)


def _values(objective: Objective, header: ReportHeader) -> Iterator[Line]:
    """The rows of `obiettivi show`, less what stands above them on the page."""
    where = places_of(header)
    bare = objective.model_copy(update={"findings": (), "confirmations": ()})
    for row, gap in _kept(objective_rows(bare)):
        proof = " ".join(row.right.text(where).replace(UNBROKEN, "\u00a0").split("\n"))
        style = "fixed" if row.fixed else str(row.style.value)
        if gap:
            style += " gap"
        yield Line(row.left if row.fixed else " ".join(row.left.split()), proof, style, row.indent // 2)


def _kept(rows: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
    """The rows below the title, and before which of them a group ends."""
    gap = False
    for row in islice(rows, 2, None):
        if row.left and not row.left.startswith("Rilievi / findings"):
            yield row, gap
        gap = not row.left


