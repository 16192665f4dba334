"""What people write with pdfplumber: the text of every page, regular expressions, an insert. The baseline.

It reads far less than obiettivi: no evidence, no tables, no dates, no targets, no quantities.
"""

from __future__ import annotations

import re
from typing import Any

import duckdb
import pdfplumber

OBJECTIVE = re.compile(r"OBIETTIVO N\.\s*(\d+)\s+(.*?)(?=OBIETTIVO N\.|\Z)", re.DOTALL)
CODE = re.compile(r"\b[A-Z]\d{2}(?:\.\d{2})*\b")
SCORE = re.compile(r"(\d+)/100")


def ingest(path: str, con: Any) -> int:
    """Read a report into the table `objective`; how many objectives there were."""
    con.execute("CREATE TABLE IF NOT EXISTS objective (source TEXT, number INT, title TEXT, codes TEXT[], score INT)")
    with pdfplumber.open(path) as pdf:
        text = "\n".join(page.extract_text() or "" for page in pdf.pages)
    rows = []
    for found in OBJECTIVE.finditer(text):
        score = SCORE.search(found[2])
        title = found[2].split("\n")[0]
        rows.append([path, int(found[1]), title, CODE.findall(found[2]), int(score[1]) if score else None])
    if rows:
        con.executemany("INSERT INTO objective VALUES (?, ?, ?, ?, ?)", rows)
    return len(rows)


def main(paths: list[str]) -> None:
    """As a script: read files into a database in memory."""
    con = duckdb.connect()
    print(sum(ingest(path, con) for path in paths))


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
