"""Pages onto paper; a PDF file stands for the paper."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.pages.document import About, preview
from secondop_desktop.widgets.dialogs import print_dialog
from secondop_desktop.widgets.preview.pdf import Pdf
from tests.exchange.pdf.papers import paper

THREE = [f"Line {n}." for n in range(160)]


def _printer(target: Path) -> QPrinter:
    made = print_dialog._printer("Letter")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(target))
    made.setResolution(100)
    return made


@pytest.fixture
def pdf(qtbot: QtBot) -> Pdf:
    return Pdf(paper("\n".join(THREE)))


def _dark(target: Path) -> list[int]:
    """Count the dark spots of each page, so that an empty page is known."""
    found = Pdf(target.read_bytes())
    counts = []
    for page in range(len(found)):
        image = found.render(page, 0.5)
        assert image is not None
        spots = (
            image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())
        )
        counts.append(sum(spot.lightness() < 128 for spot in spots))
    return counts


def test_every_page_is_printed(pdf: Pdf, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    print_dialog.draw(pdf, _printer(target))
    counts = _dark(target)
    assert len(counts) == len(pdf) > 2
    assert min(counts) > 20  # the foot of an empty page has 13
    width, height = Pdf(target.read_bytes()).sizes[0]
    assert (width, height) == pytest.approx(pdf.sizes[0], abs=3)


def test_only_the_pages_chosen_are_printed(pdf: Pdf, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    printer = _printer(target)
    printer.setFromTo(2, 2)
    print_dialog.draw(pdf, printer)
    assert len(_dark(target)) == 1


def test_a_printer_that_takes_nothing_is_told_of(
    pdf: Pdf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPainter, "begin", lambda *_given: False)
    with pytest.raises(UserError, match="Nothing was printed"):
        print_dialog.draw(pdf, _printer(tmp_path / "out.pdf"))


@pytest.mark.usefixtures("a_printer")
@pytest.mark.parametrize("agreed", [True, False])
def test_the_dialog_decides(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, agreed: bool) -> None:
    drawn: list[Any] = []
    code = QDialog.DialogCode
    answer = code.Accepted if agreed else code.Rejected
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: answer)
    monkeypatch.setattr(print_dialog, "draw", lambda *given: drawn.append(given))
    parent = QWidget()
    qtbot.addWidget(parent)
    assert print_dialog.print_pdf(parent, paper("Hello."), "Letter") is agreed
    assert bool(drawn) is agreed


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have dialogs of their own")
@pytest.mark.parametrize(
    ("has_cups", "said"), [(True, "No printer is set up"), (False, "This computer has no CUPS")]
)
def test_where_there_is_no_printer_it_is_said_before_the_dialog(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, has_cups: bool, said: str
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    monkeypatch.setattr(print_dialog, "_has_cups", lambda: has_cups)
    parent = QWidget()
    qtbot.addWidget(parent)
    with pytest.raises(UserError, match=said):
        print_dialog.print_pdf(parent, paper("Hello."), "Letter")


def test_pages_on_their_side_turn_the_paper(qtbot: QtBot, tmp_path: Path) -> None:
    about = About("Opinions", "Edith Maplethorpe", "", "Made today", "A personal record.")
    pdf = Pdf(preview(["Three opinions."], about, landscape=True)[0])
    target = tmp_path / "out.pdf"
    print_dialog.draw(pdf, _printer(target))
    assert Pdf(target.read_bytes()).sizes[0] == pytest.approx(pdf.sizes[0], abs=3)
    assert pdf.sizes[0][0] > pdf.sizes[0][1]
