"""Whether a page's letters are those a person sees: text layers may hold others.

A font that does not say which letters its shapes are yields replacement characters; one that
says it wrongly yields text of the right length in a shifted or shuffled alphabet. The first
is counted; the second has neither Italian's short words nor its pairs of letters. Measured on
the pages of the corpus, headings in capitals and tables included: at least 90 % usual pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_ODD = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ufffe\ue000-\uf8ff]|\\(cid:\\d+\\)")
_ODD_PRINTABLE = ("\ufffd", "(cid:")
_MOST_ODD = 0.25  # of the characters
# The commonest words, those of the languages that stand beside Italian in reports among them.
_SHORT_WORDS = frozenset(re.findall(
    r"\S+", "di e il la che per del dei in un una le i a con è della delle non al alla ai da nel nella si sono su n "
    "dall dell all degli gli o ed lo ad come più stato stata stati state ha anche dal nei sul tra entro l "
    "the of and to for is on was with der die und das den von für mit ist im les et des de en est que pour dans du au "
    "je na se za ne v",
))
# For each letter those that follow it in 95 of 100 pairs of Italian, counted in the corpus.
_PAIRS = frozenset(
    word[0] + letter for word in re.findall(
        r"\S+", "acdglmnrstvz bi caehioru daeiou ecdfgilmnrstv fefio gaegilr he iabcdefglmnostvz laeilotu maeimop "
        "nacdeinostuz obcglmnprstv paeior qu raefgimnostv saceiopstu taeiortuà ualnort vaeio zaiz",
    ) for letter in word[1:]
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ACRONYM = 6  # letters: longer words in capitals are words
_ENOUGH_WORDS = 0.2  # short words among all: prose, whatever else is on the page
_FEW_WORDS = 0.12
_SAMPLE = 150  # different words: codes are said again and again
_LEAST, _MANY = 80, 160  # pairs of letters: fewer prove nothing, so many that shares are sure
_NO_LANGUAGE = 0.5  # of the pairs: shuffled alphabets reach 0.45
_ODD_LANGUAGE = 0.8  # of the pairs, where short words are missing too: vowels shuffled among themselves


def are_true(text: str, words: Iterable[str]) -> bool:
    """Whether a page that holds `words`, in `text` as its layer has it, can be read by its letters.

    Pages with too few letters to tell are taken for readable.
    """
    if _share_odd(text) > _MOST_ODD:
        return False
    if _short(text.lower().split()) > _ENOUGH_WORDS:
        return True
    read = " ".join(words)  # where letters are painted twice, the layer has them twice
    told = (word.lower() for word in _LETTERS.findall(read) if len(word) > _ACRONYM or not word.isupper())
    sample = list(dict.fromkeys(told))[:_SAMPLE]
    pairs = [one + two for word in sample for one, two in pairwise(word)]
    if len(pairs) < _LEAST:
        return True
    usual = sum(map(_PAIRS.__contains__, pairs)) / len(pairs)
    few = _short([token for token in read.lower().split() if token[0].isalpha()]) < _FEW_WORDS
    return usual >= (_ODD_LANGUAGE if few and len(pairs) > _MANY else _NO_LANGUAGE)


def _short(tokens: Sequence[str]) -> float:
    """The share of short words."""
    return sum(map(_SHORT_WORDS.__contains__, tokens)) / (len(tokens) or 1)


def _share_odd(text: str) -> float:
    if text.replace("\r\n", "").isprintable() and not any(mark in text for mark in _ODD_PRINTABLE):
        return 0.0
    odd = sum(len(found) for found in _ODD.findall(text))
    return odd / (len(text) - text.count(" ") - text.count("\n") * 2 or 1)
