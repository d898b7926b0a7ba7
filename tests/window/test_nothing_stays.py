"""What a page was made of goes with it: a part without a parent would hold its page for ever."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.window.session import Session
from secondop_desktop.window.sidebar import PLACES


def _without_parent() -> set[QWidget]:
    """Return parts of nothing that were never shown: Qt takes each for a window of its own."""
    return {
        one
        for one in QApplication.topLevelWidgets()
        if one.windowType() is Qt.WindowType.Window and one.isHidden()
    }


def test_every_part_of_a_page_has_a_parent(session: Session) -> None:
    before, found = _without_parent(), []
    for place in PLACES:
        session.go(place.key)
        found += [f"{place.key}: {one!r}" for one in _without_parent() - before]
    assert found == []
