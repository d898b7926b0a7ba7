"""A screen reader goes through each page from its top to its foot, as the eye does."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from secondop_desktop.window.sidebar import PLACES

_WHOLE = {QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List}
_PLACED_BY_HAND = {"AspectRow", "StatementCell"}
"""Cells of the board of opinions, whose names lie over what slides below them."""


def _parts(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    found = (of.child(place) for place in range(of.childCount()))
    return [one for one in filter(None, found) if not one.state().invisible]


def against_the_eye(of: QAccessibleInterface) -> Iterator[str]:
    """Yield each part that is read after one that stands below it, or to its right."""
    if of.role() in _WHOLE:
        return
    parts = [one for one in _parts(of) if not one.rect().isEmpty()]
    if type(of.object()).__name__ not in _PLACED_BY_HAND:
        for one, following in pairwise(parts):
            if _is_before(following, one):
                yield f"{_called(of)}: {_called(one)}, then {_called(following)}"
    for part in parts:
        yield from against_the_eye(part)


def _is_before(one: QAccessibleInterface, other: QAccessibleInterface) -> bool:
    """Tell whether a part stands above another in its column, or left of it in its row."""
    a, b = one.rect(), other.rect()
    over = min(a.right(), b.right()) > max(a.left(), b.left())
    beside = min(a.bottom(), b.bottom()) > max(a.top(), b.top()) + 4
    return (over and a.bottom() <= b.top() + 2) or (beside and not over and a.right() <= b.left())


def _called(one: QAccessibleInterface) -> str:
    return f"{type(one.object()).__name__} “{one.text(QAccessible.Text.Name)}”"


PAGES = [place.key for place in PLACES]
BEHIND = [*pictures.PARTS, "settings"]
"""Views behind the pages, which ``test_access`` goes through one by one."""


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize(
    "keys", [BEHIND, pytest.param(PAGES, marks=pytest.mark.long)], ids=["behind", "pages"]
)
def test_each_page_is_read_as_it_is_seen(
    session: Session, qapp: QApplication, keys: list[str]
) -> None:
    session.shell.resize(1366, 768)
    for key in keys:
        pictures.open_screen(session, key)
        pictures.settle(qapp)
        centre = QAccessible.queryAccessibleInterface(session.shell.centre)
        assert list(against_the_eye(centre)) == [], key
