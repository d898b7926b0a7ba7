"""Every screen as a screen reader has it: headings, names, and lists that say what they list."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QComboBox

from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from secondop_desktop.window.sidebar import PLACES

KEYS = [place.key for place in PLACES]
_DEEPEST = 40


def _walk(of: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    yield of
    table = of.role() in {QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List}
    children = (
        of.child(place) for place in range(0 if table or depth > _DEEPEST else of.childCount())
    )
    for child in filter(None, children):
        if not child.state().invisible:
            yield from _walk(child, depth + 1)


@pytest.mark.parametrize("key", KEYS)
def test_a_screen_has_headings_names_and_no_bare_marks(
    session: Session, qapp: QApplication, key: str
) -> None:
    pictures.open_screen(session, key)
    pictures.settle(qapp)
    names = [
        (one.role(), one.text(QAccessible.Text.Name))
        for one in _walk(QAccessible.queryAccessibleInterface(session.shell))
    ]
    headings = [name for role, name in names if role is QAccessible.Role.Heading]
    assert headings
    assert all(name.strip() for name in headings)
    assert [name for role, name in names if name.strip() in {"•", "·", "–"}] == []


@pytest.mark.parametrize("key", KEYS)
def test_lists_say_what_they_are_a_list_of(session: Session, qapp: QApplication, key: str) -> None:
    pictures.open_screen(session, key)
    pictures.settle(qapp)
    for box in session.shell.findChildren(QComboBox):
        if box.isVisible() and box.currentText():
            name = QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Name)
            assert name.endswith(f": {box.currentText()}")
