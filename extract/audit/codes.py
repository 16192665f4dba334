"""Structure: codes that say below which objective of the plan something stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.check import Check, Scene, Verdict, shown
from schemas.report import PlanReference

_SEPARATORS = ".-/_"


class _Codes(NamedTuple):
    place: int
    parents: tuple[PlanReference, ...]
    child: PlanReference


def code_parents(scene: Scene) -> Iterator[Verdict]:
    """An operational code below another one than that of its strategic objective, where codes say what they are below.

    Whether they do is for the report to show: in most objectives the one begins with the other.
    """
    for level, most in (("strategic", 1.0), ("area", 0.25)):
        pairs = list(_coded(scene, level))
        strangers = [pair for pair in pairs if not any(_is_below(pair.child, parent) for parent in pair.parents)]
        held = len(pairs) - len(strangers)
        alone = level == "strategic" and len(strangers) == 1 and _same_form(strangers[0])
        if len(strangers) <= most * held or alone:
            for pair in pairs:
                yield _parentage(pair, pair in strangers)


def _coded(scene: Scene, level: str) -> Iterator[_Codes]:
    for place, objective in enumerate(scene.report.objectives):
        parents = tuple(one for one in objective.plan_references if one.level == level and one.code)
        for one in objective.plan_references if parents else ():
            if one.level == "operational" and one.code:
                yield _Codes(place, parents, one)


def _is_below(child: PlanReference, parent: PlanReference) -> bool:
    """`A01.01` is below `A01`, `01010601` below `0101`; `12.3` is not below `1`."""
    above, below = parent.code or "", child.code or ""
    rest = below[len(above) :]
    if not below.startswith(above) or not rest:
        return False
    return rest[0] in _SEPARATORS or below.count(".") == above.count(".")


def _same_form(pair: _Codes) -> bool:
    """True where the code less its last part is written as the parent's is: `A01` of `A01.02` as `A02`."""
    above = (pair.child.code or "").rpartition(".")[0]
    return any(above and _form(above) == _form(one.code or "") for one in pair.parents)


def _form(code: str) -> str:
    return "".join("9" if letter.isdigit() else "A" if letter.isalpha() else letter for letter in code)


def _parentage(pair: _Codes, strange: bool) -> Verdict:
    above, below = pair.parents[0].code, pair.child.code
    proof = shown(*pair.parents, pair.child)
    if strange:
        return Verdict(
            f"Il codice operativo {below} sta sotto l'obiettivo {above}, a cui non appartiene.",
            f"The operational code {below} stands below {above}, to which it does not belong.", proof, place=pair.place,
        )
    return Verdict(
        f"Il codice operativo {below} sta sotto l'obiettivo {above}.",
        f"The operational code {below} stands below {above}.", proof, held=True, place=pair.place,
    )


CHECKS = (
    Check(
        "structure.code-parent", "warning", "Codice sotto un altro obiettivo", "Code below another parent",
        "Il codice operativo comincia come quello di un altro obiettivo strategico, mentre altrove i"
        " due concordano.",
        "The operational code begins like that of another strategic objective, while"
        " elsewhere the two agree.",
        "Obiettivo strategico D04 / Obiettivo operativo D03.01",
        whole=code_parents,
    ),
)
