"""What help is wanted about: the topic of whatever has the focus, and the word chosen in it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from secondop_desktop.window.help.glossary import terms_for
from secondop_desktop.window.help.topics import topics

LONGEST = 60
"""More letters than this are no word to look up."""
_SHORT = 3


def topic_of(widget: QWidget | None) -> str:
    """Return the topic of the innermost part around a widget that has one, or an empty text.

    A part names it by its property ``help``; a page and a form have the topic of their kind.
    """
    part: QObject | None = widget
    while part is not None:
        for key in (part.property("help"), _step_of(part), _kind_of(part)):
            if key in topics():
                return str(key)
        part = part.parent()
    return ""


def _kind_of(part: QObject) -> object:
    return getattr(getattr(part, "kind", None), "name", None)


def _step_of(part: QObject) -> object:
    """Return the topic of the step that a page shows: ``case-3``, in a later round as well."""
    here = getattr(part, "here", None)
    return f"{_kind_of(part)}-{here().rpartition('.')[2]}" if callable(here) else None


def word_in(widget: QWidget | None) -> str:
    """Return the words selected in a widget, or the known word at its cursor; else nothing."""
    if isinstance(widget, QLineEdit | QLabel):
        text = widget.selectedText()
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        cursor = widget.textCursor()
        text = cursor.selectedText() or _known_at(cursor)
    else:
        text = ""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else ""


def _known_at(cursor: QTextCursor) -> str:
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    text = cursor.selectedText()
    # "on" is Latin for "at night" on a label, and nearly always just a word.
    usual = text.islower() and len(text) <= _SHORT
    return text if terms_for(text) and not usual else ""
