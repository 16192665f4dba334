"""Numbers, dates and whole cells: what is read, what is refused, and what holds for any text."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.language import Analysis, Hints, analyse, measure, parse_date, parse_number

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
    "novembre", "dicembre",
)
SECTIONS = st.sampled_from(
    ["title", "plan_reference", "description", "expected_benefits", "results", "notes", "footnote", "action"]
)
PIECES = st.sampled_from([
    "n.", "almeno", "il", "12", "31/12/2020", "n. 46/2021", "di cui", "da", "a", "tre", "un", "centinaio", "di",
    "eventi",
    "sono stati", "erano", "nel", "2019", "2020", "%", "€", "1.234,50", "(", ")", ":", ",", ".", ";", "\n", "1.",
    "2.", "-",
    "entro", "pari a", "il target era", "superiore", "alle", "marzo", "D.Lgs.", "A01.01", "<", ">=", "tra", "e", "mila",
    "giorni", "previsti", "realizzati", "passare", "su", "imprese abilitate", "“", "l'", "4.0", "COVID19", "°",
    "\x00", "½",
])
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=120)


def italian(number: int, decimals: int | None = None) -> str:
    whole = f"{number:,}".replace(",", ".")
    return whole if decimals is None else f"{whole},{decimals:02d}"


@given(st.integers(0, 10**9), st.integers(0, 99) | st.none())
def test_italian_numbers_come_back(number: int, decimals: int | None) -> None:
    parsed = parse_number(italian(number, decimals))
    assert parsed == pytest.approx(number + (decimals or 0) / 100)
    assert isinstance(parsed, int) == (not decimals)


@pytest.mark.parametrize("text", ["4.0", "12.34", "1.2.3", "007", "1,2,3", "1.23,4", "un", "", "A01", "1.2345", "10%"])
def test_what_may_be_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(("word", "value"), [
    ("due", 2), ("ventuno", 21), ("ventitré", 23), ("ventitrè", 23), ("ventotto", 28), ("cento", 100), ("centouno",
    101),
    ("centotto", 108), ("duecentocinquanta", 250), ("mille", 1000), ("millecinquecento", 1500), ("duemila", 2000),
    ("dodicimila", 12000), ("trecentomila", 300000), ("tremilaquattrocento", 3400), ("zero", 0),
    ("settembre", None), ("centro", None), ("treno", None), ("novembre", None), ("unomila", None),
])
def test_number_words(word: str, value: int | None) -> None:
    assert parse_number(word) == value


@given(st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31)))
def test_dates_come_back(day: dt.date) -> None:
    ways = [
        f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%d-%m-%Y}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day.day} {MONTHS[day.month - 1].upper()}\n{day.year}",
    ]
    assert [parsed.iso if (parsed := parse_date(way)) else None for way in ways] == [day.isoformat()] * len(ways)


@pytest.mark.parametrize(("text", "iso", "precision"), [
    ("31/12/20", "2020-12-31", "day"), ("1° marzo 2021", "2021-03-01", "day"), ("primo marzo 2021", "2021-03-01",
    "day"),
    ("febbraio 2021", "2021-02", "month"), ("DIC-15", "2015-12", "month"), ("12/2020", "2020-12", "month"),
])
def test_partial_dates(text: str, iso: str, precision: str) -> None:
    parsed = parse_date(text)
    assert parsed is not None
    assert (parsed.iso, parsed.precision) == (iso, precision)


@pytest.mark.parametrize("text", ["31/02/2020", "2020", "giugno", "45/2021", "01.01", "32 marzo 2020",
    "12 eventi 2020", ""])
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(("cell", "expected"), [
    (">= 90%", (">=", 90, None, "%", None)), ("<= 10 gg.", ("<=", 10, None, "days", None)),
    ("maggiore o uguale a 90,00%", (">=", 90, None, "%", None)), ("almeno 3", (">=", 3, None, None, None)),
    ("non superiore a 30 giorni", ("<=", 30, None, "days", None)),
    ("entro il 30/06/2020", ("<=", None, None, None, "2020-06-30")), ("31.12.2020", (None, None, None, None,
    "2020-12-31")),
    ("DIC-15", (None, None, None, None, "2015-12")), ("n. 1", (None, 1, None, None, None)),
    ("SI", (None, True, None, "boolean", None)), ("NO", (None, False, None, "boolean", None)),
    ("tra 5 e 10", ("range", 5, 10, None, None)), ("80-90%", ("range", 80, 90, "%", None)),
    ("€ 9.300,00.=", (None, 9300, None, "EUR", None)), ("2+4", (None, 6, None, None, None)),
    ("aumento del 20% rispetto alla baseline", (None, 20, None, "%", None)), ("60,00", (None, 60, None, None, None)),
    ("72.5%", (None, 72.5, None, "%", None)), ("2.355", (None, 2355, None, None, None)), ("-5%", (None, -5, None,
    "%", None)),
    ("n. azioni > 3", (">", 3, None, None, None)), ("12 mesi", (None, 12, None, "months", None)), ("0", (None,
    0, None, None, None)),
])
def test_cells(cell: str, expected: tuple[object, ...]) -> None:
    value = measure(f"  {cell}\n")
    assert value is not None
    assert (value.operator, value.value, value.upper, value.unit, value.date) == expected
    assert f"  {cell}\n"[value.start:value.end] == value.text


@pytest.mark.parametrize("cell", ["", "  ", "-", "–", "_", "n.d.", "N.D.", "nd", "95/100", "A01.01", "vedi nota", "…"])
def test_empty_cells(cell: str) -> None:
    assert measure(cell) is None


@settings(max_examples=150, deadline=None)
@given(TEXTS, SECTIONS, st.sampled_from([None, 2020]))
def test_any_text_is_read_within_its_bounds(text: str, section: str, year: int | None) -> None:
    analysis = analyse(text, Hints(section, year=year))
    spans = [(one.start, one.end) for kind in (analysis.statements, analysis.moments, analysis.series, analysis.ignored)
             for one in kind]
    assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)
    for statement in analysis.statements:
        assert statement.kind != "target" or statement.operator
        assert statement.kind != "quantity" or statement.role
        if statement.label_span and not statement.derived:
            assert statement.label
            assert 0 <= statement.label_span[0] < statement.label_span[1] <= len(text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, SECTIONS)
def test_every_figure_is_accounted_for(text: str, section: str) -> None:
    analysis = analyse(text, Hints(section, year=2020))
    spans = [(one.start, one.end) for kind in (analysis.statements, analysis.moments, analysis.series, analysis.ignored)
             for one in kind]
    lost = [at for at, letter in enumerate(text)
            if letter in "0123456789" and not any(start <= at < end for start, end in spans)]
    assert lost == [], [text[at] for at in lost]


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_any_cell_is_read(text: str) -> None:
    value = measure(text)
    assert value is None or text[value.start:value.end] == value.text


def test_line_breaks_are_white_space() -> None:
    text = "Sono stati evasi non meno\n\ndi 30 fascicoli entro il 31\ndicembre\n\n2020"
    broken = analyse(text, Hints("expected_benefits", year=2020))
    assert [(one.operator, one.value, one.label) for one in broken.statements] == [(">=", 30, "fascicoli")]
    assert [(one.date.iso, one.role) for one in broken.moments] == [("2020-12-31", "deadline")]


def test_a_counted_list_shows_every_mark() -> None:
    text = "le azioni attivate sono state:\n1. uno sportello;\n2. un portale;\n3. un numero verde."
    (found,) = analyse(text, Hints("results")).statements
    assert (found.value, found.label, found.derived) == (3, "azioni attivate", True)
    assert [text[start:end] for start, end in found.places] == ["1", "2", "3"]


def test_what_was_left_aside_has_a_reason() -> None:
    text = (
        "Nel 2020 (D88.03, art. 12) l'obiettivo E-government 2 ha interessato le tre sedi, "
        "ai sensi del D.Lgs. n. 82/2005"
    )
    analysis = analyse(text, Hints("results", year=2020))
    assert analysis.statements == ()
    reasons = {text[one.start:one.end]: one.reason for one in analysis.ignored}
    assert reasons == {"2020": "year", "D88.03": "code", "12": "name", "2": "name", "tre": "qualifier",
        "82/2005": "act"}


def test_a_text_without_numbers_never_loads_spacy() -> None:
    code = (
        "import sys; from extract.language import Hints, analyse\n"
        "found = analyse('Il servizio prosegue con regolarità.', Hints('results'))\n"
        "print(found.statements, any(name.partition('.')[0] == 'spacy' for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "() False"
    assert analyse("Il servizio prosegue.", Hints("results")) == Analysis()


def test_digits_beyond_any_amount_are_a_code() -> None:
    text = "codice " + "7" * 10_000 + " e 3 corsi svolti"
    analysis = analyse(text, Hints("results", year=2020))
    assert [one.value for one in analysis.statements] == [3]
    assert measure("7" * 10_000) is None


ADVERSARIAL = {
    "numbers": "12 eventi, ", "bare numbers": "5 ", "joined numbers": "5 e ", "parts": "5 eventi di cui ",
    "ratios": "5 su 6 (83,3%), ", "years": "nel 2018 12, ", "changes": "da 5 a 6 passati ", "open": "(5 ",
    "close": "5) ", "colons": "5: ", "verbs": "erano stati ", "minus": "-5 ", "acts": "decreto n. 5 del 3 marzo 2020 ",
    "of": "di corso ", "hyphens": "a-", "dots": "1.1", "dotted": "a.", "glue": "5a", "bullets": "\n- fatte 3",
    "articles": "un'", "quotes": "“", "spaces": " ", "signs": "<=", "words": "mille", "at": "a@",
}
CPU_SECONDS = 120
"""Generous: all of the texts take half a minute together where the time is linear, hours where it is not."""


def test_paragraphs_of_one_thing_repeated_are_read_in_time() -> None:
    code = (
        "import json, resource, sys; resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]),) * 2)\n"
        "from extract.language import Hints, analyse\n"
        "for name, piece in json.loads(sys.argv[1]).items():\n"
        "    analyse(piece * (50_000 // len(piece)) + ' 5 corsi', Hints('results', year=2020))\n"
        "    print(name, flush=True)\n"
    )
    child = [sys.executable, "-c", code, json.dumps(ADVERSARIAL), str(CPU_SECONDS)]
    done = subprocess.run(child, capture_output=True, text=True)
    assert done.stdout.splitlines() == list(ADVERSARIAL), done.stderr[-500:]
