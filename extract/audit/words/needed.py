"""What a text must hold for a pattern to find anything: most patterns are searched in texts that cannot hold them.

A pattern is read as far as its letters go. Everything else (classes, counts, what may be missing, what is looked for
ahead or behind) only ever makes it find less or says nothing of letters, so that it may be left out: a text that does
not hold what is needed has no match, one that does may have one. After the filters of RE2 (Cox, "Regular Expression
Matching with a Trigram Index", 2012), with words instead of trigrams.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

Words = frozenset[str]
Needs = tuple[Words, ...]  # one of the words of each

_TOKEN = re.compile(
    r"(?P<escaped>\\[^\W_])|\\(?P<quoted>.)|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<around>\(\?<?[=!])|(?P<open>\((?:\?(?:P<\w+>|[a-z-]*:|>))?)|(?P<close>\))|(?P<or>\|)"
    r"|(?P<count>(?:[*+?]|\{\d*,?\d*\})[?+]?)|(?P<zero>[\^$])|(?P<char>.)",
    re.DOTALL,
)
_NO_WIDTH = {"b", "B", "A", "Z"}
_MOST_WORDS = 40  # of which one is needed: more are sooner searched for than ruled out
_MOST_NEEDS = 3  # of a pattern
_PLAIN = set(" .,;'’-")  # signs that nearly every text holds
_REMEMBERED = 128  # texts


def may_match(needs: Iterable[Needs], text: str) -> bool:
    """Whether a text holds what one of several patterns needs, each by what `needs_of` says of it."""
    folded = _folded(text)
    for need in needs:  # loops, since generators cost more here than what they would ask
        for words in need:
            for word in words:
                if word in folded:
                    break
            else:
                break
        else:
            return True
    return False


@lru_cache(_REMEMBERED)
def _folded(text: str) -> str:
    return text.casefold()


def needs_of(pattern: str) -> Needs:
    """The words, in lower case, of which one of each set stands in every text in which `pattern` finds something.

    Empty where nothing is needed. Raises ValueError for brackets that do not close.
    """
    tokens = _Tokens(pattern)
    needs = _alternatives(tokens)
    if tokens.kind is not None:
        raise ValueError(f"a bracket closes that was not opened: {pattern}")
    return tuple(sorted(needs, key=lambda words: (len(words), sorted(words))))


class _Tokens:
    """The tokens of a pattern, the one at hand first."""

    def __init__(self, pattern: str) -> None:
        self._found = _TOKEN.finditer(pattern)
        self.kind: str | None = None
        self.text = ""
        self.advance()

    def advance(self) -> None:
        found = next(self._found, None)
        self.kind, self.text = (None, "") if found is None else (found.lastgroup, found[found.lastgroup or 0])

    def take(self) -> tuple[str | None, str]:
        taken = self.kind, self.text
        self.advance()
        return taken


def _alternatives(tokens: _Tokens) -> Sequence[Words]:
    """What is needed up to a closing bracket or the end: with a choice, one word of the best set of each branch."""
    branches = [_sequence(tokens)]
    while tokens.kind == "or":
        tokens.advance()
        branches.append(_sequence(tokens))
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return ()
    words = _shortest(word for branch in branches for word in branch[0])
    return (words,) if len(words) <= _MOST_WORDS else ()


def _sequence(tokens: _Tokens) -> Sequence[Words]:
    found: list[Words] = []
    run = ""
    while tokens.kind not in (None, "or", "close"):
        kind, text = tokens.take()
        if kind == "around":
            _alternatives(tokens)
            _close(tokens)
        elif kind == "open":
            inner = _alternatives(tokens)
            _close(tokens)
            found += [] if _may_be_missing(tokens) else inner
            found, run = [*found, *_told(run)], ""
        elif kind == "quoted" or (kind == "char" and text != "."):
            counted = tokens.kind == "count"
            if counted:
                found, run = [*found, *_told(run if _may_be_missing(tokens) else run + text)], ""
            else:
                run += text
        elif not (kind == "zero" or (kind == "escaped" and text[1] in _NO_WIDTH)):
            _may_be_missing(tokens)
            found, run = [*found, *_told(run)], ""
    return _best([*found, *_told(run)])


def _close(tokens: _Tokens) -> None:
    if tokens.kind != "close":
        raise ValueError("a bracket does not close")
    tokens.advance()


def _may_be_missing(tokens: _Tokens) -> bool:
    """Whether what stands before is counted so that there may be none of it; the count is passed."""
    if tokens.kind != "count":
        return False
    _, text = tokens.take()
    return text[0] in "?*" or text.startswith(("{0", "{,"))


def _told(run: str) -> Iterator[Words]:
    """The letters that follow each other, as a need, where they tell anything."""
    folded = run.casefold()
    if len(folded) > 1 or (folded and not folded.isalnum() and folded not in _PLAIN):
        yield frozenset((folded,))


def _best(found: Iterable[Words]) -> Sequence[Words]:
    return sorted(found, key=lambda words: (-min(map(len, words)), len(words)))[:_MOST_NEEDS]


def _shortest(words: Iterable[str]) -> Words:
    """The words but for those that hold another of them: "soltanto" stands nowhere where "sol" does not."""
    every = frozenset(words)
    return frozenset(word for word in every if not any(other in word for other in every if other != word))
