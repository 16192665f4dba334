"""PDFs made by hand: a small report, spoilt copies of it, and files that mean harm."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Sequence
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

REPORT = (
    "COMUNE DI ROCCASECCA MARITTIMA\nRelazione sulla performance 2018\n",
    "OBIETTIVO N. 1 - SPORTELLI APERTI\nDescrizione\nAprire sportelli nelle frazioni.\n"
    "Risultati\nNel 2018 sono stati aperti 12 sportelli.\nValutazione OIV = 90/100\n",
    "OBIETTIVO N. 2 - TEMPI DI PAGAMENTO\nDescrizione\nRidurre i tempi entro il 30/06/2018.\n"
    "Risultati\nL'obiettivo è stato raggiunto: 25 giorni.\nValutazione OIV = 100/100\n",
)
SHOWN = b"BT /F1 12 Tf 50 700 Td (OBIETTIVO N. 1 - PROVA) Tj ET\n"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
FLATE = b"/Filter /FlateDecode "
MIB = 1 << 20


def pdf(objects: Sequence[bytes], *, trailer: bytes = b"", shift: int = 0) -> bytes:
    """A PDF of numbered objects, the first of them its catalog; `shift` spoils the places in its xref table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % (place + shift)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(content: bytes, entries: bytes = b"", *, box: bytes = b"0 0 595 842", font: bytes = FONT,
         more: Sequence[bytes] = (), resources: bytes = b"") -> bytes:
    """A PDF of one page; `more` objects are numbered from 6."""
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> %s >> >>" % (box, resources),
        stream(content, entries), font, *more,
    ])


@cache
def packed(head: bytes, filling: bytes, times: int) -> bytes:
    """`head` and very often `filling`, deflated without ever being whole in memory."""
    engine = zlib.compressobj(9)
    pieces = [engine.compress(head), *(engine.compress(filling) for _ in range(times)), engine.flush()]
    return b"".join(pieces)


# The small report, and copies of it that were spoilt


@cache
def good(*, encrypt: str | None = None) -> bytes:
    """The small report as PDF, each of its parts on a page; with `encrypt` it asks for that password."""
    out = io.BytesIO()
    security = StandardEncryption(encrypt, strength=128) if encrypt else None
    canvas = Canvas(out, pagesize=A4, pageCompression=1, invariant=1, encrypt=security)
    for part in REPORT:
        text = canvas.beginText(60, 780)
        text.setFont("Helvetica", 11)
        text.textLines(part)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def text() -> bytes:
    """The small report as text."""
    return "\f".join(REPORT).encode()


def cut(tenths: int) -> bytes:
    """The first tenths of the small report."""
    return good()[: len(good()) * tenths // 10]


def flipped(seed: int) -> bytes:
    """The small report with a bit turned over somewhere in the content of its pages."""
    data = bytearray(good())
    chance = random.Random(seed)
    places = [place for found in re.finditer(rb"stream\r?\n(.+?)endstream", data, re.DOTALL)
              for place in range(found.start(1), found.end(1) - 3)]
    data[chance.choice(places)] ^= 1 << chance.randrange(8)
    return bytes(data)


def wrong_places() -> bytes:
    """An xref table in which every place is wrong."""
    data = good()
    start = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    lines = data[start:].split(b"\n")
    moved = [b"%010d%s" % (int(line[:10]) + 7, line[10:]) if b" n" in line[-4:] else line for line in lines]
    return data[:start] + b"\n".join(moved)


# Files that mean harm


def bomb() -> bytes:
    """A page whose content unpacks to 300 MiB of blanks."""
    return page(packed(SHOWN, b" " * MIB, 300), FLATE)


def bomb_in_a_bomb() -> bytes:
    """Packed twice, and so 1000 times smaller: some KB."""
    return page(zlib.compress(packed(SHOWN, b" " * MIB, 300)), b"/Filter [/FlateDecode /FlateDecode] ")


def bomb_in_a_font() -> bytes:
    """The map of a font to letters is the bomb."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return page(SHOWN, font=font, more=[stream(packed(SHOWN, b" " * MIB, 300), FLATE)])


def bomb_of_runs() -> bytes:
    """Packed as runs of 128 blanks, the whole 256 MiB, and that deflated."""
    return page(packed(b"", bytes([129, 32]) * 4096, 512), b"/Filter [/FlateDecode /RunLengthDecode] ")


def laughing_forms(levels: int = 12, times: int = 12) -> bytes:
    """Each form draws the next one twelve times: as good as an endless loop."""
    call = b"/F Do " * times
    forms = [
        stream(call if level < levels else SHOWN, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << "
               b"/XObject << /F %d 0 R >> /Font << /F1 5 0 R >> >> " % (7 + level))
        for level in range(levels + 1)
    ]
    return page(SHOWN + call, resources=b"/XObject << /F 6 0 R >>", more=forms)


def endless(before: int = 0) -> bytes:
    """After pages that are easy, one that draws a form of two million steps two thousand times, and shows nothing."""
    form = stream(zlib.compress(b"q Q " * MIB, 9), FLATE + b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] ")
    resources = b"/Resources << /Font << /F1 5 0 R >> /XObject << /F 6 0 R >> >>"
    shown = [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R %s >>" % resources] * before
    last = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % resources
    kids = b" ".join(b"%d 0 R" % (7 + place) for place in range(before + 1))
    return pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, before + 1),
        stream(SHOWN), stream(b"/F Do\n" * 2000), FONT, form, *shown, last,
    ])


def form_that_draws_itself() -> bytes:
    """A form within itself, without end."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 6 0 R >> >> "
    form = stream(b"/F Do " * 3, entries)
    return page(SHOWN + b"/F Do\n", resources=b"/XObject << /F 6 0 R >>", more=[form])


def very_many_words(count: int = 1_500_000) -> bytes:
    """A page of so many words that pdfium alone needs seconds for them."""
    word = b"1 0 0 1 %d %d Tm (abc def) Tj\n"
    line = b"".join(word % (50 + 10 * place % 500, 600 - place % 97) for place in range(1000))
    return page(packed(SHOWN + b"BT /F1 2 Tf ", line, count // 1000), FLATE)


def very_many_lines(count: int = 40_000) -> bytes:
    """A page full of drawn lines, as of a table without end."""
    chance = random.Random(5)
    drawn = b"".join(
        b"%d %d m %d %d l S\n" % (x, y, x + (across := chance.randrange(2)) * 90, y + 90 * (1 - across))
        for x, y in ((chance.randrange(500), chance.randrange(700)) for _ in range(count))
    )
    return page(zlib.compress(SHOWN + drawn), FLATE)


def pages_in_a_circle() -> bytes:
    """A tree of pages that leads back to its root."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"])


def deep_tree(levels: int = 3000) -> bytes:
    """A page at the end of a very long branch."""
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (level + 3) for level in range(levels)]
    leaf = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>" % (levels + 1)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, leaf])


def many_pages(count: int, claimed: int | None = None, *, trailer: bytes = b"") -> bytes:
    """So many pages, or one that is `claimed` to be many."""
    kids = b" ".join(b"%d 0 R" % (place + 4) for place in range(count))
    one = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>"
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, claimed or count)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", tree, stream(SHOWN), *[one] * count], trailer=trailer)


def no_pages() -> bytes:
    """A PDF of no pages."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def picture_only() -> bytes:
    """A page that shows a drawing and holds no character."""
    return page(b"100 100 200 200 re f\n")


def huge_picture(side: int = 16_384) -> bytes:
    """A page of nothing but a picture of dashes: 400 KB that unpack to 256 MiB. `side` is a multiple of 128."""
    picture = packed(b"", (b"\xff" * 64 + bytes(64)) * (side // 128) * 32 + b"\xff" * 96 * side, side // 128)
    drawn = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
    return page(b"595 0 0 842 0 0 cm /I Do\n", resources=b"/XObject << /I 6 0 R >>",
                more=[stream(picture, drawn % (side, side) + FLATE)])


def deep_nesting(levels: int = 200_000) -> bytes:
    """An array within an array within an array ..."""
    return page(SHOWN, more=[b"[" * levels + b"]" * levels], resources=b"/Deep 6 0 R")


def deep_content(levels: int = 300_000) -> bytes:
    """Very many states saved, none restored, and arrays within arrays in the content."""
    return page(zlib.compress(b"q " * levels + b"[" * levels + SHOWN), FLATE)


def font_without_map() -> bytes:
    """Letters by their number in a font that does not say which letters they are."""
    shown = b"BT /F1 12 Tf 50 700 Td <%s> Tj ET\n" % b"".join(b"%04x" % (3 + number % 60) for number in range(300))
    font = (b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Prova /Encoding /Identity-H /DescendantFonts [<< "
            b"/Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Prova /CIDSystemInfo << /Registry (Adobe) "
            b"/Ordering (Identity) /Supplement 0 >> >>] >>")
    return page(shown, font=font)


def unknown_security() -> bytes:
    """Encrypted in a way that nobody knows."""
    trailer = b"/Encrypt << /Filter /Nobody /V 9 /R 9 >> /ID [(a) (b)] "
    return many_pages(1, trailer=trailer)


def xref_in_a_circle() -> bytes:
    """Its xref table names itself as the one before."""
    data = good()
    start = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    return data.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % start)


def start_beyond_the_end() -> bytes:
    """It says that its xref table stands where no file is any more."""
    data = good()
    place = data.rindex(b"startxref")
    return data[:place] + b"startxref\n99999999999\n%%EOF\n"
