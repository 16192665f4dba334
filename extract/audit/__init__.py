"""Audit: what a report says against what it shows. One small module for each family of checks.

    audited(report, expectations)   the report with its findings and confirmations

`CHECKS` in checks.py is the list of all of them.
"""

from __future__ import annotations

from extract.audit.run import audited

__all__ = ["audited"]
