"""Which report of the database a person means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extract.errors import QueryError

Row = Mapping[str, Any]

_ID_PREFIX = 4  # characters of a document's id from which it may be named
_ID_SHOWN = 8
_LISTED = 10


def meant(documents: Sequence[Row], name: str) -> Row:
    """The one document that `name` means: by file name, with or without ending, start of its id, or body and year.

    Raises QueryError where none or more than one is meant, and says how to choose.
    """
    for meaning in (_is_source, _is_stem, _starts_id, _is_body_and_year):
        found = [document for document in documents if meaning(document, name)]
        if len(found) == 1:
            return found[0]
        if found:
            known = _listed([_described(one) for one in found], "; ")
            remedy = f"name one by its id, as in obiettivi show {_short(found[0])}: {known}"
            raise QueryError(name, f"{len(found)} reports are meant", remedy)
    raise QueryError(name, "no report of that name", _there_is(documents, name))


def _there_is(documents: Sequence[Row], name: str) -> str:
    if not documents:
        return "the database has none yet; read one with obiettivi ingest"
    from difflib import get_close_matches

    sources = list(dict.fromkeys(str(one["source"]) for one in documents))
    called = {text.casefold(): str(one["source"]) for one in documents for text in _names(one)}
    near = list(dict.fromkeys(called[text] for text in get_close_matches(name.casefold(), called, n=6, cutoff=0.6)))[:3]
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    return f"{hint}the database has {_listed(sources, ', ')}"


def _names(document: Row) -> tuple[str, ...]:
    source = str(document["source"])
    return source, Path(source).stem, f"{document['issuer']} {document['year']}"


def _described(document: Row) -> str:
    folder = Path(str(document["path"])).parent
    return f"{_short(document)} {document['source']} in {folder}, ingested {document['day']}"


def _short(document: Row) -> str:
    return str(document["document_id"])[:_ID_SHOWN]


def _listed(items: Sequence[str], separator: str) -> str:
    more = len(items) - _LISTED
    return separator.join(items[:_LISTED]) + (f" ...and {more} more" if more > 0 else "")


def _is_source(document: Row, name: str) -> bool:
    return str(document["source"]) == name


def _is_stem(document: Row, name: str) -> bool:
    return Path(str(document["source"])).stem == name


def _starts_id(document: Row, name: str) -> bool:
    return len(name) >= _ID_PREFIX and any(
        str(document[key]).startswith(name.lower()) for key in ("document_id", "sha256")
    )


def _is_body_and_year(document: Row, name: str) -> bool:
    words = name.casefold().replace("/", " ").split()
    known = f"{document['issuer']} {document['year']}".casefold().split()
    return bool(words) and all(word in known for word in words)
