"""What several layouts share: a report's first lines, its pages, the cell of a measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corpus.generator.layouts import shown
from corpus.generator.model import Align, Cell, Heading, Paragraph, Part, Print


def bound(content: Mapping[str, Any], parts: Iterable[Part]) -> Print:
    """The report with its first lines, its running header and footer."""
    options = content.get("print", {})
    return Print(
        parts=(*front(content), *parts),
        running_header=options.get("header", ""),
        running_footer=options.get("footer", ""),
        page_numbers=options.get("page_numbers", True),
        landscape=options.get("landscape", False),
        notes=tuple(options.get("endnotes", ())),
    )


def front(content: Mapping[str, Any]) -> Iterable[Part]:
    """The body, the title and what stands under them."""
    options = content.get("print", {})
    yield Heading(options.get("issuer", content["issuer"]), 1)
    yield Heading(options.get("title", content["title"]), 1)
    for text in options.get("preface", ()):
        yield Paragraph(text)


def measured(holder: Mapping[str, Any], name: str, nothing: str = "", align: Align = "left") -> Cell:
    """The cell of a value, with the old one struck through where it has `print_struck`."""
    value = holder.get(name)
    struck = value.get("print_struck", "") if isinstance(value, Mapping) else ""
    return Cell(shown(holder, name, nothing), align=align, struck=struck)


def coded(reference: Mapping[str, Any], separator: str = " - ") -> str:
    """A reference as printed: its own `print_text`, or its code and its title."""
    if "print_text" in reference:
        return str(reference["print_text"])
    return separator.join(filter(None, (reference.get("code"), reference.get("title"))))
