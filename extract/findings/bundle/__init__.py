"""The audit bundle: one HTML page to sign and archive, that needs no network and no script."""

from extract.findings.bundle.page import bundled

__all__ = ["bundled"]
