"""A part folded away, and the words of the button that folds it."""

from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.controls.disclosure import More

TITLE = "Who goes along, how to get there, and what to bring on the day"


def test_long_words_wrap_and_come_back_on_one_line(qtbot: QtBot) -> None:
    more = More(TITLE)
    qtbot.addWidget(more)
    more.resize(more.minimumSizeHint().width(), 400)
    more.show()
    assert more.button.text().count("\n") >= 2
    assert more.button.text().replace("\n", " ") == TITLE == more.button.accessibleName()
    assert more.button.width() <= more.width() < more.button.sizeHint().width()
    more.resize(1200, 400)
    assert more.button.text() == TITLE
