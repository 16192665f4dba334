"""`checks.yml` of a rule pack: what its reports are expected to be, every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from extract.errors import RuleError
from extract.rulefile import EXPECTED, Folder, faults_of, loaded, source_of
from schemas.expectations import BodyExpectations, ChecksFile, Expectations


def expected_in(folder: Folder, pack: str) -> tuple[ChecksFile, list[RuleError]]:
    """What the folder of a pack expects, nothing where it has no such file, and all that is wrong with it."""
    if not (folder.path / EXPECTED).is_file():
        return ChecksFile(), []
    try:
        source = source_of(folder, EXPECTED, pack)
        data = loaded(source)
    except RuleError as error:
        return ChecksFile(), [error]
    try:
        return ChecksFile.model_validate({} if data is None else data), []
    except ValidationError as error:
        return ChecksFile(), list(faults_of(source, ChecksFile, data, error))


def together(files: Sequence[ChecksFile]) -> ChecksFile:
    """What packs expect that use one another: the last says it where several do. The bodies are those of the last."""
    expects = Expectations()
    for one in files:
        expects = expects.but(one)
    said = {name: getattr(expects, name) for name in expects.model_fields_set}
    return ChecksFile.model_validate({**said, "bodies": files[-1].bodies})


@dataclass(frozen=True, slots=True)
class Expected:
    """What the packs expect: of all reports, of those of a layout by the id of its pack, and of those of bodies.

    `bodies` are those of all packs, of a person's own last.
    """

    report: ChecksFile
    layouts: Mapping[str, ChecksFile]
    bodies: tuple[BodyExpectations, ...]

    def of(self, layout: str | None, issuer: str | None) -> Expectations:
        """What is expected of a report of a layout and a body; the body's word holds before the layout's."""
        expects = Expectations().but(self.report)
        if layout is not None and layout in self.layouts:
            expects = expects.but(self.layouts[layout])
        for body in self.bodies:
            if body.speaks_of(issuer):
                expects = expects.but(body)
        return expects


def expected_by(report: ChecksFile, packs: Iterable[tuple[str, bool, ChecksFile]]) -> Expected:
    """What packs expect together: each its id, whether it is a person's own, and its file."""
    every = list(packs)
    bodies = [body for _, _, one in sorted(every, key=lambda pack: pack[1]) for body in one.bodies]
    return Expected(report, {name: one for name, _, one in every}, tuple(bodies))
