"""What the audit says of reports: gathered from the database or a file, told as a person or a program needs it.

    dossiers(database, names, wanted)   what is said of each report, one after the other
    teller(format)                      writes dossiers as table, JSON, CSV, HTML or SARIF
"""

from __future__ import annotations

FORMATS = ("table", "json", "csv", "html", "sarif")
