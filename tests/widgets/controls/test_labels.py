"""Texts have their role's size, wrap, and follow the theme."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls import labels
from secondop_desktop.widgets.theme import DARK, Scheme, Text, Theme

TAGGED = "<b>Not bold</b> & <img src=x>"


@pytest.mark.parametrize(("level", "size"), [(1, 22), (2, 16), (3, 13)])
def test_headings_have_their_sizes(
    look: Theme, qapp: QApplication, qtbot: QtBot, level: int, size: int
) -> None:
    label = labels.heading("Home", level)
    qtbot.addWidget(label)
    assert label.font().pointSizeF() == size
    assert label.font().bold()
    theme.apply(qapp, Scheme.LIGHT, 150)
    assert label.font().pointSizeF() == size * 1.5


def test_colours_follow_the_scheme(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    label = labels.muted("Later")
    qtbot.addWidget(label)
    theme.apply(qapp, Scheme.DARK, 100)
    ink = label.palette().color(QPalette.ColorRole.WindowText).name().upper()
    assert ink == DARK.muted


def test_what_people_write_is_never_taken_for_markup(look: Theme, qtbot: QtBot) -> None:
    label = labels.paragraph(TAGGED)
    qtbot.addWidget(label)
    plain = labels.paragraph("x" * len(TAGGED))
    qtbot.addWidget(plain)
    assert label.textFormat() is plain.textFormat()
    assert label.text() == TAGGED


def test_an_edit_can_have_the_size_of_notes(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    edit = QTextEdit()
    qtbot.addWidget(edit)
    labels.set_role(edit, Text.NOTES)
    assert edit.font().pointSizeF() == 20
    theme.apply(qapp, Scheme.DARK, 150)
    edit.ensurePolished()
    assert edit.font().pointSizeF() == 30


def test_long_text_wraps(look: Theme, qtbot: QtBot) -> None:
    label = labels.small("What you write stays on this computer. " * 5)
    qtbot.addWidget(label)
    assert label.heightForWidth(200) > 4 * label.fontMetrics().height()
