"""Rule packs prove themselves: every rule reads its examples and leaves its rejects alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from extract.errors import RuleError
from extract.rulebook import Pack, load, load_from
from extract.rulecheck import failures

PACKS = load().packs()


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.header.id)
def test_every_rule_reads_its_examples(pack: Pack) -> None:
    assert pack.rules
    assert all(rule.examples for rule in pack.rules)
    assert [failure.line() for failure in failures(pack)] == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped rules that a test may spoil."""
    shutil.copytree(Path(__file__).parents[1] / "rules", tmp_path / "rules")
    return tmp_path / "rules"


def test_a_changed_pack_has_another_digest(copy: Path) -> None:
    before = load_from(copy).digest
    labels = copy / "lexicon" / "labels.yml"
    labels.write_text(labels.read_text("utf-8").replace("  - Risultati\n", "  - Risultati\n  - Esiti\n"), "utf-8")
    assert load_from(copy).digest != before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("kind: heading", "kind: headline", "kind"),
        ("pattern: '^", "pattern: '(?=x)^", "heading"),
        ("{nth}", "{enth}", "{enth}"),
        ("inline: true", "inlined: true", "inlined"),
        ("rules:", "rules: [", "mend the YAML"),
    ],
)
def test_a_spoilt_pack_says_where(copy: Path, old: str, new: str, says: str) -> None:
    sections = copy / "narrative" / "sections.yml"
    sections.write_text(sections.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(RuleError) as caught:
        load_from(copy)
    assert says in str(caught.value)
    assert "narrative" in str(caught.value) or "sections.yml" in str(caught.value)


def test_an_example_that_fails_is_shown(copy: Path) -> None:
    sections = copy / "narrative" / "sections.yml"
    text = sections.read_text("utf-8")
    right, wrong = "OBIETTIVO N. 5, expect: {number: 5}", "OBIETTIVO N. 5, expect: {number: 6}"
    assert right in text
    sections.write_text(text.replace(right, wrong), "utf-8")
    pack = next(p for p in load_from(copy).layouts if p.header.id == "narrative")
    assert [f.rule for f in failures(pack)] == ["narrative/heading"]
