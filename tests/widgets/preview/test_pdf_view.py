"""A PDF is turned, zoomed, searched and read by keyboard; only pages in sight are drawn."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.preview.pdf import Hit, Pdf
from secondop_desktop.widgets.preview.pdf_view import PdfView
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker
from tests.widgets.preview import samples

Made = Callable[..., PdfView]


@pytest.fixture
def made(look: Theme, qtbot: QtBot) -> Made:
    """Show a PDF in an active window."""

    def make(data: bytes | None = None) -> PdfView:
        view = PdfView(Pdf(data or samples.pdf(12)), "letter.pdf", at_once)
        qtbot.addWidget(view)
        view.resize(700, 600)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return make


def _enter(view: PdfView, words: str) -> None:
    view.finder.words.setText(words)
    QTest.keyClick(view.finder.words, Qt.Key.Key_Return)


def test_pages_are_turned_by_button_number_and_call(made: Made, qtbot: QtBot) -> None:
    view = made()
    assert view.page() == 1
    assert view.turner.of.text() == "of 12"
    assert not view.turner.before.isEnabled()
    with qtbot.waitSignal(view.page_changed) as changed:
        view.turner.after.click()
    assert changed.args == [2]
    view.turner.number.setText("11")
    QTest.keyClick(view.turner.number, Qt.Key.Key_Return)
    assert view.page() == 11
    view.turner.number.setText("99")
    QTest.keyClick(view.turner.number, Qt.Key.Key_Return)
    assert view.turner.number.text() == "11"
    view.go_to(12)
    assert view.page() == 12
    assert not view.turner.after.isEnabled()
    view.go_to(13)
    assert view.page() == 12


def test_the_keyboard_scrolls(made: Made) -> None:
    view = made()
    bar = view.scroller.verticalScrollBar()
    view.pages.setFocus()
    QTest.keyClick(view.pages, Qt.Key.Key_PageDown)
    assert bar.value() > 300
    QTest.keyClick(view.pages, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert view.page() == 12
    QTest.keyClick(view.pages, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_only_pages_in_sight_are_drawn(
    made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = made()
    drawn: list[int] = []
    render = view.pdf.render

    def noted(page: int, scale: float) -> QImage | None:
        drawn.append(page)
        return render(page, scale)

    monkeypatch.setattr(view.pdf, "render", noted)
    view.set_zoom(1.0)
    qtbot.waitUntil(lambda: 0 in drawn)
    view.go_to(9)
    qtbot.waitUntil(lambda: 8 in drawn)
    assert set(drawn) <= {0, 1, 8, 9}


def test_what_is_drawn_is_seen(made: Made, qtbot: QtBot) -> None:
    view = made()
    corner = view.pages.place(0).topLeft()

    def red() -> bool:
        colour = view.pages.grab().toImage().pixelColor(corner.x() + 10, corner.y() + 10)
        return colour.red() == 255 and colour.green() == 0

    qtbot.waitUntil(red)


def test_zoom_goes_in_steps_and_fits_again(made: Made) -> None:
    view = made()
    fitted = view.pages.width()
    assert fitted <= view.scroller.viewport().width()
    view.set_zoom(1.0)
    assert view.zoom.shown.text() == "100 %"
    view.go_to(5)
    view.zoom.bigger.click()
    assert view.zoom.shown.text() == "125 %"
    assert view.page() == 5
    view.zoom.smaller.click()
    view.zoom.smaller.click()
    assert view.zoom.shown.text() == "80 %"
    view.zoom.fit.click()
    assert view.pages.width() == fitted
    view.resize(500, 600)
    assert view.pages.width() <= view.scroller.viewport().width()
    view.set_zoom(4.0)
    assert not view.zoom.bigger.isEnabled()


def test_words_are_found_counted_and_gone_through(made: Made) -> None:
    view = made()
    view.go_to(3)
    view.look.click()
    assert view.finder.words.hasFocus()
    _enter(view, "kidney")
    assert view.finder.count.text() == "3 of 12"
    assert view.page() == 3
    _enter(view, "kidney")
    assert view.finder.count.text() == "4 of 12"
    QTest.keyClick(view.finder.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    view.finder.before.click()
    assert view.finder.count.text() == "2 of 12"
    assert view.page() == 2
    for _time in range(3):
        view.finder.before.click()
    assert view.finder.count.text() == "11 of 12"
    assert view.page() == 11


def test_what_is_not_found_says_so_and_new_words_start_anew(made: Made) -> None:
    view = made()
    view.search_for("liver")
    assert view.finder.count.text() == "Not found"
    view.finder.after.click()
    assert view.finder.count.text() == "Not found"
    QTest.keyClicks(view.finder.words, "s")
    assert view.finder.count.text() == ""
    view.search_for("page 7")
    assert view.finder.count.text() == "1 of 1"
    assert view.page() == 7
    view.look.click()
    assert view.pages.hits == []


def test_the_words_are_there_as_plain_text(made: Made) -> None:
    view = made()
    view.go_to(4)
    view.read.click()
    text = view.text
    assert text.hasFocus()
    assert text.isReadOnly()
    assert text.accessibleName() == "Words of letter.pdf"
    assert "Page 12\n\nLetter page 12: the kidney shows no change" in text.toPlainText()
    assert text.textCursor().block().text() == "Page 4"
    assert not view.zoom.isEnabled()
    view.read.click()
    assert view.zoom.isEnabled()
    assert not text.isVisible()


def test_pages_that_are_pictures_say_so(made: Made) -> None:
    view = made(samples.pages_without_words())
    view.read.click()
    said = "These pages are pictures, so there are no words to read."
    assert view.text.toPlainText() == said


def test_everything_is_named_and_fits_at_twice_the_text_size(
    made: Made, qtbot: QtBot, qapp: QApplication
) -> None:
    view = made()
    view.look.click()
    assert walker.unnamed(view) == []
    assert walker.small(view) == []
    theme.apply(qapp, Scheme.DARK, 200)
    qtbot.waitUntil(lambda: walker.cut_off(view) == [])


@pytest.mark.parametrize(
    "boxes",
    [
        [QRectF(0.1, 0.1, 0.6, 0.02), QRectF(0.1, 0.2, 0.7, 0.02)],
        [QRectF(0.3, 0.1, 0.1, 0.02), QRectF(0.6, 0.1, 0.15, 0.02)],
    ],
    ids=["rows", "columns of values"],
)
def test_all_frames_stay_in_sight_when_the_room_shrinks(made: Made, boxes: list[QRectF]) -> None:
    view = made()
    view.show_frames([Hit(0, (box,)) for box in boxes], None)
    view.fit_frames()
    view.resize(420, 600)
    view.scroller.resized.emit()
    left, right = _from_side_to_side(view)
    assert left >= 0
    assert right <= view.scroller.viewport().width()


def test_a_zoom_by_hand_stays_when_the_room_changes(made: Made) -> None:
    view = made()
    view.show_frames([Hit(0, (QRectF(0.1, 0.1, 0.6, 0.02),))], None)
    view.fit_frames()
    view.set_zoom(1.0)
    width = view.pages.width()
    view.resize(420, 600)
    view.scroller.resized.emit()
    assert view.pages.width() == width


def test_single_values_are_shown_with_what_stands_before_them(made: Made) -> None:
    view = made()
    view.show_frames([Hit(0, (QRectF(0.5, 0.1, 0.1, 0.02),))], None)
    view.fit_frames()
    page = view.pages.place(0).left()
    assert view.pages.mapTo(view.scroller.viewport(), QPoint(page, 0)).x() >= 0


def _from_side_to_side(view: PdfView) -> tuple[int, int]:
    """Return where the frames begin and end, from the left of what is in sight."""
    spots = [view.pages.spot(frame) for frame in view.pages.frames]
    offset = view.pages.mapTo(view.scroller.viewport(), QPoint()).x()
    return min(spot.left() for spot in spots) + offset, max(s.right() for s in spots) + offset


def test_tab_through_the_pages_leaves_them_where_they_are(look: Theme, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    view, after = PdfView(Pdf(samples.pdf(5)), "letter.pdf", at_once), QPushButton("After")
    column = QVBoxLayout(around)
    column.addWidget(view)
    column.addWidget(after)
    around.resize(500, 400)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    view.pages.setFocus()
    bar = view.scroller.verticalScrollBar()
    bar.setValue(40)
    QTest.keyClick(view.pages, Qt.Key.Key_Tab)
    assert not view.pages.hasFocus()
    assert bar.value() == 40
