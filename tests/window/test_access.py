"""Every screen as a screen reader has it: headings, names, and lists that say what they list."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox

from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from secondop_desktop.window.sidebar import PLACES
from tests.window.heard import Role, faults, heard

KEYS = [place.key for place in PLACES]


@pytest.mark.parametrize("key", KEYS)
def test_a_screen_has_headings_and_nothing_says_too_little(
    session: Session, qapp: QApplication, key: str
) -> None:
    pictures.open_screen(session, key)
    pictures.settle(qapp)
    assert Role.Heading in [one.role() for one in heard(session.shell)]
    assert faults(session.shell) == []


@pytest.mark.parametrize("key", KEYS)
def test_lists_say_what_they_are_a_list_of(session: Session, qapp: QApplication, key: str) -> None:
    pictures.open_screen(session, key)
    pictures.settle(qapp)
    for box in session.shell.findChildren(QComboBox):
        if box.isVisible() and box.currentText():
            name = QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name)
            assert name.endswith(f": {box.currentText()}")
