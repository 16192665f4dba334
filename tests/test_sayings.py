"""What the audit listens for in sentences: each saying is found in its own examples, and not in those it leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from extract.audit.words import saying
from extract.audit.words.needed import may_match, needs_of
from extract.audit.words.saying import Said, Saying, names, sayings


def _all() -> Iterator[tuple[str, str, Said]]:
    return ((file, name, said) for file in names() for name, said in sayings(file).items())


@cache
def _texts() -> tuple[str, ...]:
    told = (text for *_, said in _all() for text in (*said.reads, *said.leaves))
    return tuple(next(iter(text)) if isinstance(text, Mapping) else text for text in told)


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(file, name, text, id=f"{file}.{name}: {text}")
        for file, name, said in _all() for text in getattr(said, kind)
    ]


@pytest.mark.parametrize(("file", "name", "text"), _examples("reads"))
def test_a_saying_is_found_where_it_is_said(file: str, name: str, text: str | Mapping[str, object]) -> None:
    whole, held = next(iter(text.items())) if isinstance(text, Mapping) else (text, None)
    found = [match for form in Saying(file, name).patterns for match in form.finditer(whole)]
    assert found
    assert held is None or str(held) in {group for match in found for group in match.groups()}


@pytest.mark.parametrize(("file", "name", "text"), _examples("leaves"))
def test_a_saying_is_not_found_where_it_is_not_said(file: str, name: str, text: str) -> None:
    assert not any(form.search(text) for form in Saying(file, name).patterns)


@pytest.mark.parametrize(("file", "name", "said"), [pytest.param(*one, id=f"{one[0]}.{one[1]}") for one in _all()])
def test_a_saying_shows_what_it_reads_and_no_form_finds_nothing(file: str, name: str, said: Said) -> None:
    assert said.reads, "a saying has an example at least"
    assert not any(form.fullmatch("") for form in Saying(file, name).patterns) or "\\Z" in "".join(said.forms)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ("one:\n  reads: [a]\n", "forms"),
        ("one:\n  forms: ['a']\n  wants: [b]\n", "forms"),
        ("one:\n  forms: ['a ?b']\n", "blank"),
        ("- a\n", "mapping"),
    ],
)
def test_a_file_that_is_wrong_is_named(
    content: str, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "sayings"
    folder.mkdir()
    (folder / "wrong.yml").write_text(content, "utf-8")
    monkeypatch.setattr(saying, "files", lambda _: tmp_path)
    with pytest.raises(ValueError, match=rf"rules/sayings/wrong\.yml.*{wrong}"):
        sayings("wrong")


@pytest.mark.parametrize(("file", "name", "said"), [pytest.param(*one, id=f"{one[0]}.{one[1]}") for one in _all()])
def test_what_a_saying_needs_stands_wherever_it_is_found(file: str, name: str, said: Said) -> None:
    """In every example of any saying in which a form is found: a text without it need not be searched."""
    flags = re.NOFLAG if said.cased else re.IGNORECASE
    for form in said.forms:
        needs = (needs_of(form),)
        assert all(may_match(needs, text) for text in _texts() if re.search(form, text, flags)), form


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("non stat[oaie] fatto", [{"non stat"}, {" fatto"}]),
        (r"\bnon\s+(?:\w+\s+){0,3}valutabil[ei]\b", [{"non"}, {"valutabil"}]),
        ("(?:uno|due)(?!tre)quattro", [{"quattro"}, {"due", "uno"}]),
        ("uno(?:due)?tre", [{"tre"}, {"uno"}]),
        ("ab{0,2}c", []),
        ("abc+", [{"abc"}]),
        ("abc*", [{"ab"}]),
        (r"(?:uno|\d)", []),
        (r"soltanto|sol[oa]", [{"sol"}]),
        (r"\(x\)|[%)]due", [{"(x)", "due"}]),
        ("(?P<part>GIÀ) più", [{"già"}, {" più"}]),
    ],
)
def test_what_is_needed_is_what_the_letters_say(pattern: str, needed: list[set[str]]) -> None:
    assert {frozenset(words) for words in needed} == set(needs_of(pattern))


def test_brackets_that_do_not_match_are_refused() -> None:
    for wrong in ("(a", "a)", "(?=a"):
        with pytest.raises(ValueError, match="bracket"):
            needs_of(wrong)
