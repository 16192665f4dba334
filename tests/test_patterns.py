"""Patterns proved in an earlier run are those that are proved now; sieves tell what a search would."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
import re2

from extract.errors import RuleError
from extract.patterns import Pattern, Sieve, Sieves
from extract.rulebook import Rulebook, load_from

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def patterns(rulebook: Rulebook) -> dict[str, tuple[str, dict[str, int]]]:
    return {
        f"{pack.header.id}/{key}": (pattern.source, dict(pattern.groups))
        for pack in rulebook.packs() for key, pattern in pack.patterns.items()
    }


def kept(folder: Path) -> Iterable[Path]:
    return (file for file in (folder / "cache" / "obiettivi" / "patterns").rglob("*") if file.is_file())


def never(*_: object) -> None:
    raise AssertionError("compiled again")


def test_what_was_proved_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_from(ROOT / "rules")
    assert any(groups for _, groups in patterns(first).values())
    with monkeypatch.context() as patched:
        patched.setattr(re2, "compile", never)
        second = load_from(ROOT / "rules")
    assert patterns(second) == patterns(first)
    assert second.digest == first.digest
    text = "OBIETTIVO N. 7 - SPORTELLI\nRisultati\nAttivati 12 sportelli"
    for one, other in zip(first.packs(), second.packs(), strict=True):
        for key, pattern in one.patterns.items():
            found = [match.spans for match in other.patterns[key].finditer(text)]
            assert found == [match.spans for match in pattern.finditer(text)]


@pytest.mark.parametrize("written", [b"", b"{", b"[]", b"\xff", b'{"a": 1}', b'{"a": {"b": "c"}}'])
def test_a_damaged_cache_is_as_if_it_were_not_there(folder: Path, written: bytes) -> None:
    first = patterns(load_from(ROOT / "rules"))
    for file in kept(folder):
        file.write_bytes(written)
    assert patterns(load_from(ROOT / "rules")) == first


def test_what_is_not_valid_is_refused_each_time(folder: Path) -> None:
    shutil.copytree(ROOT / "rules", folder / "rules")
    load_from(folder / "rules")
    spoilt = folder / "rules" / "headings" / "sections.yml"
    spoilt.write_text(spoilt.read_text("utf-8").replace("(?P<number>", "(?=(?P<number>", 1), "utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match="patterns are RE2"):
            load_from(folder / "rules")


def test_a_changed_fragment_is_proved_again(folder: Path) -> None:
    shutil.copytree(ROOT / "rules", folder / "rules")
    load_from(folder / "rules")
    lexicon = folder / "rules" / "lexicon" / "fragments.yml"
    text = lexicon.read_text("utf-8")
    assert "dash: '[-–—]'" in text
    lexicon.write_text(text.replace("dash: '[-–—]'", "dash: '(?<x)'"), "utf-8")
    with pytest.raises(RuleError):
        load_from(folder / "rules")


def test_sieves_tell_what_a_search_tells() -> None:
    words = [Pattern(f"(?i){word}") for word in ("atti", "ricorsi", "visite")]
    other = Pattern(r"\d+%")
    sieves = Sieves(words, [other])
    for text in ("Atti e visite", "il 90% delle visite", "", "nulla"):
        there = sieves.occurring(text)
        assert [one for one in (*words, other) if one in there] == [one for one in (*words, other) if one.search(text)]
        assert Pattern("nulla") not in there
    assert "atti" not in sieves.occurring("atti")


def test_only_the_sieve_that_is_asked_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Pattern("atti"), Pattern("visite")
    there = Sieves([first], [second]).occurring("atti e visite")
    asked: list[tuple[Pattern, ...]] = []
    sift = Sieve.sift
    monkeypatch.setattr(Sieve, "sift", lambda self, text: asked.append(self._patterns) or sift(self, text))
    assert second in Sieves([first], [second]).occurring("atti e visite")
    assert asked == [(second,)]
    assert first in there
