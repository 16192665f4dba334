"""`obiettivi rules`: the rule packs listed, checked by their own examples, tried on a file."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extract.errors import RuleError, printable
from extract.export.cells import counted

if TYPE_CHECKING:
    from extract.rulebook import Pack, Shelf
    from extract.ruletry import Find, Trial
    from extract.show import Printed, Row, Where
    from schemas.rule import AnyRule

PLAIN_WIDTH = 100  # columns where there is no terminal to ask
FEW = 3  # finds of a rule that are shown without --all
_LONGEST = 60  # characters of a value that are shown
KINDS = {
    "heading": "titolo", "label": "etichetta", "column": "colonna", "segment": "segmento", "pattern": "modello",
    "choice": "scelta",
}

packs_option = click.option(
    "--pack", "packs", multiple=True, metavar="FOLDER", type=click.Path(path_type=Path),
    help="Read with the rule pack in this folder too; may be given again.",
)

EPILOG = """\b
Examples:
  obiettivi rules list
  obiettivi rules check                          every shipped pack
  obiettivi rules check ./comune-di-prova        a pack of your own, in its folder
  obiettivi rules try ./comune-di-prova relazione.pdf
  obiettivi extract relazione.pdf --pack ./comune-di-prova

\b
How a pack is written: docs/rule-packs.md. Exit code 1: a pack is not valid or an example does not hold.
"""


@click.group("rules", epilog=EPILOG)
def command() -> None:
    """List the rule packs, check one, try one on a report.

    Rules are data in YAML. A PACK is the id of a shipped pack, or a folder with a pack.yml.
    """


@command.command("list", short_help="List the shipped packs.", epilog="\b\nExample:\n  obiettivi rules list")
def list_packs() -> None:
    """List the shipped packs: layout, version, how many rules are their own, which packs they use."""
    from extract.export import writer
    from extract.rulebook import load

    rows: Sequence[Sequence[object]] = [
        (pack.header.id, pack.header.layout, pack.header.version, len(pack.own()), len(pack.rules),
         ", ".join(pack.header.uses), pack.header.title)
        for pack in load().packs()
    ]
    writer("table")(("pack", "layout", "version", "own rules", "all rules", "uses", "title"), rows, sys.stdout)


@command.command("check", short_help="Check packs by their own examples.",
                 epilog="\b\nExamples:\n  obiettivi rules check\n  obiettivi rules check narrative ./mio-ente")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.pass_context
def check(ctx: click.Context, packs: tuple[str, ...]) -> None:
    """Check packs, all shipped ones where none is named: their YAML, and every example and reject of their rules.

    What is wrong is told with file and line, what was expected and what came. Rules that a pack
    uses are checked where they stand. Packs that use one another are named together.
    """
    from extract.rulebook import shipped
    from extract.rulefile import PackError

    shelf = shipped()
    names: list[str] = []
    failed = 0
    for pack in packs:
        try:
            names.append(_named(shelf, pack))
        except PackError as error:
            failed += _invalid(pack, error)
    for name in names if packs else shelf.folders:
        failed += _checked(shelf, name)
    ctx.exit(1 if failed else 0)


@command.command("try", short_help="Show what each rule of a pack finds in a file.",
                 epilog="\b\nExamples:\n  obiettivi rules try narrative relazione.pdf\n"
                        "  obiettivi rules try ./mio-ente relazione.pdf --rule esito --all")
@click.argument("pack", metavar="PACK")
@click.argument("file", type=click.Path())
@click.option("--rule", "only", metavar="ID", help="Show one rule only.")
@click.option("--all", "every", is_flag=True, help="Show every find of a rule rather than the first few.")
@packs_option
def try_on(pack: str, file: str, only: str | None, every: bool, packs: tuple[Path, ...]) -> None:
    """Show what each rule of PACK, and of the packs it uses, finds in FILE (PDF or text).

    Last come the rules that found nothing, heads of tables that no rule names, and which layout
    is recognised. --pack names other packs that PACK uses.
    """
    from extract.read import read
    from extract.rulebook import load, shipped
    from extract.ruletry import try_pack
    from extract.show import lay_out

    shelf = shipped()
    for folder in packs:
        shelf.add(folder)
    name = _named(shelf, pack)
    rulebook = load(*(Path(str(folder.path)) for folder in shelf.folders.values() if folder.own))
    tried = next(one for one in rulebook.packs() if one.header.id == name)
    rules = _chosen(tried, only)
    document = read(file)
    trial = try_pack(document, tried, rulebook)
    width = shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns if sys.stdout.isatty() else PLAIN_WIDTH
    rows = _rows(trial, tried, rules, None if every else FEW, width)
    for line in lay_out(rows, width, _where(document.text, len(document.pages))):
        _print(line)


def _named(shelf: Shelf, pack: str) -> str:
    """The id of a pack that is named by its id or its folder, which the shelf then has. Raises RuleError."""
    from extract.rulefile import HEADER, near

    path = Path(pack)
    if (path / HEADER).is_file() or "/" in pack or (path.is_dir() and pack not in shelf.folders):
        return shelf.add(path)
    if pack not in shelf.folders:
        raise RuleError(pack, "no shipped pack of that id, and no folder", near(pack, sorted(shelf.folders)))
    return pack


def _invalid(name: str, error: RuleError) -> int:
    """Tell all that makes a pack not valid; how much it is."""
    faults: Sequence[RuleError] = getattr(error, "faults", None) or [error]
    for fault in faults:
        click.echo(fault.line())
    click.echo(printable(f"{name}: not valid, {counted(len(faults), 'fault')}; its examples were not tried"))
    return len(faults)


def _checked(shelf: Shelf, name: str) -> int:
    """Tell what is wrong with a pack, or that nothing is; how much it is."""
    from extract.rulecheck import failures, said, unknown_checks

    try:
        pack = shelf.pack(name)
    except RuleError as error:
        return _invalid(name, error)
    failed = list(failures(pack))
    for failure in failed:
        click.echo(printable(f"{failure.where}: rule {failure.rule}, {said(failure.text)}"))
        click.echo(printable(f"    expected  {failure.expected()}"))
        click.echo(printable(f"    came      {failure.came()}"))
    faults = list(unknown_checks(pack))
    for fault in faults:
        click.echo(fault.line())
    for rule, replaced in _replaced(shelf, pack):
        click.echo(f"{name}: rule {rule.id} replaces {replaced}")
    rules = pack.own()
    examples, rejects = (sum(len(getattr(rule, key)) for rule in rules) for key in ("examples", "rejects"))
    counts = f"{counted(len(rules), 'rule')}, {counted(examples, 'example')}, {counted(rejects, 'reject')}"
    wrong = len(failed) + len(faults)
    outcome = f"{wrong} not as they should be" if wrong else "all hold"
    click.echo(f"{name} {pack.header.version}: {counts}: {outcome}")
    return wrong


def _replaced(shelf: Shelf, pack: Pack) -> Iterator[tuple[AnyRule, str]]:
    """The rules of a person's pack that take the place of others, in the pack or in all tables."""
    from extract.rulebook import GENERAL

    before = dict(pack.replaces)
    with suppress(RuleError):  # another pack that is not valid; it is told where it is checked
        before |= {rule: name for rule, name in shelf.pack(GENERAL).replaces.items() if rule not in before}
    if pack.folder.own:
        yield from ((rule, before[rule.id]) for rule in pack.own() if rule.id in before)


def _chosen(pack: Pack, only: str | None) -> Sequence[AnyRule]:
    """The rules to show, the pack's own first; the one that is asked for. Raises RuleError where there is none."""
    own = pack.own()
    rules = [*own, *(rule for rule in pack.rules if rule not in own)]
    if only is None:
        return rules
    found = [rule for rule in rules if only in (rule.id, pack.name(rule))]
    if not found:
        from extract.rulefile import near

        raise RuleError(only, f"no rule of that id in {pack.header.id}", near(only, [rule.id for rule in rules]))
    return found


def _rows(trial: Trial, pack: Pack, rules: Sequence[AnyRule], limit: int | None, width: int) -> Iterator[Row]:
    """What each rule found, what none did, and what the layout recognition makes of it."""
    from extract.show.page import BLANK, Row, absent, heading, shown

    found: dict[str, list[Find]] = {}
    for find in trial.finds:
        found.setdefault(find.rule, []).append(find)
    for rule in rules:
        finds = found.get(pack.name(rule), [])
        if not finds:
            continue
        yield heading(f"{pack.name(rule)}  {KINDS[rule.kind]} / {rule.kind}: {len(finds)}")
        yield from (Row(_values(find), shown(find.evidence)) for find in finds[:limit])
        if more := len(finds[limit:]) if limit else 0:
            yield absent(f"ancora {more} / {more} more: --all")
    yield BLANK
    silent = [pack.name(rule) for rule in rules if pack.name(rule) not in found]
    if silent:
        names = _by_pack(silent, None if limit is None or len(rules) == 1 else pack.header.id)
        yield from _paragraph(f"senza riscontro / nothing found ({len(silent)}): {names}", width)
    if trial.unnamed:
        heads = shown(trial.unnamed, limit=len(trial.unnamed))
        yield Row("colonne senza regola / heads of tables that no rule names", heads, indent=0)
    yield from _paragraph(f"impianto / layout: {_layout(trial, pack)}", width)


def _paragraph(text: str, width: int) -> Iterator[Row]:
    """A text over the whole width, the names in it unbroken."""
    from textwrap import wrap

    from extract.show.page import Row

    lines = wrap(printable(text), max(width, 24), subsequent_indent="  ", break_on_hyphens=False)
    yield from (Row(line, indent=0, fixed=True) for line in lines)


def _by_pack(names: Sequence[str], own: str | None) -> str:
    """`my-body: outcome, weight; common: 54 more: --all`: those of used packs are only counted where `own` is given."""
    by_pack: dict[str, list[str]] = {}
    for pack, _, rule in (name.partition("/") for name in names):
        by_pack.setdefault(pack, []).append(rule)
    told = [f"{pack}: {', '.join(rules)}" for pack, rules in by_pack.items() if own in (None, pack)]
    counted_ = [f"{pack} {len(rules)}" for pack, rules in by_pack.items() if own not in (None, pack)]
    return "; ".join([*told, *([f"{', '.join(counted_)} (--all)"] if counted_ else [])])


def _print(line: Printed) -> None:
    left = line.left if line.right else line.left.rstrip()
    shown = click.style(left, bold=line.style == "heading", dim=line.style == "absent")
    click.echo(f"{shown}{click.style(line.right, dim=True)}" if line.right else shown)


def _values(find: Find) -> str:
    """`role target, year 2019`: what a rule read, long texts cut."""
    from extract.show.page import cut

    return ", ".join(f"{name} {cut(str(value), _LONGEST)}" for name, value in find.values.items())


def _layout(trial: Trial, pack: Pack) -> str:
    division = trial.division
    seen = "; ".join(division.reasons) if division.pack else f"non riconosciuto (not recognised): {division.reasons[0]}"
    if pack.header.recognises is None:
        return seen
    read, every = trial.read(pack)
    return f"{seen}; {pack.header.id} legge {read} obiettivi su {every} (reads {read} of {every} objectives)"


def _where(text: str, pages: int) -> Where:
    """By page; by line where all is one page of text."""
    from extract.show.place import line_of, page_of

    return lambda one: page_of(one) if one.boxes or pages > 1 else line_of(one, text)
