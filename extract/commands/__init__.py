"""The commands, one module each with a `click.Command` named `command`; imported when they run."""
