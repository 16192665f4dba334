"""Parts of what is shown: a word out of a section's evidence, with the boxes of the lines it stands on."""

from __future__ import annotations

from schemas.evidence import Evidence, Grade


def part(whole: Evidence, start: int, end: int, rule: str) -> Evidence:
    """Evidence for `whole.quote[start:end]`; the box is that of the whole line, where each line has its own."""
    lines = whole.quote.count("\n") + 1
    boxes = whole.boxes
    if len(boxes) == lines:
        boxes = boxes[whole.quote.count("\n", 0, start) : whole.quote.count("\n", 0, end) + 1]
    return whole.model_copy(update={
        "start": whole.start + start, "end": whole.start + end, "quote": whole.quote[start:end], "boxes": boxes,
        "rule": rule, "grade": Grade.OCR if whole.grade is Grade.OCR else Grade.EXACT,
    })


def opening(evidence: tuple[Evidence, ...], rule: str, longest: int = 60) -> Evidence:
    """Where a text begins: its first line, cut at a word."""
    whole = evidence[0]
    line = whole.quote.split("\n", 1)[0]
    cut = line if len(line) <= longest else line[:longest].rpartition(" ")[0] or line[:longest]
    return part(whole, 0, len(cut.rstrip()), rule)
