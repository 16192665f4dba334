"""The story: read → divide → extract → check. Storing and reviewing take it from here."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from extract.assemble import Assembler
from extract.audit import audited
from extract.audit.coverage.reading import doubtful_pages, unread_pages
from extract.audit.coverage.stray import stray_cells
from extract.audit.coverage.unclaimed import unclaimed
from extract.audit.fingerprint import checks_digest
from extract.audit.structure.checks import stray_headings
from extract.divide import Division, divide
from extract.errors import ObiettiviError, ReadError
from extract.fields.footnotes import notes_in, notes_of
from extract.garbage import postponed
from extract.header import read_header
from extract.passage import Prover
from extract.read import read
from extract.read.options import DEFAULT, Options
from extract.read.source import read_data
from extract.rulebook import Rulebook, load
from schemas.document import Document
from schemas.expectations import Expectations
from schemas.report import Objective, Report, ReportHeader


@postponed()
def extract_report(
    source: str | os.PathLike[str] | Document, rulebook: Rulebook | None = None, options: Options | None = None
) -> Report:
    """Everything a report states, each value with its evidence; `report.text` is the text it indexes.

    `source` is a file (PDF or text), read as `options` say, or a document already read. A document in which no
    layout is recognised gives a report without objectives and says why in
    `layout_reasons`. Raises `ReadError` for a file that cannot be read and `RuleError` for
    rule packs that are not valid.
    """
    return _extracted(lambda: source if isinstance(source, Document) else read(source, options), rulebook or load())


def _extracted(reading: Callable[[], Document], rules: Rulebook) -> Report:
    return audited(*_stated(reading(), rules))  # the document is let go before the audit


def _stated(document: Document, rules: Rulebook) -> tuple[Report, Expectations]:
    """What the document states, and what is expected of it."""
    division = divide(document, rules)
    digest = rules_digest(rules)
    prove = Prover(document, digest)
    header, evidence = read_header(document, division, rules.report, prove)
    objectives = tuple(_objectives(document, division, header.get("year"), prove))
    findings = (
        *unread_pages(document, prove), *doubtful_pages(document, prove), *stray_cells(division, prove),
        *unclaimed(document, division, objectives, rules, prove),
    )
    report = Report(
        report=ReportHeader(
            **header, source=document.source, sha256=document.sha256, pages=len(document.pages),
            unread_pages=document.unread, findings=findings,
            engine=document.engine, layout=division.pack.header.id if division.pack else None,
            layout_confidence=division.confidence, layout_reasons=division.reasons,
            rules=rules.identity(division.pack, digest), text=document.text, evidence=evidence,
        ),
        objectives=objectives,
    )
    return report, rules.expectations(division.pack, report.report.issuer)


@postponed()
def extract_or_tell(
    path: str | os.PathLike[str], rulebook: Rulebook | None = None, options: Options | None = None,
    data: bytes | None = None,
) -> Report:
    """As `extract_report`, for runs over many files: whatever goes wrong in one of them is a ReadError.

    Where `data` is given, those are the bytes of the file.

    A fault of this program has kind `internal`: it is told with the file, and the others go on. Want of memory is for
    the caller to judge.
    """
    try:
        if data is None:
            return extract_report(path, rulebook, options)
        reading = partial(read_data, data, Path(path).name, os.fspath(path), options or DEFAULT)
        return _extracted(reading, rulebook or load())
    except (ObiettiviError, KeyboardInterrupt, MemoryError):
        raise
    except Exception as error:  # one file must not end the run for the others
        reason = f"this program failed on it ({type(error).__name__}: {error})"
        remedy = "please report it with the file"
        raise ReadError(os.fspath(path), reason, remedy, kind="internal") from error


def rules_digest(rulebook: Rulebook | None = None) -> str:
    """The hash of the rule packs in force and of the checks: a report that others read or checked is read again."""
    both = f"{(rulebook or load()).digest}\0{checks_digest()}"
    return hashlib.sha256(both.encode()).hexdigest()[:16]


def _objectives(document: Document, division: Division, year: int | None, prove: Prover) -> Sequence[Objective]:
    notes = notes_of(division.blocks, notes_in(document))
    return [
        Assembler(block.pack, prove, year).objective(block, own).model_copy(
            update={"findings": tuple(stray_headings(block, prove))}
        )
        for block, own in zip(division.blocks, notes, strict=True)
    ]
