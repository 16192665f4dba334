"""What the head of a column, or the label of a cell, names: a field, a year, a unit, a scale, an evaluator."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from extract.language.lexicon import backward, lexicon, words
from extract.rulebook import Pack, key_of
from schemas.rule import ColumnRule

LONGEST = 90  # characters: what is longer is no head
_FEWEST = 5  # letters of a head that others may follow in the same cell
_MOST_BEHIND = 26  # letters that may follow it
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SCALE = re.compile(
    r"(?i)(?:\d+\s*[-–÷]\s*|\bsu\s+|\b(?:max\.?|massimo)\s*(?:p\.|punti\s)?\s*|/\s*|\bda\s+\d+\s+a\s+"
    r"|\bfino\s+a\s+)(\d{1,4})(?!\d)"
)
_OF = re.compile(r"(?i)^(?:(?:d(?:i|ei|egli|el|ella|elle)|sul?|per)\s+|(?:d|dell|sull)[’']\s*|[-–/]\s*)")
# What a measure is called beside the word for what it is of: "Peso ob.", "% realizz. indic.".
_COMPOSED = {
    **{("weight", of): "objective_weight" for of in ("title", "operational")},
    **{("achievement", of): "objective_achievement" for of in ("title", "operational")},
    ("weight", "indicator"): "indicator_weight",
    **{("achievement", of): "achievement" for of in ("indicator", "target", "result")},
}
_LAST = re.compile(r"(?<!\d)(\d{1,3})\)?$")
_COUNT = re.compile(r"(?i)\W*(?:n|nr|num)?[.°]?\s*\d[\d.,]*\W*")  # "n. 4" is a value
_WHEN = re.compile(
    r"(?i)(?:\bal\s+)?(?<!\d)(?:3[01]|2[89])[/.](?:0?\d|1[0-2])(?:[/.](?:19|20)?\d{2})?(?!\d)|(?<!\d)(?:19|20)\d{2}(?!\d)"
    r"|(?<!\d)(?:3[01]|2[89])\s+(?:dicembre|giugno|settembre|marzo|ottobre)\b"
)
# What holds its answer too is no head: "Target 2024 - >= 12", "Peso: 20%".
_ANSWERED = re.compile(r"\d\s*/\s*\d|[<>≤≥=€]|(?:[:–—]|\s-)\s*(?:n[.°]?\s*)?\S*\d|(?<![\d/.])\d{2,}(?![\d/.])|\d[.,]\d")


class Head(NamedTuple):
    """A head as read: the field it names and the rule that says so."""

    role: str
    rule: str


@dataclass(frozen=True, slots=True)
class Heads:
    """Reads heads with the columns of one pack."""

    pack: Pack
    _known: dict[str, Head | None] = field(default_factory=dict, repr=False, compare=False)

    def exact(self, text: str) -> Head | None:
        """The field that `text` names by itself, years, brackets, units and evaluators aside."""
        text = " ".join(text.split())
        if len(text) > LONGEST:
            return None
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def opening(self, text: str) -> Head | None:
        """As `exact`, and a head that a few words more follow: "Indicatore di impatto sociale"."""
        found = self.exact(text)
        if found or len(text) > LONGEST:
            return found
        parts = _BRACKETS.sub(" ", text).split()
        keys = [key_of(" ".join(parts[:count])) for count in range(len(parts), 0, -1)]
        near = (key for key in keys if len(key) >= max(_FEWEST, len(keys[0]) - _MOST_BEHIND))
        return self._named(next((rule for key in near if (rule := self.pack.heads.get(key))), None))

    def _read(self, text: str) -> Head | None:
        if _COUNT.fullmatch(text) or _ANSWERED.search(_WHEN.sub(" ", _BRACKETS.sub(" ", text))):
            return None
        bare = _BRACKETS.sub(" ", text)
        forms = dict.fromkeys(key_of(form) for form in (text, bare, _small().sub(" ", bare)))
        found = next((rule for form in forms if (rule := self.pack.heads.get(form))), None)
        return self._named(found) or self._scored(text) or self._composed(bare)

    def _composed(self, text: str) -> Head | None:
        """A measure and what it is of, each by a head of its own: "% realizz. indic.", "Peso % ob."."""
        parts = text.split()
        for cut in range(1, len(parts)):
            first = self.pack.heads.get(key_of(" ".join(parts[:cut])))
            of = self.pack.heads.get(key_of(_OF.sub("", " ".join(parts[cut:]))))
            role = _COMPOSED.get((first.role, of.role)) if first and of else None
            if first and role:
                return Head(role, self.pack.name(first))
        return None

    def _scored(self, text: str) -> Head | None:
        """An evaluator's own column: his name alone, or with a word for a score."""
        at = evaluator_at(text)
        if at is None:
            return None
        key = key_of(_small().sub(" ", _BRACKETS.sub(" ", f"{text[: at[0]]} {text[at[1] :]}")))
        rule = self.pack.heads.get(key or "punteggio")
        return self._named(rule) if rule and rule.role in {"score", "notes"} else None

    def _named(self, rule: ColumnRule | None) -> Head | None:
        return Head(rule.role, self.pack.name(rule)) if rule else None


@lru_cache(4096)
def year_in(text: str) -> int | None:
    """The one year that a head states; None where it states none or several."""
    years = set(_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def spans_years(text: str) -> bool:
    """Whether a head states several years: "Programmazione 2022-2024" says of no column which year it is of."""
    return len(set(_YEAR.findall(text))) > 1


@lru_cache(4096)
def unit_in(text: str) -> str | None:
    """The unit that a head states, in the contract's words: `%`, or one in brackets or behind "in"."""
    units = backward("units", "after")
    if text.lstrip("( ").startswith("%") or text.rstrip(") ").endswith("%") or "(%" in text:
        return "%"
    said = re.findall(r"(?i)\(\s*(?:in\s+|n\.\s*)?([^\s()]+)", text) + re.findall(r"(?i)\bin\s+([^\s()]+)", text)
    found = (units.get(word.lower()) or units.get(word.lower().rstrip(".,")) for word in said)
    return next((unit for unit in found if unit and unit != "years"), None)


def scale_in(text: str) -> int | None:
    """The highest score that a head states: "Punteggio (0-3)", "su 10", "Valore risultato 3"."""
    bare = _YEAR.sub(" ", text).strip()
    found = _SCALE.search(bare) or _LAST.search(bare)
    return int(found[1]) if found else None


def evaluator_at(text: str) -> tuple[int, int] | None:
    """Where `text` names an evaluator of the lexicon; the longest name holds."""
    found = [match.span() for pattern in _evaluators() for match in pattern.finditer(text)]
    return max(found, key=lambda at: at[1] - at[0], default=None)


@cache
def _small() -> re.Pattern[str]:
    longest = sorted(words("heads", "small"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?i)\b(?:{'|'.join(longest)})\b[’']?|\*+")


@cache
def _evaluators() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?i)(?<!\w)(?:{'|'.join(forms)})") for forms in lexicon("evaluators").values())
