"""What the audit tells of a document that could not be read whole."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract import extract_report

LINES = (
    "Comune di Montelago", "Relazione sulla performance 2019", "OBIETTIVO N. 1", "Aprire lo sportello",
    "Descrizione", "Il servizio mancava.", "Risultati: fatto.",
)


def picture() -> ImageReader:
    data = io.BytesIO()
    Image.new("RGB", (60, 60), "gray").save(data, "PNG")
    data.seek(0)
    return ImageReader(data)


def test_a_page_that_is_a_picture_is_told_and_a_blank_one_is_not(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "mixed.pdf"))
    for place, line in enumerate(LINES):
        canvas.drawString(72, 750 - 20 * place, line)
    canvas.showPage()
    canvas.drawImage(picture(), 72, 300, 200, 200)
    canvas.showPage()
    canvas.showPage()  # blank
    canvas.drawString(72, 750, "Valutazione OIV = 90/100")
    canvas.save()
    report = extract_report(tmp_path / "mixed.pdf")
    assert report.report.unread_pages == (2,)
    (finding,) = report.report.findings
    assert (finding.check, finding.severity) == ("reading.page-without-text", "warning")
    assert finding.message.startswith("La pagina 2 non ha testo (è un'immagine?):")
    assert [(one.page, one.quote) for one in finding.evidence] == [
        (1, "Risultati: fatto."), (4, "Valutazione OIV = 90/100"),
    ]
    assert report.objectives[0].scores[0].value == 90
