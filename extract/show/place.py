"""Where a quote stands, in the words of a person who looks for it: a page, a line, a rectangle."""

from __future__ import annotations

from collections.abc import Callable

from schemas.evidence import Evidence, Grade
from schemas.report import ReportHeader

Where = Callable[[Evidence], str]

UNBROKEN = "\u00a0"  # keeps a page's number beside its p.; printed as a blank


def places_of(header: ReportHeader, *, boxes: bool = False) -> Where:
    """How to say the places of a report: by page, with `boxes` where on it; by line where all is one page of text."""
    text = header.text
    if header.pages == 1 and text is not None:
        return lambda one: (boxes_of(one) if boxes else page_of(one)) if one.boxes else line_of(one, text)
    return boxes_of if boxes else page_of


def page_of(one: Evidence) -> str:
    """`p. 12`; with how sure the recognition is, where the quote was recognised from an image: `p. 12 (OCR 87%)`."""
    place = f"p.{UNBROKEN}{one.page}"
    if one.grade is not Grade.OCR:
        return place
    sure = "" if one.confidence is None else f"{UNBROKEN}{one.confidence:.0%}"
    return f"{place} (OCR{sure})"


def line_of(one: Evidence, text: str) -> str:
    """`riga 57`, counted from 1 in the text that the evidence indexes."""
    line = text.count("\n", 0, one.start) + 1
    return f"riga{UNBROKEN}{line}"


def boxes_of(one: Evidence) -> str:
    """Page and rectangle of the quote's lines: `p. 12 @x0,top-x1,bottom`, in points from the page's top left."""
    if not one.boxes:
        return page_of(one)
    x0, top = min(box[0] for box in one.boxes), min(box[1] for box in one.boxes)
    x1, bottom = max(box[2] for box in one.boxes), max(box[3] for box in one.boxes)
    lines = f" ({len(one.boxes)} righe)" if len(one.boxes) > 1 else ""
    return f"{page_of(one)} @{x0:.0f},{top:.0f}-{x1:.0f},{bottom:.0f}{lines}"
