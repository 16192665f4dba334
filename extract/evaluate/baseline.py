"""An earlier run to compare with: its scores, or the reports it printed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from extract.evaluate.corpus import Corpus
from extract.evaluate.gold import Item
from extract.evaluate.scores import ScoresError, dump, is_scores, score


def load_baseline(path: Path, corpus: Corpus) -> Item:
    """Dumped scores of the earlier run in `path`: a scores file, or JSON Lines of `obiettivi extract`.

    Printed reports are scored against today's gold and found by the hash of the file they
    were read from. Raises ScoresError where the file is neither, or fits no report.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScoresError(str(path), f"not readable ({error})", "give scores or the output of extract") from error
    documents = tuple(_documents(text, path))
    if len(documents) == 1 and is_scores(documents[0]):
        return documents[0]
    printed = {_hash_of(document): document for document in documents}
    return dump(score(corpus, lambda file: printed.get(hashlib.sha256(file.read_bytes()).hexdigest())))


def _documents(text: str, path: Path) -> Iterator[Item]:
    # One document after another, so that pretty-printed reports are read as well as lines.
    decoder = json.JSONDecoder()
    text = text.strip()
    while text:
        try:
            document, end = decoder.raw_decode(text)
        except ValueError as error:
            raise ScoresError(str(path), f"not JSON ({error})", "give scores or the output of extract") from error
        if not isinstance(document, Mapping):
            raise ScoresError(str(path), "holds something that is no report", "give scores or the output of extract")
        yield document
        text = text[end:].lstrip()


def _hash_of(document: Item) -> str:
    header = document.get("report")
    return str(header.get("sha256")) if isinstance(header, Mapping) else ""
