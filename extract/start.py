"""Where the program starts. What takes longest to be ready begins before the command line is understood."""

from __future__ import annotations

import sys

from extract.errors import INTERRUPTED

_WITHOUT = {"-h", "--help", "--list"}  # with these nothing is asked


def main() -> int:
    """Run the command line; its exit code."""
    if sys.argv[1:2] != ["query"] or len(sys.argv) < 3 or _WITHOUT.intersection(sys.argv):
        from extract.cli import main as run

        return run()
    from extract.store import child

    try:
        child.begin()
        from extract.cli import main as run

        return run()
    except KeyboardInterrupt:  # before the command line was there to say so
        sys.stderr.write(f"{INTERRUPTED}\n")
        return 130
    finally:
        child.drop()
