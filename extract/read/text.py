"""Text files -> Document: whatever their encoding, line ends and page breaks."""

from __future__ import annotations

import codecs
import re

from extract.errors import ReadError
from extract.read import furniture
from extract.read.galley import written_galley
from extract.read.typeset import lines_of, typeset
from extract.read.watch import refuse_many_pages
from schemas.document import Document

ENGINE = "text"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
_LINE_BREAK = re.compile(r"\r\n|[\r\u2028\u2029\x0b\x85]")
_PAGE_BREAK = re.compile(r"\n?\f")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ITALIAN = frozenset("àèéìòùÀÈÉÌÒÙ°«»".encode("latin-1"))
_FEW_CONTROLS = 2
_MOST_CONTROLS = 0.01  # of the characters: what has more is no text


def read_text(data: bytes, source: str, sha256: str) -> Document:
    """The document in the text file `data`; its words have no boxes, its pages no size.

    Raises ReadError where the bytes are no text, or nothing but blanks.
    """
    decoded, encoding = decode(data, source)
    sheets = _PAGE_BREAK.split(_LINE_BREAK.sub("\n", decoded))
    if len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()  # a form feed that ends the last page begins none
    refuse_many_pages(len(sheets), source)
    galleys = [written_galley(page, sheet.split("\n")) for page, sheet in enumerate(sheets, 1)]
    setting = typeset(galleys, [(0.0, 0.0)] * len(sheets))
    if not setting.text.strip():
        raise ReadError(source, "the file holds blanks only", "give a file with text", kind="no_text")
    kinds = furniture.kinds(setting.lines, setting.pages)
    return Document(
        source=source, sha256=sha256, text=setting.text, engine=f"{ENGINE} ({encoding})", pages=setting.pages,
        lines=lines_of(setting.lines, kinds),
    )


def decode(data: bytes, source: str) -> tuple[str, str]:
    """The text of `data` and the encoding it was in. Raises ReadError where it is no text."""
    for encoding in _encodings(data):
        errors = "replace" if encoding == "utf-8" and _mostly_utf8(data) else "strict"
        try:
            text = data.decode(encoding, errors)
        except UnicodeDecodeError:
            continue
        if len(_CONTROL.findall(text)) <= _FEW_CONTROLS + _MOST_CONTROLS * len(text):
            return text, encoding
    raise ReadError(source, "the file is no text", "give a PDF or a text file", kind="binary")


def _encodings(data: bytes) -> list[str]:
    """The encodings to try, likeliest first.

    Bytes that are valid UTF-8 hardly ever mean anything else. Among one-byte encodings
    statistics guess wildly on Italian, so they are asked last, of what reads like no Italian.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return [encoding]
    wide = _wide(data[:_SAMPLE])
    return [wide] if wide else ["utf-8", "cp1252", *_guess(data), "latin-1"]


def _mostly_utf8(data: bytes) -> bool:
    """Whether a byte or two spoil what is UTF-8 otherwise: a file cut within a letter."""
    text = data.decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    return sum(character > "\x7f" for character in text) > 10 * spoilt


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Italian is zero."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if half and even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> list[str]:
    """What charset-normalizer says, unless the accents are those of Italian in latin-1."""
    high = [byte for byte in data[:_SAMPLE] if byte > 0x7F]
    if 2 * sum(byte in _ITALIAN for byte in high) >= len(high):
        return []
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return [best.encoding] if best is not None else []
