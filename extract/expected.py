"""`checks.yml` of a rule pack: what its reports are expected to be, every fault with its line."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from extract.errors import RuleError
from extract.rulefile import EXPECTED, Folder, faults_of, loaded, source_of
from schemas.expectations import ChecksFile, Expectations


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
