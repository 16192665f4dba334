"""`obiettivi schema`: the shape of a report, for programs that check or generate code."""

from __future__ import annotations

import click


@click.command("schema", epilog="\b\nExample:\n  obiettivi schema --pretty > report.schema.json")
@click.option("--pretty", is_flag=True, help="Indent it.")
def command(pretty: bool) -> None:
    """Print the JSON Schema of what `obiettivi extract` prints."""
    import json

    from schemas.report import Report

    schema = Report.model_json_schema(mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2 if pretty else None))
