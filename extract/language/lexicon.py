"""The Italian lexicon of `rules/lexicon/`, read once per process."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from extract.yamltext import parsed

ENDINGS = ("o", "a", "i", "e")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """A whole lexicon file, read only by convention of its callers."""
    text = files("rules").joinpath("lexicon", f"{name}.yml").read_text(encoding="utf-8")
    content = parsed(text)
    if not isinstance(content, dict):
        raise TypeError(f"rules/lexicon/{name}.yml: a mapping of lists is expected")
    return content


@cache
def words(name: str, key: str, inner: str | None = None) -> frozenset[str]:
    """The words listed under a key of a lexicon file. Raises KeyError where there is no such key."""
    listed = lexicon(name)[key]
    return frozenset(map(str, listed if inner is None else listed[inner]))


@cache
def mapping(name: str, key: str) -> dict[Any, Any]:
    """The mapping under a key of a lexicon file, read only by convention of its callers."""
    found = lexicon(name)[key]
    if not isinstance(found, dict):
        raise TypeError(f"rules/lexicon/{name}.yml: {key} must be a mapping")
    return found


@cache
def scalar(name: str, key: str) -> str:
    """The single word under a key of a lexicon file."""
    return str(lexicon(name)[key])


@cache
def prepositions(family: str) -> frozenset[str]:
    """The joined forms of one preposition: `di` gives di, del, dello, ..."""
    return words("words", "prepositions", family)


@cache
def every_preposition() -> frozenset[str]:
    """All prepositions of all families, articles apart."""
    families = mapping("words", "prepositions")
    return frozenset(word for family, forms in families.items() if family != "il" for word in forms)


@cache
def backward(name: str, key: str) -> dict[str, str]:
    """The inverse of a mapping of lists: written form to key."""
    return {str(form): str(key_) for key_, forms in mapping(name, key).items() for form in forms}


def expand(phrase: str) -> tuple[str, ...]:
    """Every written form of a lexicon phrase: `{a}` becomes a, al, alla, ..., `~` becomes o, a, i, e."""
    if "{" in phrase:
        head, _, rest = phrase.partition("{")
        family, _, tail = rest.partition("}")
        return tuple(one for form in sorted(prepositions(family)) for one in expand(head + form + tail))
    if "~" in phrase:
        return tuple(phrase.replace("~", ending) for ending in ENDINGS)
    return (phrase,)
