"""What is installed and usable on this machine, and what each missing part costs.

    for part in examine("obiettivi.duckdb"):
        print(part.name, part.state, part.found)
"""

from __future__ import annotations

from extract.doctor.machine import machine
from extract.doctor.packages import extras, packages
from extract.doctor.part import Part, State
from extract.doctor.recogniser import recogniser

__all__ = ["Part", "State", "examine"]


def examine(database: str) -> list[Part]:
    """Every part of the program and of its surroundings; `database` is the file reports go into.

    Engines are tried in processes of their own: what crashes is a part that is broken, not the end.
    """
    return [*packages(), recogniser(), *extras(), *machine(database)]
