"""The field that has the focus, so that locking leads back to the very letter."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from secondop_desktop.widgets.fields.base import FieldEdit
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.reading_page import ReadingPage
from secondop_desktop.widgets.screen.page import Page

_MARK = "@"


def focused_field(page: Page) -> str:
    """Return the name of the field of a form on the page and where the cursor is, or nothing."""
    focused = QApplication.focusWidget()
    for form in _forms(page):
        for name, edit in form.edits.items():
            if focused is not None and edit.isAncestorOf(focused):
                return f"{name}{_MARK}{_cursor(focused)}"
    return ""


def come_back_to(page: Page, field: str) -> None:
    """Bring the focus to the field, in the form of what is open on the page."""
    name, mark, at = field.partition(_MARK)
    if not mark:
        return
    if isinstance(page, ReadingPage):
        page.edit_chosen()
    edit = _edit(page, name)
    if edit is not None:
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        _put_cursor(edit.focus_widget(), int(at) if at.isdecimal() else 0)


def _forms(page: Page) -> list[Form]:
    return [found for found in page.findChildren(QWidget) if isinstance(found, Form)]


def _edit(page: Page, name: str) -> FieldEdit | None:
    return next((form.edits[name] for form in _forms(page) if name in form.edits), None)


def _cursor(widget: QWidget) -> int:
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.textCursor().position()
    return 0


def _put_cursor(widget: QWidget, at: int) -> None:
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(at)
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(at, len(widget.toPlainText())))
        widget.setTextCursor(cursor)
