"""Text files: every encoding, every line end, and the text as it stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ReadError
from extract.read import read, read_bytes
from schemas.document import Document

SEED = Path(__file__).parent.parent / "corpus" / "reports" / "riviere-2020.txt"
ITALIAN = "Attività dell’Ente: è già più di metà\nPerché “no”? Città – 100 €\n"
WRITABLE = st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "Sc")) | st.sampled_from(" \n\t"))


def _text(data: bytes) -> str:
    return read_bytes(data, "prova.txt").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_italian_reads_alike_in_every_encoding(encoding: str) -> None:
    assert _text(ITALIAN.encode(encoding)) == ITALIAN


def test_latin1_with_bytes_that_cp1252_leaves_open() -> None:
    assert _text("perché sì\x81\n".encode("latin-1")) == "perché sì\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends_become_one_character(ending: str) -> None:
    document = read_bytes(f"uno{ending}due{ending}{ending}tre".encode(), "prova.txt")
    assert document.text == "uno\ndue\n\ntre"
    assert [line.end - line.start for line in document.lines] == [3, 3, 0, 3]


def test_form_feeds_break_pages() -> None:
    document = read_bytes(b"prima\n\fseconda\n\fterza\n\f", "prova.txt")
    assert [document.text[page.start : page.end] for page in document.pages] == ["prima", "seconda", "terza"]
    assert document.page_at(document.text.index("seconda")).number == 2
    assert [line.page for line in document.lines] == [1, 2, 3]


def test_without_form_feeds_there_is_one_page_and_no_boxes() -> None:
    document = read(SEED)
    assert len(document.pages) == 1
    assert (document.pages[0].width, document.words) == (0, ())
    place, = document.locate(*_span(document, "OBIETTIVO N. 13"))
    assert (place.page, place.boxes) == (1, ())


def test_the_seed_keeps_every_line() -> None:
    assert read(SEED).text == SEED.read_text(encoding="utf-8")
    assert read(SEED).source == "riviere-2020.txt"


def test_read_is_had_from_extract_too() -> None:
    import extract

    assert extract.read(SEED) == read(SEED)


def test_odd_spaces_are_blanks_and_ligatures_letters() -> None:
    assert _text("n.\u00a0289 e\u2009poi l’u\ufb03cio \u200bzero\ufeff\x00".encode()) == "n. 289 e poi l’ufficio zero"


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("la gestione infor-\nmatizzazione del\nregistro", "la gestione informatizzazione\ndel\nregistro"),
        ("per l’e-\ngovernment locale", "per l’e-government\nlocale"),
        ("il diritto pre-ruolo\ne il pre-\nruolo poi", "il diritto pre-ruolo\ne il pre-ruolo\npoi"),
        ("il ruolo della seduta pre-\nruolo", "il ruolo della seduta pre-ruolo"),
        ("emergenza COVID-\n19 ancora", "emergenza COVID-19\nancora"),
        ("nel Piano-\nProgramma", "nel Piano-Programma"),
        ("il triennio 2020-\n2022.", "il triennio 2020-2022."),
        ("mantenimento/\nrafforzamento del servizio", "mantenimento/rafforzamento\ndel servizio"),
        ("voce -\naltra voce", "voce -\naltra voce"),
        ("fine infor-\n\nmatizzazione", "fine infor-\n\nmatizzazione"),
        ("morbi\u00ad\ndo", "morbido"),
        ("a infor-\nmatiz-\nzazione b", "a informatizzazione\nb"),
    ],
)
def test_broken_words_are_made_whole(given_text: str, expected: str) -> None:
    assert _text(given_text.encode()) == expected


def test_a_word_whose_halves_are_words_is_mended_only_where_the_document_hyphenates() -> None:
    hyphenated = "il seguente atto\ninforma-\ntizzare e amministra-\nzione e con-\nseguente"
    assert _text(hyphenated.encode()).endswith("e conseguente")
    assert _text(b"il seguente atto\ncon-\nseguente").endswith("con-seguente")


def test_utf8_cut_within_a_letter_is_still_utf8() -> None:
    whole = "è più già così però perché sì né lì là dì tè "
    assert _text((whole + "città").encode()[:-1]) == whole + "citt\ufffd"


@pytest.mark.parametrize(
    ("data", "kind", "says"),
    [
        (b"", "empty", "0 bytes"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "format", "PNG image"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "format", "JPEG image"),
        (b"PK\x03\x04" + bytes(20) + b"word/document.xml", "format", "docx"),
        (b"PK\x03\x04" + bytes(20), "format", "zip"),
        (b"\n<!DOCTYPE html><html>", "format", "HTML"),
        (bytes(range(256)) * 20, "binary", "no text"),
        (b" \n\n\t ", "no_text", "blanks"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, kind: str, says: str) -> None:
    with pytest.raises(ReadError) as raised:
        read_bytes(data, "strano.pdf")
    assert raised.value.kind == kind
    assert says in str(raised.value)
    assert str(raised.value).startswith("strano.pdf: ")
    assert "\n" not in str(raised.value)


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    for path, kind in ((tmp_path / "manca.pdf", "missing"), (tmp_path, "folder")):
        with pytest.raises(ReadError) as raised:
            read(path)
        assert raised.value.kind == kind
        assert str(path) in str(raised.value)


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ReadError) as raised:
        read(tmp_path / "chiuso.txt")
    assert raised.value.kind == "permission"


@given(WRITABLE.filter(lambda text: bool(text.strip())))
def test_lines_and_pages_tile_the_text(text: str) -> None:
    document = read_bytes(("a" + text).encode(), "prova.txt")
    assert [document.text[line.start : line.end] for line in document.lines] == document.text.split("\n")
    assert "\n".join(document.text[page.start : page.end] for page in document.pages) == document.text


@given(st.text(alphabet="abcdefghilmnopqrstuvz àèìòù.,;:0123456789\n\t").filter(lambda text: bool(text.strip())))
def test_a_text_without_hyphens_comes_back_as_it_is(text: str) -> None:
    assert _text(text.encode()) == text


def _span(document: Document, quote: str) -> tuple[int, int]:
    start = document.text.index(quote)
    return start, start + len(quote)
