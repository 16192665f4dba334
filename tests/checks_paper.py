"""The list of checks in docs/audit.md, written from what each check says of itself.

`python tests/checks_paper.py` writes it anew; tests compare.
"""

from __future__ import annotations

from pathlib import Path

from extract.audit.catalog import family_of
from extract.audit.checks import CHECKS

PAPER = Path(__file__).parent.parent / "docs" / "audit.md"
BEGIN, END = "<!-- checks: make examples writes from here -->\n", "<!-- to here -->\n"


def listed() -> str:
    """The sections of all checks, family by family."""
    families = dict.fromkeys(family_of(check.id) for check in CHECKS)
    return "".join(
        f"""
### `{check.id}`

**{check.title}** · {check.title_en} · `{check.severity}`

{check.about}

*{check.about_en}*

> {check.example}
"""
        for family in families for check in CHECKS if family_of(check.id) == family
    )


def write_anew() -> None:
    """Put the list between its marks."""
    text = PAPER.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    PAPER.write_text(f"{head}{BEGIN}{listed()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    write_anew()
