"""Questions in SQL that a person gave: run in a child process that can only read, and not for long.

The child gets one line of JSON and answers in lines of JSON: the columns, the rows, the end (`worker.py`).
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from extract.errors import ObiettiviError, QueryError, StoreError
from extract.store.child import child as started
from extract.store.remedies import query_error


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may use: seconds, bytes of memory, rows and bytes of answer."""

    seconds: float = 60.0
    memory: int = 1 << 30
    rows: int = 100_000
    bytes: int = 256 << 20


@dataclass(slots=True)
class Answer:
    """Column names, and the rows as they come: values are those of JSON, dates in ISO.

    `cut` says why rows are missing and `snapshot` who holds the database; both are known only
    when all rows were taken.
    """

    columns: tuple[str, ...]
    rows: Iterator[list[Any]]
    cut: str | None = None
    snapshot: str | None = None
    _child: subprocess.Popen[str] | None = field(default=None, repr=False)

    def close(self) -> None:
        """End the child, whether or not all rows were taken."""
        if self._child is not None and self._child.poll() is None:
            self._child.kill()
            self._child.wait()


def ask(
    path: str | os.PathLike[str], sql: str, parameters: Mapping[str, str | None] | None = None,
    *, limits: Limits | None = None,
) -> Answer:
    """The answer of the database at `path` to one SELECT.

    Raises QueryError where the question is wrong or too big, StoreError where the database cannot be read; while rows
    are taken, too.
    """
    limits = limits or Limits()
    child = started()
    request = {"path": str(Path(path).absolute()), "sql": sql, "parameters": dict(parameters or {}), **asdict(limits)}
    messages = _messages(child, request, os.fspath(path), limits)
    first = next(messages)
    answer = Answer(tuple(first["columns"]), iter(()), snapshot=first["snapshot"], _child=child)
    answer.rows = _rows(answer, messages)
    return answer


def _messages(
    child: subprocess.Popen[str], request: dict[str, Any], path: str, limits: Limits
) -> Iterator[dict[str, Any]]:
    """What the child says until its end. Raises what it reports, or what its silence means."""
    assert child.stdin is not None
    assert child.stdout is not None
    expired = threading.Event()

    def stop() -> None:
        expired.set()
        child.kill()

    clock = threading.Timer(limits.seconds, stop)
    clock.daemon = True
    clock.start()
    try:
        child.stdin.write(json.dumps(request) + "\n")
        child.stdin.close()
        for line in child.stdout:
            if not line.endswith("\n"):
                break  # killed in the middle of a line
            message = json.loads(line)
            if "error" in message:
                raise _error(message["error"], path)
            yield message
            if "end" in message:
                return
        raise _silence(child, expired.is_set(), limits)
    except BrokenPipeError as error:
        raise _silence(child, expired.is_set(), limits) from error
    finally:
        clock.cancel()
        child.kill()
        child.wait()
        child.stdout.close()


def _rows(answer: Answer, messages: Iterator[dict[str, Any]]) -> Iterator[list[Any]]:
    for message in messages:
        if "end" in message:
            answer.cut = message["cut"]
        else:
            yield from message["rows"]


def _error(report: dict[str, Any], path: str) -> ObiettiviError:
    if report["kind"] == "told":
        return StoreError(path, report["reason"], report["remedy"])
    return query_error(report["message"], report["type"], report["columns"])


def _silence(child: subprocess.Popen[str], expired: bool, limits: Limits) -> QueryError:
    if expired:
        return QueryError("query", f"stopped after {limits.seconds:g} s", "ask for less, or allow more with --timeout")
    return QueryError("query", f"its process ended early (code {child.wait()})",
                      "ask for less: fewer columns, a WHERE, or a LIMIT")
