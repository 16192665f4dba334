"""How well reports are read: predictions against what a person found in them.

How it counts is told in docs/evaluation.md.
"""

from extract.evaluate.baseline import load_baseline
from extract.evaluate.comparison import Comparison, Count, Wrong, compare
from extract.evaluate.corpus import Corpus, CorpusError, Entry, find_corpus
from extract.evaluate.gold import Gold, GoldError, gold_of, load_gold
from extract.evaluate.progress import Move, Moves, moves
from extract.evaluate.scores import (
    SCORES,
    ReportScores,
    Scores,
    ScoresError,
    dump,
    falls,
    load_scores,
    score,
    write,
)
from extract.evaluate.table import move_lines, score_lines

__all__ = [
    "SCORES", "Comparison", "Corpus", "CorpusError", "Count", "Entry", "Gold", "GoldError", "Move", "Moves",
    "ReportScores", "Scores", "ScoresError", "Wrong", "compare", "dump", "falls", "find_corpus", "gold_of",
    "load_baseline", "load_gold", "load_scores", "move_lines", "moves", "score", "score_lines", "write",
]
