"""Structure: codes that say below which objective of the plan something stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.audit.check import Check, Scene, Verdict, shown
from schemas.report import PlanReference

_LEVELS = (("strategic", "operational"), ("area", "operational"), ("operational", "target"))
_KIND = re.compile(r"^(?:[A-Za-z]+\.)+")  # "OB.", "R.A.": what a code is of, before its numbers
_FEW = 0.25  # strangers for each that fits, where codes may agree by chance


class _Codes(NamedTuple):
    place: int
    parents: tuple[PlanReference, ...]
    child: PlanReference


def code_parents(scene: Scene) -> Iterator[Verdict]:
    """A code below another one than that of its parent, where codes say what they are below.

    Whether they do is for the report to show: in most objectives the one begins with the other. Areas are numbered
    by chance as objectives are, so for their bare numbers nearly all must.
    """
    for above, below in _LEVELS:
        pairs = list(_coded(scene, above, below))
        strangers = [pair for pair in pairs if not any(_is_below(pair.child, parent) for parent in pair.parents)]
        held = len(pairs) - len(strangers)
        bare = above == "area" and any((one.code or "").isdigit() for pair in pairs for one in pair.parents)
        alone = above == "strategic" and len(strangers) == 1 and _same_form(strangers[0])
        if len(strangers) <= held * (_FEW if bare else 1) or alone:
            for pair in pairs:
                yield _parentage(pair, pair in strangers)


def _coded(scene: Scene, above: str, below: str) -> Iterator[_Codes]:
    for place, objective in enumerate(scene.report.objectives):
        parents = tuple(one for one in objective.plan_references if one.level == above and one.code)
        for one in objective.plan_references if parents else ():
            if one.level == below and one.code:
                yield _Codes(place, parents, one)


def _is_below(child: PlanReference, parent: PlanReference) -> bool:
    """`A01.01` is below `A01`, `01010601` below `0101`, `R.A.2.1a` below `OB.2.1`; `12.3` is not below `1`."""
    above, below = parent.code or "", child.code or ""
    if child.level == "target":
        above, below = _KIND.sub("", above), _KIND.sub("", below)
    rest = below[len(above) :]
    if not below.startswith(above) or not rest:
        return False
    return not rest[0].isdigit() or below.count(".") == above.count(".")


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
            f"Il codice {below} sta sotto l'obiettivo {above}, a cui non appartiene.",
            f"The code {below} stands below {above}, to which it does not belong.", proof, place=pair.place,
        )
    return Verdict(
        f"Il codice {below} sta sotto l'obiettivo {above}.",
        f"The code {below} stands below {above}.", proof, held=True, place=pair.place,
    )


CHECKS = (
    Check(
        "structure.code-parent", "warning", "Codice sotto un altro obiettivo", "Code below another parent",
        "Il codice comincia come quello di un altro obiettivo strategico, o di un'altra area, mentre altrove i due"
        " concordano.",
        "The code begins like that of another strategic objective, or of another area, while elsewhere the two"
        " agree.",
        "Obiettivo strategico D04 / Obiettivo operativo D03.01",
        whole=code_parents,
    ),
)
