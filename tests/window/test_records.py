"""The records in the window: their pages have the room, and the keyboard keeps its place."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.window.keyboard import press

LEAST_PAGE = 400
"""Device-independent pixels of a page in sight on the commonest laptop."""


@pytest.fixture
def page(session: Session, qapp: QApplication) -> Any:
    """The page of records on the commonest laptop, as a person opens it."""
    session.shell.resize(1366, 768)
    session.go("record")
    pictures.settle(qapp)
    return session.page


def test_it_opens_on_a_record_whose_page_is_seen(page: Any) -> None:
    assert page.view is not None
    assert page.view.row.file
    assert page.view.preview.shown.scroller.viewport().height() >= LEAST_PAGE


def test_the_views_stand_in_the_top_row(page: Any) -> None:
    assert all(page.bar.isAncestorOf(button) for button in page.switch.buttons.values())
    assert not page.act_row.isVisible()


def test_done_leads_back_to_the_row_and_its_page(page: Any, qapp: QApplication) -> None:
    entry = page.view.entry
    press("F2")
    pictures.settle(qapp)
    assert page.form is not None
    assert page.panes.detail.preview.height() >= LEAST_PAGE
    press("Ctrl+Return")
    pictures.settle(qapp)
    assert page.view.entry == entry
    assert page.list.current_key() == entry
    assert page.list.hasFocus()


@pytest.mark.parametrize("view", ["gather", "needed"])
def test_a_view_scrolls_by_itself_alone(session: Session, qapp: QApplication, view: str) -> None:
    session.shell.resize(1024, 640)
    session.go(f"record:{view}")
    pictures.settle(qapp)
    page: Any = session.page
    assert page.scroller.verticalScrollBar().maximum() == 0
    assert page.other.isVisible()
