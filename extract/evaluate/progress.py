"""What changed between two runs: values gained, lost, changed, invented and dropped."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from extract.evaluate.gold import Item
from extract.evaluate.scores import section_of


class Move(NamedTuple):
    """One value that moved; `values` is canonical JSON of the gold's value, else of the value read."""

    file: str
    objective: str
    kind: str
    values: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Moves:
    """What changed between two runs; each item is `file`, `objective`, `kind` and the values as JSON text.

    `gained`: missed before and read now. `lost`: read before and missed now. `changed`: wrong
    in both, in different ways. `invented` and `dropped`: new and gone among what no gold states.
    """

    gained: tuple[Move, ...] = ()
    lost: tuple[Move, ...] = ()
    changed: tuple[Move, ...] = ()
    invented: tuple[Move, ...] = ()
    dropped: tuple[Move, ...] = ()


def moves(before: Item, now: Item) -> Moves:
    """The values gained, lost and changed between two dumps, over the reports that both hold."""
    shared = [file for file in section_of(now, "reports") if file in section_of(before, "reports")]
    old, new = (_Errors.of(dump_, shared) for dump_ in (before, now))
    changed = {
        key: f"{old.missed_as[key]} -> {new.missed_as[key]}"
        for key in old.missed_as.keys() & new.missed_as.keys() if old.missed_as[key] != new.missed_as[key]
    }
    return Moves(
        gained=_spread(old.missed - new.missed),
        lost=_spread(new.missed - old.missed),
        changed=tuple(sorted(move._replace(detail=detail) for move, detail in changed.items())),
        invented=_spread(new.invented - old.invented),
        dropped=_spread(old.invented - new.invented),
    )


@dataclass(frozen=True, slots=True)
class _Errors:
    missed: Counter[Move]
    missed_as: Mapping[Move, str]
    invented: Counter[Move]

    @classmethod
    def of(cls, scores: Item, files: Iterable[str]) -> _Errors:
        missed: Counter[Move] = Counter()
        invented: Counter[Move] = Counter()
        missed_as: dict[Move, str] = {}
        for file in files:
            for wrong in _wrongs(section_of(scores, "reports")[file]):
                values = _canonical(wrong["expected"] or wrong["read"])
                move = Move(file, str(wrong["objective"]), str(wrong["kind"]), values)
                if wrong["expected"] is None:
                    invented[move] += 1
                else:
                    missed[move] += 1
                    missed_as[move] = _canonical(wrong["read"])
        return cls(missed, missed_as, invented)


def _wrongs(report: Item) -> list[Item]:
    found = report.get("wrong")
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _canonical(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _spread(moved: Counter[Move]) -> tuple[Move, ...]:
    return tuple(sorted(moved.elements()))
