"""Texts that each bear a name of their own, such as the number that each hospital gave."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.background.dispose import drop
from secondop_desktop.widgets.controls.button import Button, IconButton
from secondop_desktop.widgets.fields.base import FieldEdit, Parts
from secondop_desktop.widgets.fields.line import Line
from secondop_desktop.widgets.fields.tab_start import TabStart
from secondop_desktop.widgets.theme import Space


class NamedRow(QWidget):
    """One line: what the text is called, the text itself, and a button that takes it away."""

    edited = Signal()
    removed = Signal()

    def __init__(self, hints: tuple[str, str], offered: Sequence[str]) -> None:
        super().__init__()
        self.named, self.text = Line(parent=self), Line(parent=self)
        self.remove = IconButton(_("Remove"), "close", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SMALL)
        for line, hint, stretch in ((self.named, hints[0], 3), (self.text, hints[1], 2)):
            line.setPlaceholderText(hint)
            line.textEdited.connect(self.edited)
            row.addWidget(line, stretch)
        row.addWidget(self.remove)
        completer = QCompleter(list(offered), self.named)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self.edited)
        self.named.setCompleter(completer)
        self.remove.clicked.connect(self.removed)

    def put(self, named: str, text: str) -> None:
        """Show a text and its name; a line that says so already is left alone."""
        for line, wanted in ((self.named, named), (self.text, text)):
            if line.text().strip() != wanted:
                line.setText(wanted)
                line.setCursorPosition(0)


class NamedTextsField(FieldEdit):
    """Texts by name, in order; a name given twice has both texts. None when there are none."""

    def __init__(
        self,
        hints: tuple[str, str],
        add: str,
        offered: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take what name and text are called, what the button says, and names to offer."""
        super().__init__(parent)
        self.rows: list[NamedRow] = []
        self._hints, self._offered = hints, offered
        self._tab_start = TabStart(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.HAIR)
        self.add = Button(add, "add")
        self.add.clicked.connect(self._start)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.add)

    def value(self) -> Mapping[str, str] | None:
        """Return the texts that are there, each under its name, or an empty one."""
        found: dict[str, str] = {}
        for row in self.rows:
            named, text = row.named.text().strip(), row.text.text().strip()
            if named or text:
                found[named] = ", ".join(part for part in (found.get(named, ""), text) if part)
        return found or None

    def focus_widget(self) -> QWidget:
        """Return the first line, or the button that makes one."""
        return self.rows[0].named if self.rows else self.add

    def parts(self) -> Parts:
        """Each input says its column and its line."""
        parts: Parts = []
        for at, row in enumerate(self.rows, 1):
            called = row.named.text().strip() or _("line {number}").format(number=at)
            parts += [
                (row.named, _("{what}, line {number}").format(what=self._hints[0], number=at)),
                (row.text, _("{what}: {line}").format(what=self._hints[1], line=called)),
                (row.remove, _("Remove: {line}").format(line=called)),
            ]
        return [*parts, (self.add, self.add.text())]

    def _fill(self, value: Mapping[str, str] | None) -> None:
        wanted = list((value or {}).items())
        while len(self.rows) > len(wanted):
            self._take(self.rows[-1])
        for at, (named, text) in enumerate(wanted):
            if at == len(self.rows):
                self._append()
            self.rows[at].put(named, text)
        self._tell()

    def _start(self) -> None:
        row = self._append()
        self._tell()
        row.named.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> NamedRow:
        row = NamedRow(self._hints, self._offered)
        row.edited.connect(self._changed)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _remove(self, row: NamedRow) -> None:
        before = self.value()
        at = self.rows.index(row)
        near = self.rows[at + 1 : at + 2] or self.rows[max(at - 1, 0) : at]
        (near[0].named if near else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(row)
        self._tell()
        if self.value() != before:
            self._changed()

    def _take(self, row: NamedRow) -> None:
        self.rows.remove(row)
        drop(row, self._lines)

    def _tell(self) -> None:
        self._tab_start.lead(self.parts())
        self._tell_access()
