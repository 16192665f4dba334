"""`make demo`: the real commands on the corpus, as a newcomer would type them."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

CORPUS = Path(__file__).parent
REPORT = "riviere-2020.pdf"
QUESTION = (
    "SELECT t.objective_number AS number, t.label, t.operator, t.value, t.quote, t.page "
    f"FROM targets t JOIN documents d USING (document_id) WHERE d.source = '{REPORT}' ORDER BY number, t.ordinal"
)
NEXT = """
The report is there twice, as text and as PDF, and so are its values. What to try next:

  export OBIETTIVI_DB={database} PATH="$PWD/.venv/bin:$PATH"
  obiettivi query --list            the questions that have a name
  obiettivi show {report}   the report and its objectives
  obiettivi audit --bundle OUT.html  one page to sign: values, findings, confirmations, pieces of pages
  obiettivi ingest FOLDER           your own reports
"""


def main(database: str) -> int:
    """Run the demonstration into `database`; the exit code of the first command that fails, else 0."""
    Path(database).parent.mkdir(parents=True, exist_ok=True)
    for title, arguments in _steps():
        print(f"\n# {title}\n$ obiettivi {' '.join(map(_typed, arguments))}", flush=True)
        code = subprocess.run([sys.executable, "-m", "extract", *arguments, "--db", database], check=False).returncode
        if code != 0:
            return code
    print(NEXT.format(database=database, report=REPORT))
    return 0


def _steps() -> tuple[tuple[str, list[str]], ...]:
    return (
        ("Read the reports of the corpus into a database", ["ingest", _shown(CORPUS / "reports")]),
        ("A question that has a name: what was done after its deadline, and how was it scored?",
         ["query", "missed-deadlines"]),
        ("A question in SQL: the targets of all objectives, with the words that state them", ["query", QUESTION]),
        ("One objective: each value with its words and its place on the page", ["show", REPORT, "12"]),
        ("The audit: what the report says against what it shows", ["audit", REPORT, "--severity", "warning"]),
    )


def _typed(argument: str) -> str:
    """`argument` as one types it in a shell, SQL in double quotes."""
    return f'"{argument}"' if " " in argument and not set(argument) & set('"$`\\') else shlex.quote(argument)


def _shown(path: Path) -> str:
    """`path` as one types it here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m corpus.demo DATABASE")
    sys.exit(main(sys.argv[1]))
