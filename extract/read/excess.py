"""What no report has: pages larger than any paper, packed data that unpack without end, or not at all.

pdfium unpacks whatever it is given and is silent about what it cannot unpack: the words in it would be missing
without a sign.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from extract.errors import ReadError

MOST_POINTS = 200_000  # 70 m; what is printed as one endless page stays below
MOST_UNPACKED = 256 << 20  # bytes of one stream
MOST_IN_ALL = 1 << 30  # bytes of all streams of a file

_STREAM = re.compile(rb">>\s*stream(?:\r\n|\n|\r)(?!\s*endstream)")
_FILTERS = re.compile(rb"/Filter\s*(?:\[([\s/\w]*)\]|(/\w+))")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_FONT = re.compile(rb"/Length[123]\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b")
_DICTIONARY = 4096  # bytes before a stream in which its dictionary stands
_PIECE = 1 << 20
# Ways of packing that are left to pdfium.
_OTHERS = (
    b"ASCIIHexDecode", b"AHx", b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL", b"CCITTFaxDecode", b"CCF",
    b"DCTDecode", b"DCT", b"JBIG2Decode", b"JPXDecode", b"Crypt",
)
_WEIGHTS = 85 ** np.arange(4, -1, -1)
_HEADER, _CHECKSUM = 2, 4  # bytes around what is packed


def refuse_size(size: tuple[float, float], page: int, source: str) -> None:
    """Raise ReadError (`page_size`) for a page whose width or height, in points, is that of no paper."""
    width, height = size
    if max(size) > MOST_POINTS:
        raise ReadError(
            source, f"the page measures {width:.0f} by {height:.0f} points, more than any paper",
            "print it again on pages of a usual size", page=page, kind="page_size",
        )


def refuse_streams(data: bytes, source: str) -> None:
    """Raise ReadError where packed data of a PDF unpack to more than any report holds (`bomb`) or are `damaged`.

    Pictures are left alone, for nothing unpacks them, and so are damaged fonts. Of an encrypted file nothing is known.
    """
    if b"/Encrypt" in data:
        return
    left = MOST_IN_ALL
    for found in _STREAM.finditer(data):
        dictionary = data[max(data.rfind(b"obj", 0, found.start()), found.start() - _DICTIONARY, 0) : found.start()]
        if _PICTURE.search(dictionary):
            continue
        try:
            left -= _unpacked(data, found.end(), dictionary, min(left, MOST_UNPACKED))
        except zlib.error as error:
            if not _FONT.search(dictionary):
                reason = f"the PDF is damaged, data packed in it at byte {found.end()} do not unpack"
                raise ReadError(source, reason, "download or print it again", kind="damaged") from error
        except OverflowError as error:
            reason = f"data packed in it at byte {found.end()} unpack to more than any report holds"
            raise ReadError(source, reason, "print it again, or ask for another copy", kind="bomb") from error


def _unpacked(data: bytes, start: int, dictionary: bytes, most: int) -> int:
    """How many bytes a stream holds unpacked, as far as we can unpack it.

    Raises zlib.error where it is damaged and OverflowError where it holds more than `most`.
    """
    pieces: Iterator[bytes] = (data[place : place + _PIECE] for place in range(start, len(data), _PIECE))
    names = _filters(dictionary)
    for name in names:
        if name in _OTHERS:
            break
        if name not in _UNPACK:
            raise zlib.error(f"nothing is called {name.decode('latin-1')}")
        pieces = _UNPACK[name](pieces)
    size = 0
    for piece in pieces if names and names[0] in _UNPACK else ():
        size += len(piece)
        if size > most:
            raise OverflowError
    return size


def _filters(dictionary: bytes) -> list[bytes]:
    """The names of what was done to the data, the last step first."""
    found = _FILTERS.search(dictionary)
    return (found[1] or found[2] or b"").replace(b"/", b" ").split() if found else []


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    first = next(pieces, b"")
    if len(first) < _HEADER or first[0] & 15 != zlib.DEFLATED:
        raise zlib.error("no header")
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    packed, checksum = first[_HEADER:], 1
    while not engine.eof:
        piece = engine.decompress(packed, _PIECE)
        packed = engine.unconsumed_tail
        if not piece and not packed and not engine.eof and not (packed := next(pieces, b"")):
            raise zlib.error("cut short")
        checksum = zlib.adler32(piece, checksum)
        yield piece
    rest = engine.unused_data if len(engine.unused_data) > _CHECKSUM else engine.unused_data + next(pieces, b"")
    # Some programs leave the checksum out.
    if not rest[: _CHECKSUM + 1].strip().startswith(b"e") and int.from_bytes(rest[:_CHECKSUM], "big") != checksum:
        raise zlib.error("wrong checksum")


def _from_ascii85(pieces: Iterator[bytes]) -> Iterator[bytes]:
    text = bytearray()
    for piece in pieces:
        text += piece
        if b"~>" in piece or b"~>" in text[-len(piece) - 1 :]:
            break
    try:
        yield _of_ascii85(bytes(text.partition(b"~>")[0]).removeprefix(b"<~").translate(None, b" \t\n\r\v"))
    except ValueError as error:
        raise zlib.error("no ASCII85") from error


def _of_ascii85(text: bytes) -> bytes:
    """What base64.a85decode makes of it, in a seventh of the time. Raises ValueError likewise."""
    if b"z" in text:
        return base64.a85decode(text)
    missing = -len(text) % 5
    digits = np.frombuffer(text + b"u" * missing, np.uint8) - ord("!")
    words = digits.reshape(-1, 5).astype(np.int64) @ _WEIGHTS
    if digits.size and (digits.max() >= 85 or words.max() >= 1 << 32):
        raise ValueError("not a digit of base 85")
    return words.astype(">u4").tobytes()[: len(digits) // 5 * 4 - missing]


_UNPACK: Mapping[bytes, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    **dict.fromkeys((b"FlateDecode", b"Fl"), _inflated), **dict.fromkeys((b"ASCII85Decode", b"A85"), _from_ascii85),
}
