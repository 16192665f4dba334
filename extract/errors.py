"""Errors people see: one line that names the file, the reason and the remedy."""

from __future__ import annotations

INTERRUPTED = "interrupted; what was saved before is whole"


class ObiettiviError(Exception):
    """Base of every expected failure. `str()` is the whole line a person reads."""

    kind = "error"

    def __init__(self, subject: str, reason: str, remedy: str, *, page: int | None = None) -> None:
        self.subject = subject
        self.reason = reason
        self.remedy = remedy
        self.page = page
        super().__init__(self.line())

    def line(self) -> str:
        """`subject, page N: reason; remedy`, with control characters made visible."""
        where = self.subject if self.page is None else f"{self.subject}, page {self.page}"
        return printable(f"{where}: {self.reason}; {self.remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; the default would call __init__ with one argument.
        return _rebuild, (type(self), self.subject, self.reason, self.remedy, self.page)


def _rebuild(
    kind: type[ObiettiviError], subject: str, reason: str, remedy: str, page: int | None
) -> ObiettiviError:
    return kind(subject, reason, remedy, page=page)


def printable(text: str) -> str:
    """`text` on one line, safe for a terminal: control characters and undecodable bytes of names as escapes."""
    return "".join(c if c.isprintable() else _escape(c) for c in text)


def _escape(char: str) -> str:
    if "\udc80" <= char <= "\udcff":  # how Python holds a byte of a file name that it cannot decode
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode()


class ReadError(ObiettiviError):
    """A file that cannot be read. `kind` is stored: `missing`, `empty`, `encrypted`, ..."""

    def __init__(
        self, subject: str, reason: str, remedy: str, *, page: int | None = None, kind: str = "unreadable"
    ) -> None:
        self.kind = kind
        super().__init__(subject, reason, remedy, page=page)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_read, (self.subject, self.reason, self.remedy, self.page, self.kind)


def _rebuild_read(subject: str, reason: str, remedy: str, page: int | None, kind: str) -> ReadError:
    return ReadError(subject, reason, remedy, page=page, kind=kind)


class RuleError(ObiettiviError):
    """A rule pack that is not valid; names pack, rule and what to change."""


class StoreError(ObiettiviError):
    """The database cannot be opened, read or written."""


class QueryError(ObiettiviError):
    """A question that the database cannot answer."""
