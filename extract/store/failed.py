"""Files that could not be read, as the database knows them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from extract.errors import ReadError
from extract.store.documents import name_of

# A document that was killed from outside may well be read another time; so is one without text ($2: pages can be
# recognised) where there was nothing to recognise it.
FAILED = """
SELECT sha256, failure_kind, message, page, list(path) AS paths FROM store.document AS failed
WHERE outcome = 'failed' AND rules_digest = $1 AND sha256 IS NOT NULL AND failure_kind <> 'killed'
    AND NOT ($2 AND failure_kind = 'no_text' AND engine IS NULL)
    AND NOT EXISTS (FROM store.document AS read WHERE read.outcome = 'read' AND read.sha256 = failed.sha256)
GROUP BY ALL
"""


@dataclass(frozen=True, slots=True)
class Failure:
    """What was wrong with some bytes, and the absolute paths where they stood."""

    kind: str
    message: str
    page: int | None
    paths: frozenset[str]

    def at(self, path: str) -> ReadError:
        """The error for the file at `path` that holds these bytes."""
        reason, _, remedy = self.message.rpartition("; ")
        return ReadError(path, reason, remedy, page=self.page, kind=self.kind)

    def is_known_at(self, path: str | os.PathLike[str]) -> bool:
        """Whether the database has the failure of the file at `path`."""
        return name_of(path) in self.paths


def failures_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, Failure]:
    """What `FAILED` answers, by the hash of the bytes."""
    return {
        str(row["sha256"]): Failure(row["failure_kind"], row["message"], row["page"], frozenset(row["paths"]))
        for row in rows
    }
