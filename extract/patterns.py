"""Patterns that run in linear time, whatever the text: RE2 with spans by group name.

Syntax: https://github.com/google/re2/wiki/Syntax (no look-around, no back-references).
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from extract import cache

_KIND = "patterns"
_MEMORY = 64 << 20
_INNER = re.compile(rb"[\x80-\xbf]")
_ENCODED = 16  # texts
_REMEMBERED = 64  # texts a sieve knows the answer for: the sections of the objective that is being read


class Match(NamedTuple):
    """One match. A group is named; without a name it is the whole match."""

    text: str
    spans: Mapping[str, tuple[int, int]]
    whole: tuple[int, int]

    def span(self, name: str | None = None) -> tuple[int, int]:
        """Where the group stands. Raises KeyError for a group that took no part."""
        return self.whole if name is None else self.spans[name]

    def get(self, name: str) -> str | None:
        """The group's text, None where it took no part."""
        at = self.spans.get(name)
        return None if at is None else self.text[slice(*at)]

    @property
    def start(self) -> int:
        """Where the match starts."""
        return self.whole[0]

    @property
    def end(self) -> int:
        """Where the match ends."""
        return self.whole[1]


class Pattern:
    """A pattern, and the numbers of its groups by name. Raises ValueError with RE2's reason for one that is not valid.

    With its groups it is taken for valid, and compiled when it is first used: most are used in few documents.
    """

    def __init__(self, source: str, groups: Mapping[str, int] | None = None) -> None:
        self.source = source
        if groups is None:
            groups = {name.decode(): at for name, at in self._compiled.groupindex.items()}
        self.groups: Mapping[str, int] = groups

    @cached_property
    def _compiled(self) -> Any:
        import re2

        try:
            return re2.compile(self.source.encode(), _options())
        except re2.error as error:
            reason = error.args[0] if error.args else "not a pattern"
            raise ValueError(reason.decode() if isinstance(reason, bytes) else str(reason)) from error

    def finditer(self, text: str) -> Iterator[Match]:
        """The matches in `text`, in order, not overlapping."""
        encoded = _encoded(text)
        for found in self._compiled.finditer(encoded.text):
            if encoded.starts_character(found.start()):
                yield self._match(text, encoded, found)

    def search(self, text: str) -> Match | None:
        """The first match in `text`."""
        return next(self.finditer(text), None)

    def _match(self, text: str, encoded: _Encoded, found: Any) -> Match:
        spans = {name: encoded.span(at) for name, index in self.groups.items() if (at := found.span(index))[0] >= 0}
        return Match(text, spans, encoded.span(found.span()))


class _Encoded(NamedTuple):
    """A text as RE2 searches it: many patterns search the same text, and most find nothing.

    `inner` are the places of the bytes within characters, in order.
    """

    text: bytes
    inner: tuple[int, ...]

    def starts_character(self, place: int) -> bool:
        return not self.inner or place == len(self.text) or self.text[place] & 0xC0 != 0x80

    def span(self, places: tuple[int, int]) -> tuple[int, int]:
        """A range of bytes as one of characters."""
        if not self.inner:
            return places
        return places[0] - bisect_left(self.inner, places[0]), places[1] - bisect_left(self.inner, places[1])


@lru_cache(_ENCODED)
def _encoded(text: str) -> _Encoded:
    encoded = text.encode(errors="surrogatepass")
    inner = () if text.isascii() else tuple(found.start() for found in _INNER.finditer(encoded))
    return _Encoded(encoded, inner)


class Proved:
    """Patterns that were proved in an earlier run, among those made of the same `texts`; and those proved now."""

    def __init__(self, texts: Iterable[str]) -> None:
        engine = f"{cache.version_of('google-re2')} {_MEMORY}"
        self._key = hashlib.sha256("\0".join((engine, *texts)).encode("utf-8", "surrogatepass")).hexdigest()
        self._groups: dict[str, dict[str, int]] = {}
        self._new = False
        kept = cache.fetch(_KIND, self._key)
        if kept is not None:
            try:
                groups = json.loads(kept)
                self._groups = {str(source): _numbers(named) for source, named in groups.items()}
            except (ValueError, TypeError, AttributeError):  # somebody wrote into it
                self._groups = {}

    def get(self, source: str) -> Pattern | None:
        """The pattern, if it was proved."""
        groups = self._groups.get(source)
        return None if groups is None else Pattern(source, groups)

    def add(self, pattern: Pattern) -> None:
        """Take a pattern as proved."""
        self._groups[pattern.source] = dict(pattern.groups)
        self._new = True

    def keep(self) -> None:
        """Keep what was proved for the next run."""
        if self._new:
            cache.keep(_KIND, self._key, json.dumps(self._groups).encode())


def _numbers(named: Mapping[str, Any]) -> dict[str, int]:
    return {str(name): int(number) for name, number in named.items()}


class Sieve:
    """Tells in one pass over a text which of many patterns occur in it: most occur in few texts.

    One pass costs less than one search, so that only what occurs is searched for.
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = tuple(dict.fromkeys(patterns))
        self.occurring = lru_cache(_REMEMBERED)(self.sift)

    def sift(self, text: str) -> frozenset[Pattern]:
        """The patterns that have a match in `text`; `occurring` is the same and remembers the last texts."""
        places = self._set.Match(_encoded(text).text)
        if not places:  # even the empty pattern, which always matches, was not found: RE2 ran out of memory
            return frozenset(self._patterns)
        return frozenset(self._patterns[place - 1] for place in places if place)

    @cached_property
    def _set(self) -> Any:
        import re2

        compiled = re2.Set.SearchSet(_options())
        for source in ("", *(pattern.source for pattern in self._patterns)):
            compiled.Add(source)
        compiled.Compile()
        return compiled


class Sieves:
    """Several sieves as one. A text is passed through those whose patterns are asked for, and through no other."""

    def __init__(self, *groups: Iterable[Pattern]) -> None:
        self._homes = {pattern: sieve for group in map(tuple, groups) for sieve in [Sieve(group)] for pattern in group}

    def occurring(self, text: str) -> Container[Pattern]:
        """The patterns that have a match in `text`."""
        return _Occurring(self._homes, text)


@dataclass(frozen=True, slots=True)
class _Occurring:
    """What occurs in a text, found out when it is asked."""

    homes: Mapping[Pattern, Sieve]
    text: str

    def __contains__(self, pattern: object) -> bool:
        sieve = self.homes.get(pattern) if isinstance(pattern, Pattern) else None
        return sieve is not None and pattern in sieve.occurring(self.text)


def _options() -> Any:
    import re2

    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    return options
