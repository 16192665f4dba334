"""YAML as YAML 1.2 has it, and what is kept of it between runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import yamltext
from extract.yamltext import NotYamlError, parsed

TEXT = "risposte: [NO, SI, off]\nmesi: {1: gennaio, 2: febbraio}\nora: 1:30\nvuoto:\nfalso: false\n"
CONTENT = {
    "risposte": ["NO", "SI", "off"], "mesi": {1: "gennaio", 2: "febbraio"}, "ora": "1:30",
    "vuoto": None, "falso": False,
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def never(text: str) -> object:
    raise AssertionError("read again")


def test_what_was_read_is_kept_and_is_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsed(TEXT) == CONTENT
    monkeypatch.setattr(yamltext, "_read", never)
    assert parsed(TEXT) == CONTENT
    assert list(parsed(TEXT)) == list(CONTENT)
    with pytest.raises(AssertionError, match="read again"):
        parsed(TEXT + "altro: 1\n")


@pytest.mark.parametrize("written", [b"", b"{", b"\xff", b'{"pairs": 3}', b'{"other": []}', b'{"pairs": [[[], 1]]}'])
def test_a_damaged_cache_is_as_if_it_were_not_there(folder: Path, written: bytes) -> None:
    parsed(TEXT)
    (kept,) = (file for file in folder.rglob("*") if file.is_file())
    kept.write_bytes(written)
    assert parsed(TEXT) == CONTENT


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "obiettivi").write_text("a file")
    assert parsed(TEXT) == CONTENT


def test_what_json_does_not_hold_is_read_each_time(folder: Path) -> None:
    assert str(parsed("giorno: 2020-12-31")["giorno"]) == "2020-12-31"
    assert str(parsed("giorno: 2020-12-31")["giorno"]) == "2020-12-31"


@pytest.mark.parametrize(("text", "line"), [("a: 1\nb: [1\n", 3), ("a: 'x\n", 2), ("\ta: 1", 1)])
def test_what_is_no_yaml_says_the_line(text: str, line: int) -> None:
    with pytest.raises(NotYamlError) as error:
        parsed(text)
    assert error.value.line == line
