"""YAML texts read as YAML 1.2 says, so that NO is a word; what was read is kept for the next run.

A pure YAML 1.2 reader takes a third of a second for the rule packs, ten times what all else about them takes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from extract import cache

_KIND = "yaml"
_PAIRS, _LIST = "pairs", "list"


class NotYamlError(ValueError):
    """A text that is no YAML, and the line from 1 where that shows, if it does."""

    def __init__(self, said: str, line: int | None = None) -> None:
        super().__init__(" ".join(said.split()))
        self.line = line


def parsed(text: str) -> Any:
    """What a YAML text says. Raises NotYamlError."""
    key = hashlib.sha256(f"{cache.version_of('ruamel.yaml')}\n{text}".encode()).hexdigest()
    kept = cache.fetch(_KIND, key)
    if kept is not None:
        try:
            return _unfolded(json.loads(kept))
        except (ValueError, TypeError, KeyError):  # somebody wrote into it
            pass
    content = _read(text)
    try:
        folded = json.dumps(_folded(content, iter(text)), ensure_ascii=False)
    except (TypeError, RecursionError, StopIteration):  # a date, say, which JSON does not know
        return content
    cache.keep(_KIND, key, folded.encode("utf-8", "surrogatepass"))
    return content


def _read(text: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise NotYamlError(str(error.problem or error.context), line) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise NotYamlError(str(error)) from error


def _folded(content: Any, budget: Iterator[object]) -> Any:
    """As JSON can hold it: keys of mappings need not be texts.

    Raises StopIteration where there is more than `budget`, a step for each character of the text: aliases may say
    endlessly much in few words.
    """
    next(budget)
    if isinstance(content, dict):
        pairs = []
        for key, value in content.items():
            pairs.append([key, _folded(value, budget)])
        return {_PAIRS: pairs}
    if isinstance(content, list):
        items = []
        for value in content:
            items.append(_folded(value, budget))
        return {_LIST: items}
    return content


def _unfolded(folded: Any) -> Any:
    if not isinstance(folded, dict):
        return folded
    if _LIST in folded:
        return [_unfolded(value) for value in folded[_LIST]]
    return {key: _unfolded(value) for key, value in folded[_PAIRS]}
