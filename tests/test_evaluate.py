"""Scores against known answers: perfect, missed, invented, changed, and what does not count."""

from __future__ import annotations

import copy
import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hand_report import CORPUS, report_from, seed_gold
from hypothesis import given
from hypothesis import strategies as st

from extract import evaluate
from extract.commands import evaluate as evaluate_command
from extract.evaluate.kinds import fold, same_label, same_value

Values = dict[str, Any]


def read_as(change: Callable[[Values], None] = lambda gold: None) -> Values:
    """What a reader would print that reads the gold with one change."""
    gold = seed_gold()
    change(gold)
    return report_from(gold).model_dump(mode="json")


def compared(change: Callable[[Values], None] = lambda gold: None) -> evaluate.Comparison:
    return evaluate.compare(evaluate.gold_of(seed_gold()), read_as(change))


def test_a_perfect_reading_has_every_value_right_and_nothing_wrong() -> None:
    result = compared()
    assert result.wrong == ()
    assert all(count.f1 == 1.0 for count in result.counts.values())
    assert result.counts["objectives"] == evaluate.Count(13, 13, 13)
    assert result.counts["series"] == evaluate.Count(8, 8, 8)
    assert result.micro.gold > 200


def test_a_missed_value_lowers_recall_alone() -> None:
    result = compared(lambda gold: gold["objectives"][11]["targets"].pop(0))
    assert result.counts["targets"] == evaluate.Count(gold=11, read=10, hits=10)
    assert result.counts["targets"].precision == 1.0
    assert result.counts["targets"].recall == pytest.approx(10 / 11)
    (wrong,) = result.wrong
    assert (wrong.objective, wrong.kind, wrong.read) == ("12", "targets", None)
    assert wrong.expected is not None
    assert wrong.expected["label"] == "ore di sportello settimanale"


def test_an_invented_value_lowers_precision_alone_and_shows_its_quote() -> None:
    date = {"date": "2018", "precision": "year", "role": "baseline", "section": "action"}
    result = compared(lambda gold: gold["objectives"][11]["dates"].append(date))
    assert result.counts["dates"] == evaluate.Count(gold=10, read=11, hits=10)
    assert result.counts["dates"].recall == 1.0
    (wrong,) = result.wrong
    assert (wrong.objective, wrong.expected, wrong.read, wrong.quote, wrong.page) == ("12", None, date, "2018", 1)


def test_a_changed_value_is_one_missed_and_one_invented_shown_together() -> None:
    def change(gold: Values) -> None:
        gold["objectives"][7]["targets"][0]["operator"] = ">"

    result = compared(change)
    assert result.counts["targets"] == evaluate.Count(gold=11, read=11, hits=10)
    (wrong,) = result.wrong
    assert wrong.expected is not None
    assert wrong.read is not None
    assert (wrong.expected["operator"], wrong.read["operator"]) == (">=", ">")


def test_a_null_in_the_gold_must_be_null() -> None:
    def change(gold: Values) -> None:
        gold["objectives"][4]["outcome"] = "achieved"
        gold["objectives"][11]["plan_references"][0]["title"] = "progetto PID"

    result = compared(change)
    assert {(wrong.kind, wrong.expected is None) for wrong in result.wrong} == {
        ("outcome", True), ("plan_references.title", True),
    }


def test_what_the_gold_never_states_is_not_counted() -> None:
    def change(gold: Values) -> None:
        gold["objectives"][11]["footnotes"] = [{"mark": "1", "text": "decreto del Ministro"}]
        gold["objectives"][0]["sections"]["notes"] = "una nota"
        gold["objectives"][0]["weight"] = 30
        gold["objectives"][10]["series"][0]["unit"] = "days"
        gold["objectives"][0]["indicators"][0]["formula"] = "a/b"

    assert compared(change).wrong == ()


def test_an_indicator_target_stated_once_counts_for_every_indicator() -> None:
    def change(gold: Values) -> None:
        gold["objectives"][8]["indicators"][0]["target"] = {"operator": "=", "value": 100, "unit": "%"}

    (wrong,) = compared(change).wrong
    assert (wrong.objective, wrong.kind, wrong.expected) == ("9", "indicators.target", None)


def test_quotes_blanks_and_case_of_labels_do_not_count_and_words_do() -> None:
    def typography(gold: Values) -> None:
        objective = gold["objectives"][4]
        objective["title"] = objective["title"].replace('"', "”").replace(" ", "\u00a0")
        objective["quantities"][0]["label"] = "Imprese  ABILITATE"

    assert compared(typography).wrong == ()

    def case_of_a_title(gold: Values) -> None:
        gold["objectives"][4]["title"] = gold["objectives"][4]["title"].lower()

    assert [wrong.kind for wrong in compared(case_of_a_title).wrong] == ["title"]

    def a_word_less(gold: Values) -> None:
        text = gold["objectives"][4]["sections"]["results"]
        gold["objectives"][4]["sections"]["results"] = text.replace("anche ", "")

    assert [wrong.kind for wrong in compared(a_word_less).wrong] == ["sections"]


def test_repeated_values_count_as_often_as_they_stand() -> None:
    result = compared(lambda gold: gold["objectives"][11]["quantities"].append(gold["objectives"][11]["quantities"][0]))
    assert result.counts["quantities"] == evaluate.Count(gold=15, read=16, hits=15)


def test_an_objective_not_read_misses_all_its_values() -> None:
    result = compared(lambda gold: gold["objectives"].pop(0))
    assert result.counts["objectives"] == evaluate.Count(gold=13, read=12, hits=12)
    assert result.counts["title"] == evaluate.Count(gold=13, read=12, hits=12)
    assert {wrong.objective for wrong in result.wrong} == {"1"}
    assert all(wrong.read is None for wrong in result.wrong)


def test_a_misread_number_is_one_error_and_not_a_lost_objective() -> None:
    def change(gold: Values) -> None:
        gold["objectives"][5]["number"] = 90

    result = compared(change)
    assert [(wrong.kind, wrong.objective) for wrong in result.wrong] == [("objectives", "6")]


def test_objectives_without_number_go_by_title_then_by_order() -> None:
    def change(gold: Values) -> None:
        for objective in gold["objectives"]:
            objective["number"] = None

    gold = seed_gold()
    change(gold)
    read = read_as(change)
    assert evaluate.compare(evaluate.gold_of(gold), read).wrong == ()
    read["objectives"][3]["title"] = "tutt'altro"
    assert [wrong.kind for wrong in evaluate.compare(evaluate.gold_of(gold), read).wrong] == ["title"]


def test_the_order_of_items_does_not_matter() -> None:
    def change(gold: Values) -> None:
        for objective in gold["objectives"]:
            for name in ("targets", "quantities", "series", "dates", "plan_references"):
                objective[name].reverse()

    assert compared(change).wrong == ()


@given(st.integers(0, 12), st.sampled_from(["targets", "quantities", "series", "dates", "scores", "citations"]))
def test_dropping_a_list_misses_exactly_its_items(place: int, name: str) -> None:
    lost = len(seed_gold()["objectives"][place][name])
    result = compared(lambda gold: gold["objectives"][place].update({name: []}))
    assert len(result.wrong) == lost
    assert result.counts[name].gold - result.counts[name].hits == lost
    assert result.counts[name].read == result.counts[name].hits


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        (58.37, 58.37 + 1e-12, True), (58.37, 58.371, False), (5, 5.0, True),
        (1, True, False), (None, 0, False), ("5", 5, False),
    ],
)
def test_numbers_are_compared_with_a_tolerance_and_nothing_is_not_zero(gold: object, read: object, same: bool) -> None:
    assert same_value(gold, read) is same


@given(st.text())
def test_folding_is_stable_and_labels_ignore_case(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert same_label(text, text)


@pytest.mark.parametrize(
    "gold", [[], {"report": {}}, {"objectives": []}, {"objectives": [{"obiettivo": 1}]},
             {"objectives": [{"targets": [{"soglia": 3}]}]}],
)
def test_gold_that_says_nothing_or_what_nobody_knows_is_refused(gold: object) -> None:
    with pytest.raises(evaluate.GoldError):
        evaluate.gold_of(gold)


# --- scores of a corpus -------------------------------------------------------------------------


SEED = ("reports/riviere-2020.txt", "reports/riviere-2020.pdf")


@pytest.fixture
def corpus(tmp_path: Path) -> evaluate.Corpus:
    """A corpus of the seed report alone, as text and as PDF, whatever else the project's corpus holds."""
    folder = tmp_path / "corpus"
    for name in (*SEED, "gold/riviere-2020.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CORPUS / name, folder / name)
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        head, *rows = csv.reader(lines)
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([head, *(row for row in rows if row[0] in SEED)])
    return evaluate.find_corpus(None, tmp_path)


def scored(corpus: evaluate.Corpus, change: Callable[[Values], None] = lambda gold: None) -> evaluate.Scores:
    values = read_as(change)
    return evaluate.score(corpus, lambda path: copy.deepcopy(values))


def drop_a_score(gold: Values) -> None:
    gold["objectives"][0]["scores"].clear()


def test_the_same_scores_are_the_same_bytes(corpus: evaluate.Corpus, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        evaluate.write(scored(corpus, drop_a_score), tmp_path / name)
    written = (tmp_path / "one.json").read_bytes()
    assert written == (tmp_path / "two.json").read_bytes()
    kept = json.loads(written)
    report = kept["reports"]["reports/riviere-2020.txt"]
    assert report["kinds"]["scores"] == {
        "gold": 12, "read": 11, "hits": 11, "precision": 1.0, "recall": 0.9167, "f1": 0.9565,
    }
    assert report["wrong"][0]["expected"]["value"] == 100
    assert kept["totals"]["all"] == kept["totals"]["split development"] == kept["totals"]["layout narrative"]


def test_a_fall_is_named_and_a_rise_is_none(corpus: evaluate.Corpus, tmp_path: Path) -> None:
    path = tmp_path / "scores.json"
    evaluate.write(scored(corpus), path)
    assert evaluate.falls(scored(corpus), evaluate.load_scores(path)) == []
    fallen = evaluate.falls(scored(corpus, drop_a_score), evaluate.load_scores(path))
    assert "reports/riviere-2020.pdf scores: F1 0.9565, was 1.0000" in fallen
    assert any(line.startswith("all: ") for line in fallen)
    evaluate.write(scored(corpus, drop_a_score), path)
    assert evaluate.falls(scored(corpus), evaluate.load_scores(path)) == []


def test_an_invented_value_of_a_kind_without_gold_is_a_fall(corpus: evaluate.Corpus, tmp_path: Path) -> None:
    def without_dates(gold: Values) -> None:
        for objective in gold["objectives"]:
            objective["dates"] = []

    gold = seed_gold()
    without_dates(gold)
    (corpus.folder / "gold" / "riviere-2020.json").write_text(json.dumps(gold), encoding="utf-8")
    evaluate.write(scored(corpus, without_dates), tmp_path / "scores.json")
    kept = evaluate.load_scores(tmp_path / "scores.json")
    assert evaluate.falls(scored(corpus, without_dates), kept) == []
    assert "reports/riviere-2020.txt dates: F1 0.0000, was 1.0000" in evaluate.falls(scored(corpus), kept)


def test_a_report_or_kind_no_longer_measured_and_a_changed_gold_are_falls(
    corpus: evaluate.Corpus, tmp_path: Path
) -> None:
    path = tmp_path / "scores.json"
    evaluate.write(scored(corpus), path)
    kept = evaluate.load_scores(path)
    one = evaluate.Corpus(corpus.folder, corpus.entries[:1])
    assert "reports/riviere-2020.pdf micro: no longer measured" in evaluate.falls(scored(one), kept)
    gold = seed_gold()
    for objective in gold["objectives"]:
        del objective["citations"]
    gold["objectives"][0]["quantities"].pop()
    (corpus.folder / "gold" / "riviere-2020.json").write_text(json.dumps(gold), encoding="utf-8")
    fallen = evaluate.falls(scored(corpus), kept)
    assert "reports/riviere-2020.txt citations: no longer measured" in fallen
    assert any("quantities: the gold has 14 values, the kept scores 15" in line for line in fallen)


def test_the_baseline_says_what_was_gained_lost_and_changed(corpus: evaluate.Corpus, tmp_path: Path) -> None:
    def before(gold: Values) -> None:
        drop_a_score(gold)
        gold["objectives"][7]["targets"][0]["operator"] = ">"
        gold["objectives"][1]["citations"] = ["art. 1"]

    def now(gold: Values) -> None:
        gold["objectives"][6]["dates"].clear()
        gold["objectives"][7]["targets"][0]["operator"] = "<"
        gold["objectives"][2]["citations"] = ["art. 2"]

    evaluate.write(scored(corpus, before), tmp_path / "scores.json")
    moved = evaluate.moves(
        evaluate.load_baseline(tmp_path / "scores.json", corpus), evaluate.dump(scored(corpus, now)),
    )
    name = "reports/riviere-2020.txt"
    for found, objective, kind in (
        (moved.gained, "1", "scores"), (moved.lost, "7", "dates"), (moved.changed, "8", "targets"),
        (moved.invented, "3", "citations"), (moved.dropped, "2", "citations"),
    ):
        assert [(one.objective, one.kind) for one in found if one.file == name] == [(objective, kind)]
    assert '">"' in moved.changed[0].detail
    assert '"<"' in moved.changed[0].detail
    assert any("gained: 2" in line for line in evaluate.move_lines(moved))


def test_a_baseline_of_printed_reports_is_scored_by_the_hash_of_their_file(
    corpus: evaluate.Corpus, tmp_path: Path
) -> None:
    values = read_as(drop_a_score)
    values["report"]["sha256"] = corpus.entries[0].sha256
    (tmp_path / "before.jsonl").write_text(json.dumps(values) + "\n", encoding="utf-8")
    earlier = evaluate.load_baseline(tmp_path / "before.jsonl", corpus)
    moved = evaluate.moves(earlier, evaluate.dump(scored(corpus)))
    gained = [(one.file, one.objective, one.kind) for one in moved.gained]
    assert gained == [("reports/riviere-2020.txt", "1", "scores")]
    (tmp_path / "before.jsonl").write_text("[1]", encoding="utf-8")
    with pytest.raises(evaluate.ScoresError):
        evaluate.load_baseline(tmp_path / "before.jsonl", corpus)


def test_the_table_lists_what_is_wrong_with_objective_and_quote(corpus: evaluate.Corpus) -> None:
    def change(gold: Values) -> None:
        gold["objectives"][6]["dates"].clear()
        gold["objectives"][11]["scores"][0]["value"] = 15

    lines = "\n".join(evaluate.score_lines(scored(corpus, change)))
    assert "missed    objective 7  dates" in lines
    assert "changed   objective 12  scores" in lines
    assert "page 1 of txt, page 1 of pdf: «15»" in lines
    assert "split development" in lines


def test_what_text_and_pdf_miss_alike_is_listed_once(corpus: evaluate.Corpus) -> None:
    def both(gold: Values) -> None:
        gold["objectives"][6]["dates"].clear()

    def pdf(gold: Values) -> None:
        both(gold)
        drop_a_score(gold)
        gold["objectives"][1]["citations"] = ["art. 1", "art. 1"]

    read = {".txt": read_as(both), ".pdf": read_as(pdf)}
    lines = list(evaluate.score_lines(evaluate.score(corpus, lambda path: read[path.suffix])))
    wrong = [line.strip() for line in lines if line.startswith(("  missed", "  invented", "  changed"))]
    assert wrong == [
        "missed    objective 7  dates  (txt and pdf)", "missed    objective 1  scores  (pdf)",
        "invented  objective 2  citations  (pdf)", "invented  objective 2  citations  (pdf)",
    ]


def test_kinds_are_summed_over_all_reports_of_one_origin(corpus: evaluate.Corpus) -> None:
    one, other = corpus.entries
    mixed = evaluate.Corpus(corpus.folder, (one, replace(other, kind="synthetic")))
    scores = scored(mixed, drop_a_score)
    assert scores.kinds()["scores"] == dict.fromkeys(("real", "synthetic"), evaluate.Count(12, 11, 11))
    assert scores.kinds()["all kinds"]["real"] == scores.totals()["real"] == scores.reports[0].comparison.micro
    lines = list(evaluate.score_lines(scores))
    place = next(place for place, line in enumerate(lines) if line.startswith("all reports"))
    assert lines[place].split() == ["all", "reports", "real", "synthetic"]
    (row,) = [line for line in lines[place:] if line.startswith("scores ")]
    assert row.split() == ["scores", *["12", "11", "11", "1.0000", "0.9167", "0.9565"] * 2]
    assert scored(corpus).kinds()["scores"] == {"real": evaluate.Count(24, 24, 24)}


def test_a_corpus_that_is_not_there_or_not_the_one_named_is_refused(tmp_path: Path, corpus: evaluate.Corpus) -> None:
    with pytest.raises(evaluate.CorpusError, match="no corpus here"):
        evaluate.find_corpus(None, tmp_path / "corpus" / "gold")
    (corpus.folder / "reports" / "riviere-2020.txt").write_text("altro", encoding="utf-8")
    with pytest.raises(evaluate.CorpusError, match="sha256"):
        scored(corpus)


# --- the command --------------------------------------------------------------------------------


@pytest.fixture
def run(corpus: evaluate.Corpus, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """`obiettivi evaluate ARGS` in the corpus, reading the gold with `change`."""
    monkeypatch.chdir(corpus.folder.parent)

    def run(*arguments: str, change: Callable[[Values], None] = lambda gold: None) -> Result:
        monkeypatch.setattr(evaluate_command, "_read", lambda path: read_as(change))
        return CliRunner().invoke(evaluate_command.command, arguments)

    return run


def test_the_command_keeps_scores_only_when_told_and_refuses_a_fall(
    run: Callable[..., Result], corpus: evaluate.Corpus
) -> None:
    kept = corpus.folder / "scores.json"
    assert run().exit_code == 0
    assert not kept.exists()
    assert run("--write").exit_code == 0
    written = kept.read_bytes()
    assert run("--check").exit_code == 0
    fallen = run("--check", change=drop_a_score)
    assert fallen.exit_code == 1
    assert "reports/riviere-2020.txt scores: F1 0.9565, was 1.0000" in fallen.stderr
    assert kept.read_bytes() == written
    assert run("--check", "--write").exit_code == 2


def test_check_without_kept_scores_is_an_error(run: Callable[..., Result]) -> None:
    assert isinstance(run("--check").exception, evaluate.ScoresError)


def test_the_command_tells_what_was_gained(run: Callable[..., Result]) -> None:
    run("--write", change=drop_a_score)
    result = run("--baseline", "corpus/scores.json")
    assert result.exit_code == 0
    assert "gained: 2" in result.stdout
    assert "lost: 0" in result.stdout
