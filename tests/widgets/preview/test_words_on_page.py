"""Words on a page are found however its lines break them."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.widgets.preview.pdf import Pdf

LINES = (
    "The echocardio-",
    "gram showed the mitral",
    "valve. A follow-",
    "up visit.",
    "Ejection  half",
)


def page() -> Pdf:
    kept = BytesIO()
    canvas = Canvas(kept)
    for at, line in enumerate(LINES):
        canvas.drawString(60, 700 - 16 * at, line)
    canvas.save()
    return Pdf(kept.getvalue())


@pytest.mark.parametrize(
    ("words", "boxes"),
    [
        ("echocardiogram", 2),
        ("ECHOCARDIOGRAM showed", 2),
        ("mitral valve", 2),
        ("cardio", 1),
        ("follow-up", 2),
        ("followup", 2),
        ("ejection half", 1),
        ("(", 0),
        ("   ", 0),
        ("echocardiograph", 0),
    ],
)
def test_words_are_found_and_marked_line_by_line(words: str, boxes: int) -> None:
    hits = page().find(0, words)
    assert [len(hit.boxes) for hit in hits] == ([boxes] if boxes else [])
