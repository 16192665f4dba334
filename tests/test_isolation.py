"""What an item of work does to its process becomes its outcome; the others go on, and nothing outlives the parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import misdeeds
import pytest
from processes import below, is_alive, until

from extract.errors import RuleError
from extract.isolation import Ended, Finished, Limits, Pool
from extract.isolation.crew import IsolationError, Spawning

MIB = 1 << 20
LIMITS = Limits(memory=100 * MIB, seconds=1.0)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(misdeeds.prepare, limits=LIMITS, jobs=2) as pool:
        yield pool


def results(pool: Pool, items: list[str]) -> list[Finished[str, str] | Ended[str]]:
    return [result for batch in pool.run(misdeeds.act, items) for result in batch]


@pytest.mark.parametrize(("what", "kind", "how"), [
    ("memory at once", "memory", "exit code 0"),
    ("memory bit by bit", "memory", "exit code 0"),
    ("loop", "timeout", "signal SIGKILL"),
    ("sleep", "timeout", "signal SIGKILL"),
    ("crash", "crash", "signal SIGSEGV"),
    ("abort", "memory", "signal SIGABRT"),
    ("spoilt heap", "crash", "signal SIGABRT"),
    ("exit", "crash", "exit code 3"),
    ("kill", "killed", "signal SIGKILL"),
    ("raise", "fault", "exit code 1"),
])
def test_a_misdeed_is_the_outcome_of_its_item_alone(pool: Pool, what: str, kind: str, how: str) -> None:
    before, ended, after = results(pool, ["good", what, "good"])
    assert before == after == Finished("good", "good")
    assert isinstance(ended, Ended)
    assert (ended.item, ended.kind, ended.how) == (what, kind, how)
    assert ended.facts == {"page": "7", "sha256": "abc"}
    assert (what != "raise") or ended.words.endswith("ValueError: what is this?")


def test_an_item_may_be_worth_more_time_and_the_next_has_the_usual(pool: Pool) -> None:
    longer, ended, usual = results(pool, ["more time", "more time, and loop", "loop"])
    assert longer == Finished("more time", "more time")
    assert isinstance(ended, Ended)
    assert (ended.kind, ended.facts["seconds"]) == ("timeout", "1.25")
    assert isinstance(usual, Ended)
    assert (usual.kind, usual.facts.get("seconds")) == ("timeout", None)


def test_what_was_recorded_of_one_item_is_not_told_of_the_next(pool: Pool) -> None:
    assert len([result for batch in pool.run(misdeeds.act, ["good"] * 4) for result in batch]) == 4
    (ended,) = [result for batch in pool.run(os._exit, [4]) for result in batch]
    assert isinstance(ended, Ended)
    assert ended.facts == {}


def test_children_are_prepared_once_and_kept() -> None:
    with Pool(misdeeds.prepare, limits=LIMITS, jobs=1) as pool:
        assert pool.ready() == "prepared"
        found = [result.value for batch in pool.run(misdeeds.where, range(20)) for result in batch]
    assert len({child for child, _ in found}) == 1
    (nursery,) = {tuple(prepared) for _, prepared in found}
    assert len(nursery) == 1
    assert os.getpid() not in {*nursery, found[0][0]}


def test_a_child_is_replaced_after_so_many_items_and_when_it_has_grown() -> None:
    with Pool(misdeeds.prepare, limits=Limits(memory=100 * MIB, seconds=10, items=5)) as pool:
        children = [result.value[0] for batch in pool.run(misdeeds.where, range(12)) for result in batch]
        assert [children.index(child) // 5 for child in children] == [0] * 5 + [1] * 5 + [2] * 2
        grown = [result.value for batch in pool.run(misdeeds.act, ["grow"] * 12) for result in batch]
        assert grown == ["grow"] * 12  # 384 MiB, had they stayed in one child


def test_results_come_in_order_but_a_slow_item_holds_back_few() -> None:
    items = ["slow", *["good"] * 40]
    with Pool(misdeeds.prepare, limits=LIMITS, jobs=2) as pool:
        strict = [result.item for batch in pool.run(misdeeds.act, items, strict=True) for result in batch]
        assert strict == items
        place = results(pool, items).index(Finished("slow", "slow"))
        assert 0 < place <= 40
        numbers = [result.value for batch in pool.run(abs, range(200)) for result in batch]
        assert sorted(numbers) == list(range(200))
        early = max(number - place for place, number in enumerate(numbers))
        assert early <= 2  # it passed those that the two children had in hand


def test_items_are_taken_when_there_is_a_child_for_them() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    with Pool(misdeeds.prepare, limits=LIMITS, jobs=2) as pool:
        told = 0
        for batch in pool.run(abs, items(), strict=True):
            told += len(batch)
            assert len(taken) - told <= 2 + 2 * 4
    assert (told, len(taken)) == (100, 100)


def test_the_parent_holds_few_results_at_a_time() -> None:
    script = (
        "import misdeeds, re; from extract.isolation import *\n"
        "with Pool(misdeeds.prepare, limits=Limits(memory=100 << 20), jobs=2) as pool:\n"
        "    total = sum(len(result.value) for batch in pool.run(misdeeds.fill, [1 << 20] * 300) for result in batch)\n"
        "print(total, *re.findall(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=importing())
    total, peak = map(int, done.stdout.split())
    assert total == 300 * MIB
    assert peak < 100 << 10  # KiB


def importing() -> dict[str, str]:
    """An environment in which the modules of the tests are found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_children_end_with_the_parent_however_it_ends(tmp_path: Path, way: signal.Signals) -> None:
    script = (
        "import misdeeds, sys; from extract.isolation import *\n"
        "with Pool(misdeeds.prepare, limits=Limits(), jobs=2) as pool:\n"
        "    list(pool.run(misdeeds.sleep_beside, [sys.argv[1]] * 2))"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], env=importing(), text=True,
                          stderr=subprocess.PIPE) as process:
        until(lambda: len(list(tmp_path.iterdir())) == 2)
        family = list(below(process.pid))
        assert len(family) == 3
        process.send_signal(way)
        process.communicate()
        until(lambda: not any(map(is_alive, family)))


def test_a_child_ends_in_time_although_the_parent_is_at_something_else(tmp_path: Path) -> None:
    script = (
        "import misdeeds, sys; from extract.isolation import *\n"
        "with Pool(misdeeds.prepare, limits=Limits(seconds=0.5)) as pool:\n"
        "    print(*[result.kind for batch in pool.run(misdeeds.sleep_beside, sys.argv[1:]) for result in batch])"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], env=importing(), text=True,
                          stdout=subprocess.PIPE) as process:
        until(lambda: list(tmp_path.iterdir()))
        process.send_signal(signal.SIGSTOP)
        (child,) = (int(file.name) for file in tmp_path.iterdir())
        until(lambda: not is_alive(child))
        process.send_signal(signal.SIGCONT)
        assert process.communicate()[0] == "timeout\n"


def test_where_nothing_can_be_forked_children_are_started_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS and Windows."""
    monkeypatch.setattr("extract.isolation.pool.crew", Spawning)
    with Pool(misdeeds.prepare, limits=LIMITS, jobs=2) as pool:
        assert pool.ready() == "prepared"
        told = results(pool, ["good", "crash", "loop", "raise", "good"])
    kinds = [result.kind if isinstance(result, Ended) else result.value for result in told]
    assert kinds == ["good", "crash", "timeout", "crash", "good"]
    with Pool(misdeeds.prepare_badly) as pool, pytest.raises(RuleError, match="no such rule"):
        pool.ready()
    with Pool(misdeeds.prepare_and_end) as pool, pytest.raises(IsolationError, match=r"\(code 5\)"):
        pool.ready()


def test_what_prepare_raises_is_raised() -> None:
    with Pool(misdeeds.prepare_badly) as pool, pytest.raises(RuleError, match="no such rule"):
        pool.ready()


def test_without_a_process_to_prepare_in_there_is_one_line() -> None:
    with Pool(misdeeds.prepare_and_end) as pool, pytest.raises(IsolationError, match=r"ended early \(code 5\)"):
        pool.ready()
