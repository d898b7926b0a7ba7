"""What stands in rows, columns and lines answers the same keys and menus as the lists do."""

from typing import Any

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from secondop_desktop.widgets.forms.entry_dialog import EntryDialog
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.window.keyboard import press, tab_to, write


def settled() -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    pictures.settle(app)


def at(session: Session, key: str) -> Any:
    """Open a screen with the focus where it begins."""
    session.go(key)
    session.shell.focus_page()
    settled()
    return session.page


def menu_over(widget: QWidget) -> list[str]:
    """Press the right mouse button on a widget; return what its menu offers, and close it."""
    spot = widget.rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, spot, widget.mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [act.text() for act in menu.actions() if act.text() and act.isVisible()]
    menu.close()
    return offered


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the dialogs that would open."""
    opened: list[str] = []

    def note(dialog: QDialog) -> int:
        opened.append(type(dialog).__name__)
        return 0

    monkeypatch.setattr(QDialog, "exec", note)
    return opened


def test_escape_leaves_the_form_of_a_task_for_its_line(session: Session) -> None:
    page = at(session, "task")
    line = page.lines[0]
    press("F2")
    assert page.form is not None
    assert page.form.draft.entry == line.due.entry
    press("Escape")
    assert page.form is None
    has = QApplication.focusWidget()
    assert has is not None
    assert page.lines[0].isAncestorOf(has)


def test_who_was_told_has_a_menu_and_keys(session: Session, dialogs: list[str]) -> None:
    page = at(session, "told")
    row = session.journal.entries("told", person=session.person)[0]
    button: QAbstractButton = next(c.places[row.id] for c in page.cards if row.id in c.places)
    out = ["Copy as text", "Copy as a table", "Print…", "Save as a PDF or text…"]
    assert menu_over(button) == ["Edit", *out, "Put in the bin"]
    button.setFocus()
    press("F2")
    assert dialogs == [EntryDialog.__name__]
    next(c.places[row.id] for c in page.cards if row.id in c.places).setFocus()
    press("Delete")
    assert session.journal.entries("told", id=row.id) == []
    session.undo()
    assert session.journal.entries("told", id=row.id)


def test_an_option_has_a_menu_and_keys(session: Session) -> None:
    at(session, "option")
    row = session.journal.entries("option", person=session.person)[0]
    name = session.journal.name(row.id)
    more = tab_to(f"More for: {name}")
    head = more.parentWidget()
    assert head is not None
    assert menu_over(head)[:1] == ["Edit"]
    session.shell.activateWindow()
    more.setFocus()
    press("Delete")
    assert session.journal.entries("option", id=row.id) == []
    session.undo()
    assert session.journal.entries("option", id=row.id)


def test_an_opinion_has_the_menu_of_its_column_anywhere_in_its_head(session: Session) -> None:
    page = at(session, "opinion")
    offered = menu_over(page.grid.heads.heads[0].title)
    assert offered[:2] == ["Read as a page", "Details…"]
    assert {"Copy as text", "Print…"} <= set(offered)


def test_what_was_typed_and_left_by_escape_can_be_undone_on_the_spot(session: Session) -> None:
    page = at(session, "medicine")
    bar = session.shell.undo_bar
    row = session.journal.get("medicine", page.here())
    press("F2")
    press("Escape")
    assert not bar.isVisible()
    press("F2")
    press("End")
    write(" forte")
    press("Escape")
    assert session.journal.name(row.id) == f"{row.name} forte"
    assert bar.isVisible()
    assert "Medicines" in bar.text.text()
    bar.undo.click()
    assert session.journal.name(row.id) == row.name
    assert not bar.isVisible()
