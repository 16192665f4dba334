"""`obiettivi`: the commands by name, and what every one of them does with errors.

Only click is imported here; a command's module is imported when the command runs.
"""

from __future__ import annotations

import io
import sys

import click

from extract.errors import INTERRUPTED, ObiettiviError, StoreError

# name → the line in `obiettivi --help`; the command is `command` in extract/commands/<name>.py.
COMMANDS = {
    "ingest": "Read reports into the database.",
    "merge": "Bring shards of a cluster into the database.",
    "extract": "Print reports as JSON, one line per file.",
    "query": "Ask the database, in SQL or by the name of a question.",
    "show": "Show an objective with quotes and pages beside its values.",
    "audit": "Show what the checks found and confirmed.",
    "explain": "Show where a value comes from, or why there is none.",
    "rules": "List the rule packs, check one, try one on a report.",
    "evaluate": "Compare what is read with a gold standard.",
    "doctor": "Say what is installed here, and what a missing part costs.",
    "schema": "Print the JSON Schema of a report.",
    "completion": "Print the completion script of your shell.",
}

EPILOG = """\b
Example:
  obiettivi ingest reports/
  obiettivi query scores

\b
Exit codes:
  0    all went well
  1    a file could not be read, or a question not answered
  2    the command line is wrong
  3    the database cannot be opened, read or written
  4    the audit found something as grave as --fail-on
  130  interrupted with Ctrl-C
  141  the reader of a pipe left, as in: obiettivi show ... | head
"""


class Commands(click.Group):
    """A group that imports a command only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        found: click.Command = import_module(f"extract.commands.{cmd_name}").command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, but a name that is nearly right is suggested."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            ctx.fail(f"There is no command {name!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"obiettivi {version('obiettivi')}")
        ctx.exit()


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
              help="Print the version and exit.")
def cli() -> None:
    """Italian performance reports as a database in which every value shows its place on the page."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; its exit code. Expected errors are one line on standard error."""
    _speak_utf8()
    output = sys.stdout
    try:
        result = cli.main(arguments, prog_name="obiettivi", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        return _interrupted()
    except KeyboardInterrupt:
        return _interrupted()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ObiettiviError as error:
        click.echo(f"error: {error.line()}", err=True)
        return 3 if isinstance(error, StoreError) else 1
    except BrokenPipeError:
        return _reader_left()
    except SystemExit:
        if sys.stdout is not output:  # click puts another in its place where it notices first
            return _reader_left()
        raise
    return result if isinstance(result, int) else 0


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 whatever the locale; a terminal that cannot show a letter shows its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _interrupted() -> int:
    click.echo(INTERRUPTED, err=True)
    return 130


def _reader_left() -> int:
    """Nothing more can be told (`| head`): end quietly, with the code of a program that SIGPIPE ended."""
    import os

    # Python flushes standard output once more at exit, and would complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141
