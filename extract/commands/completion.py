"""`obiettivi completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click


@click.command("completion", epilog="\b\nExample:\n  obiettivi completion bash >> ~/.bashrc")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of SHELL."""
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    if completion is None:
        raise click.UsageError(f"no completion for {shell}")
    program = ctx.find_root().command
    script = completion(program, {}, "obiettivi", "_OBIETTIVI_COMPLETE")
    click.echo(script.source_template % script.source_vars())
