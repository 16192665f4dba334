"""Rule packs prove themselves: every rule reads its examples and leaves its rejects alone; a spoilt pack says where."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from extract.errors import RuleError
from extract.rulebook import Pack, load, load_from
from extract.rulecheck import failures
from extract.rulefile import PackError
from schemas.rule import ColumnRule

ROOT = Path(__file__).parents[1]
PACKS = load().packs()


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.header.id)
def test_every_rule_reads_its_examples(pack: Pack) -> None:
    assert pack.rules
    assert all(rule.examples for rule in pack.rules)
    assert [failure.line() for failure in failures(pack)] == []


def test_every_rule_is_proved_once_in_the_pack_it_stands_in() -> None:
    proved = [f"{pack.header.id}/{rule.id}" for pack in PACKS for rule in pack.own()]
    assert len(proved) == len(set(proved)) > 100
    assert set(proved) == {pack.name(rule) for pack in PACKS for rule in pack.rules}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.header.id)
def test_a_shipped_pack_is_called_as_its_folder_and_replaces_nothing(pack: Pack) -> None:
    assert pack.header.id == pack.folder.path.name
    assert dict(pack.replaces) == {}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped rules that a test may spoil."""
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    return tmp_path / "rules"


def edit(file: Path, old: str, new: str) -> int:
    """Put `new` for the first `old` in a file; the line it stands on."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return text.count("\n", 0, text.index(old)) + 1


@pytest.mark.parametrize(("file", "old", "new"), [
    ("lexicon/labels.yml", "  - Risultati\n", "  - Risultati\n  - Responsi\n"),
    ("headings/sections.yml", "kind: heading", "kind: heading\n    note: changed"),
])
def test_a_changed_pack_has_another_digest(copy: Path, file: str, old: str, new: str) -> None:
    before = load_from(copy).digest
    edit(copy / file, old, new)
    assert load_from(copy).digest != before


@pytest.mark.parametrize(
    ("file", "old", "new", "says", "line"),
    [
        ("headings/sections.yml", "kind: heading", "kind: headline", "no kind 'headline'; did you mean 'heading'?", 0),
        ("headings/sections.yml", "pattern: '^", "pattern: '(?=x)^", "rule heading: invalid perl operator: (?=", 0),
        ("headings/sections.yml", "{nth}", "{enth}", "no fragment {enth}", 0),
        ("headings/sections.yml", "?P<number>", "?P<numero>", "names neither number nor code", 0),
        ("headings/sections.yml", "rules:", "rules: [", "mend the YAML", 1),
        ("common/sections.yml", "inline: true", "inlined: true", "unknown key 'inlined'; did you mean 'inline'?", 0),
        ("common/sections.yml", "section: title", "section: titel", "is none of its values; did you mean 'title'?", 0),
        ("common/sections.yml", "'{labels.title}'", "''", "rule title-label: it matches where nothing stands", 0),
        ("common/fields.yml", "set: {level: strategic}", "set: {level: top}", "level cannot be 'top'; it is", 0),
        ("common/fields.yml", "types: {value: number", "types: {worth: number", "types: 'worth' is nothing it may", 0),
        ("forms/columns.yml", "'{labels.title}'", "'{labels.titel}'", "no list of labels {labels.titel}", 0),
        ("forms/columns.yml", "heads: [N., ", "heads: ['%', ", "the head '%' has no letter", 0),
        ("narrative/pack.yml", "[common, headings, levels]", "[common, heading, levels]",
         "no pack 'heading'; did you mean", 0),
        ("narrative/pack.yml", "recognises:", "recognizes:", "unknown key 'recognizes'; did you mean 'recognises'?", 0),
        ("narrative/pack.yml", "id: narrative", "id: the narrative", "'the narrative' is not of its form", 0),
        ("common/pack.yml", "title:", "uses: [narrative]\ntitle:", "'common' uses this pack in turn", None),
    ],
)
def test_a_spoilt_pack_says_where(
    copy: Path, file: str, old: str, new: str, says: str, line: int | None
) -> None:
    """With pack, file and line; 0 is the line that was spoilt, 1 one further on, None that of a pack that uses it."""
    at = edit(copy / file, old, new)
    with pytest.raises(RuleError) as caught:
        load_from(copy)
    told = str(caught.value)
    assert says in told
    if line is not None:
        assert told.startswith(f"rules/{file}:{at + line}: pack ")
    assert "; " in told
    assert "\n" not in told


def test_all_that_is_wrong_with_a_pack_is_told_at_once(copy: Path) -> None:
    edit(copy / "headings" / "sections.yml", "{nth}", "{enth}")
    edit(copy / "headings" / "sections.yml", "?P<number>", "?P<numero>")
    (copy / "headings" / "fields.yml").write_text("rules:\n  - {id: x, kind: choise}\n", "utf-8")
    with pytest.raises(PackError) as caught:
        load_from(copy)
    assert len({str(fault).split(": ")[0] for fault in caught.value.faults}) > 1
    assert "more: `obiettivi rules check` lists them" in str(caught.value)


def test_an_id_that_stands_twice_in_a_pack_is_refused_with_both_places(copy: Path) -> None:
    whole = (copy / "headings" / "sections.yml").read_text("utf-8")
    (copy / "headings" / "fields.yml").write_text(whole, "utf-8")
    with pytest.raises(RuleError, match=r"headings/fields\.yml:\d+: .*first at rules/headings/sections\.yml:\d+;"):
        load_from(copy)
    (copy / "headings" / "fields.yml").unlink()
    (copy / "headings" / "sections.yml").write_text(whole + whole.replace("rules:\n", ""), "utf-8")
    again = whole.count("\n") + 2  # the first rule of the second half, below its comment
    with pytest.raises(RuleError, match=rf"headings/sections\.yml:{again}: .*'heading' stands twice"):
        load_from(copy)


def test_an_example_that_fails_is_shown_with_its_line(copy: Path) -> None:
    right, wrong = "OBIETTIVO N. 5, expect: {number: 5}", "OBIETTIVO N. 5, expect: {number: 6}"
    line = edit(copy / "headings" / "sections.yml", right, wrong)
    book = load_from(copy)
    (failure,) = (failure for pack in book.packs() for failure in failures(pack))  # not once for each pack that uses it
    assert (failure.rule, failure.where) == ("headings/heading", f"rules/headings/sections.yml:{line}")
    assert failure.line().endswith('"OBIETTIVO N. 5": expected number 6, came number 5')


def test_a_head_that_another_rule_reads_says_which(copy: Path) -> None:
    edit(copy / "forms" / "columns.yml", "examples: [{text: 'N. Obiettivo'", "examples: [{text: 'Peso'")
    (failure,) = (failure for pack in load_from(copy).packs() for failure in failures(pack))
    assert "came nothing (forms/weight-head reads it: weight)" in failure.line()


# A person's own packs


def own(folder: Path, header: str, **files: str) -> Path:
    """A pack in `folder`: `pack.yml` with an id, a version and a title, and its files of rules."""
    folder.mkdir(parents=True)
    (folder / "pack.yml").write_text(f"version: 1.0.0\ntitle: Prova\n{header}\n", "utf-8")
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    return folder


def column(name: str, head: str, role: str) -> str:
    return (f"rules:\n  - id: {name}\n    kind: column\n    role: {role}\n    heads: [{head}]\n"
            f"    examples: [{{text: {head}, expect: {{role: {role}}}}}]\n")


def test_an_own_pack_has_the_rules_of_those_it_uses_and_of_those_they_use(tmp_path: Path) -> None:
    mine = own(tmp_path / "mine", "id: mine\nuses: [narrative]\nrecognises: {headings: 2}",
               columns=column("peso", "Peso strategico", "weight"))
    book = load_from(ROOT / "rules", [mine])
    pack = book.layouts[0]
    assert pack.header.id == "mine"
    assert {pack.name(rule) for rule in pack.rules} >= {"mine/peso", "headings/heading", "common/score"}
    assert [rule.id for rule in pack.own()] == ["peso"]
    assert book.digest != load().digest


def test_heads_of_an_own_pack_are_known_before_any_layout_is_and_its_other_rules_are_not(tmp_path: Path) -> None:
    label = ("rules:\n  - id: esito\n    kind: label\n    section: results\n    labels: esito\n"
             "    examples: [{text: 'Esito:', expect: {section: results}}]\n")
    mine = own(tmp_path / "mine", "id: mine", columns=column("peso", "Peso strategico", "weight"), sections=label)
    general = load_from(ROOT / "rules", [mine]).general
    assert general.name(general.heads["pesostrategico"]) == "mine/peso"
    assert all(isinstance(rule, ColumnRule) for rule in general.rules if general.name(rule).startswith("mine/"))


def test_an_own_pack_replaces_the_shipped_one_of_its_id_and_may_use_it(tmp_path: Path) -> None:
    alone = own(tmp_path / "alone", "id: headings", columns=column("peso", "Peso strategico", "weight"))
    more = own(tmp_path / "more", "id: headings\nuses: [headings]", columns=column("peso", "Peso strategico", "weight"))
    for folder, kept in ((alone, False), (more, True)):
        narrative = next(p for p in load_from(ROOT / "rules", [folder]).layouts if p.header.id == "narrative")
        assert "peso" in narrative.places
        assert ("heading" in narrative.places) is kept


def test_a_rule_of_ones_own_takes_the_place_of_a_used_one_of_its_id(tmp_path: Path) -> None:
    mine = own(tmp_path / "mine", "id: mine\nuses: [forms]\nrecognises: {columns: [weight]}",
               columns=column("weight-head", "Pondo", "weight"))
    pack = load_from(ROOT / "rules", [mine]).layouts[0]
    assert dict(pack.replaces) == {"weight-head": "forms/weight-head"}
    assert "pesatura" not in pack.heads
    assert pack.name(pack.heads["pondo"]) == "mine/weight-head"


def test_own_packs_may_use_one_another_but_not_in_a_circle(tmp_path: Path) -> None:
    one = own(tmp_path / "one", "id: one\nuses: [two]")
    two = own(tmp_path / "two", "id: two", columns=column("peso", "Peso strategico", "weight"))
    book = load_from(ROOT / "rules", [one, two])
    assert "peso" in next(pack for pack in book.shared if pack.header.id == "one").places
    (two / "pack.yml").write_text("id: two\nversion: 1.0.0\ntitle: x\nuses: [one]\n", "utf-8")
    with pytest.raises(RuleError, match=r"pack\.yml:4: pack two: uses: 'one' uses this pack in turn"):
        load_from(ROOT / "rules", [one, two])


def test_two_folders_with_one_id_are_refused_and_one_folder_twice_is_one(tmp_path: Path) -> None:
    one, two = own(tmp_path / "one", "id: mine"), own(tmp_path / "two", "id: mine")
    with pytest.raises(RuleError, match=re.escape(f"{two}: the pack {one} has the id mine too")):
        load_from(ROOT / "rules", [one, two])
    assert len(load_from(ROOT / "rules", [one, one]).packs()) == len(PACKS) + 1


def test_what_only_the_report_pack_reads_is_refused_elsewhere(tmp_path: Path) -> None:
    rule = ("rules:\n  - id: ente\n    kind: pattern\n    field: issuer\n    within: [preface]\n"
            "    pattern: '(?P<issuer>Ente)'\n    examples: [{text: Ente, expect: {issuer: Ente}}]\n")
    mine = own(tmp_path / "mine", "id: mine", fields=rule)
    with pytest.raises(RuleError, match=r"fields\.yml:4: pack mine, rule ente: issuer is read by the pack rep"):
        load_from(ROOT / "rules", [mine])
    (mine / "pack.yml").write_text("id: report\nversion: 1.0.0\ntitle: x\nuses: [report]\n", "utf-8")
    assert "ente" in load_from(ROOT / "rules", [mine]).report.places


def test_a_misspelt_file_is_not_passed_over(tmp_path: Path) -> None:
    mine = own(tmp_path / "mine", "id: mine", colums=column("peso", "Peso strategico", "weight"))
    with pytest.raises(RuleError, match=r"colums\.yml: .*did you mean 'columns\.yml'"):
        load_from(ROOT / "rules", [mine])
