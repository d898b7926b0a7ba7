"""The undo bar stays until it is used or closed."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.feedback.undo_bar import UndoBar
from secondop_desktop.widgets.theme import Scheme, Theme
from tests.widgets import walker

TEXT = "“Letter from Dr Patel about the operation” is in the bin"


def _bar(qtbot: QtBot) -> UndoBar:
    bar = UndoBar()
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    bar.show_text(TEXT)
    return bar


def test_undo_is_sent_and_hides_the_bar(look: Theme, qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    assert bar.accessibleName() == bar.text.text() == TEXT
    with qtbot.waitSignal(bar.undone), qtbot.assertNotEmitted(bar.dismissed):
        bar.undo.click()
    assert not bar.isVisible()


def test_closing_only_hides_the_bar(look: Theme, qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    with qtbot.waitSignal(bar.dismissed), qtbot.assertNotEmitted(bar.undone):
        bar.close_button.click()
    assert not bar.isVisible()


def test_the_focus_stays_where_it_is(look: Theme, qtbot: QtBot) -> None:
    bar = _bar(qtbot)
    assert QApplication.focusWidget() not in {bar, bar.undo}


def test_nothing_is_cut_off_at_large_text(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    bar = _bar(qtbot)
    bar.resize(900, bar.heightForWidth(900))
    assert walker.cut_off(bar) == walker.unnamed(bar) == []
