"""What every input field keeps to, so that forms, drafts and screen readers can rely on it."""

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from secondop_desktop.widgets.fields.field_messages import FieldMessages
from secondop_desktop.widgets.theme import Space

Parts = list[tuple[QWidget, str]]


class FieldEdit(QWidget):
    """One question of a form: its inputs, a hint, an error line and a calm note.

    The visible label belongs to the form; `set_label` passes its words on to screen readers.
    Subclasses put their inputs into `body`, name them in `parts`, and fill them in `_fill`.
    """

    edited = Signal()
    """The user changed the value; never sent for `set_value` and `put`."""
    left = Signal()
    """The focus went from inside this field to somewhere outside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self._filling = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.HAIR)
        layout.addLayout(self.body)
        self._told = FieldMessages(layout)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    # What the form asks -----------------------------------------------------------------

    @abstractmethod
    def value(self) -> object | None:
        """Return the value as it can be read now, or None when empty or not readable."""

    def set_value(self, value: Any) -> None:
        """Show this value; text that already says so is left alone, with its cursor."""
        self.put(value)

    def typed(self) -> str:
        """Return what was typed when it cannot be read as a value, else an empty text."""
        return ""

    def put(self, value: Any, typed: str = "") -> None:
        """Show a stored value and its unread text together, touching nothing that is the same.

        An empty text or tuple, which some columns keep, means None.
        """
        value = None if value in ("", (), []) else value
        if value == self.value() and typed == self.typed():
            return
        with self._quietly():
            self._fill(value)
            if typed:
                self._fill_typed(typed)

    def problem(self) -> str | None:
        """Describe what is wrong as typed, for the check on Done; the field never shows it."""
        return None

    def show_problem(self, text: str | None) -> None:
        """Show a description in the error line and to screen readers; None clears it."""
        self._told.set_problem(text or "")
        self._tell_access()
        for widget, _own in self.parts():
            widget.setProperty("wrong", bool(text))
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def set_hint(self, text: str) -> None:
        """Show how to answer, above the input."""
        self._told.set_hint(text)
        self._tell_access()

    def set_note(self, text: str) -> None:
        """Show a calm remark under the input, such as how a range was read."""
        if text != self._told.note:
            self._told.set_note(text)
            self._tell_access()

    def note(self) -> str:
        """Return the remark shown under the input."""
        return self._told.note

    def label(self) -> str:
        """Return the label given by the form."""
        return self._label

    def set_label(self, text: str) -> None:
        """Name the field and every input inside it for screen readers."""
        self._label = text
        self.setAccessibleName(text)
        self._tell_access()

    def focus_widget(self) -> QWidget:
        """Return the input that a label or the error summary should bring the focus to."""
        return self.parts()[0][0]

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the focus to the input; a focus proxy would upset the order of Tab."""
        self.focus_widget().setFocus(reason)

    # What a subclass fills in -----------------------------------------------------------

    @abstractmethod
    def parts(self) -> Parts:
        """List the inputs in order, each with its own name; an empty name means the label."""

    @abstractmethod
    def _fill(self, value: Any) -> None:
        """Put a value into the inputs; None empties them."""

    def _fill_typed(self, text: str) -> None:
        """Fields that read everything as a value have no text to put back."""

    def _changed(self, *_args: object) -> None:
        if not self._filling:
            self.edited.emit()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._filling = self._filling, True
        try:
            yield
        finally:
            self._filling = before

    def _tell_access(self) -> None:
        told = self._told.spoken()
        for widget, own in self.parts():
            widget.setAccessibleName(own or self._label)
            said = [self._label, *told] if own else told
            widget.setAccessibleDescription(". ".join(part for part in said if part))

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._holds(old) and not self._holds(now):
            self.left.emit()

    def _holds(self, widget: QObject | None) -> bool:
        # Not isAncestorOf: it stops at windows, and a list that drops down is one.
        while widget is not None and widget is not self:
            widget = widget.parent()
        return widget is self
