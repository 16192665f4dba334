"""What it means for a file that the process reading it came to an end."""

from __future__ import annotations

from extract.errors import ReadError
from extract.isolation import Ended, Limits

_KINDS = {"fault": "internal"}  # as reading itself calls it


def error_of(ended: Ended[str], limits: Limits) -> ReadError:
    """The error for the file, with the page it happened on where it happened while pages were read."""
    reason, remedy = _why(ended, limits)
    page = int(ended.facts.get("page", "0")) or None
    return ReadError(ended.item, reason, remedy, page=page, kind=_KINDS.get(ended.kind, ended.kind))


def _why(ended: Ended[str], limits: Limits) -> tuple[str, str]:
    match ended.kind:
        case "memory":
            reason = f"reading it takes more than {limits.memory >> 20} MiB of memory"
            return reason, "allow more with --memory, or split it"
        case "timeout":
            seconds = float(ended.facts.get("seconds", limits.seconds))
            return f"reading it takes more than {seconds:g} seconds", "allow more with --timeout, or split it"
        case "crash":
            reason = f"the process that read it crashed ({ended.how})"
            return reason, "print it again, or please report it with the file"
        case "killed":
            reason = "the process that read it was killed from outside"
            return reason, "see that the machine has memory to spare, then run the command again"
        case "fault":
            said = ended.words.splitlines()[-1] if ended.words else ended.how
            return f"this program failed on it ({said})", "please report it with the file"
