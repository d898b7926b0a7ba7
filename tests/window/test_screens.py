"""Every screen of the example: named for screen readers, reached in order, and never cut off."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.layouts_in_place import stray_items
from tests.widgets import walker
from tests.widgets.walker import focusable, unnamed
from tests.window.keyboard import press

KEYS = pictures.keys()
SMALL_LAPTOP = (1366, 768)
LEAST = (1024, 640)


@pytest.fixture
def at(session: Session, qapp: QApplication) -> Callable[[str, int, tuple[int, int]], QWidget]:
    """Open a screen with an entry on it, at a text size, in a window of a size."""

    def show(key: str, percent: int, size: tuple[int, int]) -> QWidget:
        if theme.current(qapp).percent != percent:
            theme.apply(qapp, Scheme.LIGHT, percent)
        pictures.settle(qapp)  # the window keeps its size while the text changes
        session.shell.resize(*size)
        pictures.open_screen(session, key)
        pictures.settle(qapp)
        return session.shell

    return show


At = Callable[[str, int, tuple[int, int]], QWidget]


@pytest.mark.parametrize("key", KEYS)
def test_the_smallest_window_is_enough_and_all_is_reached_in_a_larger_one(
    at: At, session: Session, qapp: QApplication, key: str
) -> None:
    shell = at(key, 100, LEAST)
    assert (shell.width(), shell.height()) == LEAST
    assert walker.cut_off(shell) == []
    shell.resize(*SMALL_LAPTOP)
    pictures.settle(qapp)
    _is_whole(shell)
    assert _missed_by_tab(session) == []


@pytest.mark.parametrize("key", KEYS)
def test_with_large_text_everything_has_a_name_and_nothing_is_cut_off(at: At, key: str) -> None:
    _is_whole(at(key, 200, SMALL_LAPTOP))


def _is_whole(window: QWidget) -> None:
    """Fail unless all of a window is named, large enough to press, and nowhere cut off."""
    assert unnamed(window) == []
    assert walker.small(window) == []
    assert walker.cut_off(window) == []
    assert stray_items() == []


def _missed_by_tab(session: Session) -> list[QWidget]:
    """Return what of the page Tab does not come to, once round the window."""
    page = session.page
    assert page is not None
    reached = [one for one in focusable(page) if one.focusPolicy().value & 1]
    page.focus_start()
    start = QApplication.focusWidget()
    assert start is not None
    seen: list[QWidget] = []
    for _stop in range(len(reached) + 60):
        has = QApplication.focusWidget()
        assert has is not None
        if has in seen:
            break
        seen.append(has)
        press("Tab")
    inside = [one for one in seen if page.isAncestorOf(one)]
    return [one for one in reached if one not in inside and not _grouped(one)]


@pytest.mark.parametrize("key", pictures.PARTS)
def test_what_lies_behind_a_screen_is_named_whole_and_reached(
    at: At, session: Session, qapp: QApplication, key: str
) -> None:
    shell = at(key, 100, LEAST)
    assert (shell.width(), shell.height()) == LEAST
    assert walker.cut_off(shell) == []
    assert _missed_by_tab(session) == []
    theme.apply(qapp, Scheme.LIGHT, 200)
    shell.resize(*SMALL_LAPTOP)
    pictures.settle(qapp)
    _is_whole(shell)


@pytest.mark.parametrize(("percent", "size"), [(100, LEAST), (200, SMALL_LAPTOP)])
def test_the_help_is_named_and_whole(
    session: Session, qapp: QApplication, percent: int, size: tuple[int, int]
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    session.shell.show_help()
    window = session.shell.help.window
    assert window is not None
    window.resize(*size)
    pictures.settle(qapp)
    _is_whole(window)


def _grouped(widget: QWidget) -> bool:
    """Only one button of a group of radio buttons is a stop."""
    return type(widget).__name__.endswith("RadioButton") or "Radio" in type(widget).__name__


def test_with_large_text_the_least_window_says_the_whole_name_of_a_view(
    at: At, session: Session
) -> None:
    at("record:gather", 200, LEAST)
    assert session.page is not None
    views = session.page.bar.views
    assert views.text() == views.accessibleName() == "To gather"
