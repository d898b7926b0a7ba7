"""One line of a lab report: a box for the test, its result, its unit, its range and its mark."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QWidget

from secondop_desktop.exchange.printed_results.pasted import is_block
from secondop_desktop.exchange.tables.html_tables import table_text
from secondop_desktop.features.results.rules.report import Printed
from secondop_desktop.features.results.rules.series import same_words
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.fields.clarify import Ask
from secondop_desktop.widgets.fields.line import Line

NAMES = ("test", "value", "unit", "range", "flag")


class Box(Line):
    """A box in the grid: a block that is pasted goes to the grid, Enter moves to the next box."""

    block = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a block out of the clipboard instead of joining its lines."""
        block = pasted_block(event)
        if block:
            self.block.emit(block)
        else:
            super().keyPressEvent(event)


def pasted_block(event: QKeyEvent) -> str:
    """Return the block of several cells that this key would paste; empty for any other key."""
    if not event.matches(QKeySequence.StandardKey.Paste):
        return ""
    copied = QGuiApplication.clipboard().mimeData()
    if copied is None:  # an empty clipboard of some systems
        return ""
    if copied.hasHtml() and (table := table_text(copied.html())):
        return table
    return copied.text() if is_block(copied.text()) else ""


class ReportLine(QObject):
    """The boxes of a line and what is said under them; ``edited`` follows each change.

    Choosing a test that is known fills in its unit and range, unless something stands there.
    """

    edited = Signal()
    entered = Signal(str)
    """Enter was pressed in the box of this name."""

    def __init__(self, owner: QWidget, known: Mapping[str, Printed], units: Sequence[str]) -> None:
        super().__init__(owner)
        self._known = known
        self._filled = Printed()
        self._read_as = ""
        self.boxes = {name: Box(parent=owner) for name in NAMES}
        self.note = small("")
        self.note.setParent(owner)
        self.note.hide()
        self.which = Ask(owner)
        self.which.answered.connect(self._settle)
        for name, box in self.boxes.items():
            box.textEdited.connect(lambda _text, name=name: self._typed(name))
            box.returnPressed.connect(lambda name=name: self.entered.emit(name))
        self._suggest("test", [one.test for one in known.values()])
        self._suggest("unit", units)

    def _suggest(self, name: str, texts: Sequence[str]) -> None:
        if not texts:
            return
        box = self.boxes[name]
        completer = QCompleter(list(texts), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _text, name=name: self._typed(name))
        box.setCompleter(completer)

    def parts(self, number: int) -> list[tuple[QWidget, str]]:
        """Name each box by its line and what it asks."""
        words = {
            "test": _("Line {number}, test"),
            "value": _("Line {number}, result"),
            "unit": _("Line {number}, unit"),
            "range": _("Line {number}, range"),
            "flag": _("Line {number}, mark"),
        }
        named: list[tuple[QWidget, str]] = [
            (self.boxes[name], words[name].format(number=number)) for name in NAMES
        ]
        return [*named, *self.which.parts()]

    def printed(self) -> Printed:
        """Return what stands in the boxes."""
        texts = {name: box.text().strip() for name, box in self.boxes.items()}
        return Printed(**texts, read_as=self._read_as)

    def put(self, line: Printed) -> None:
        """Show this line, touching no text that is the same."""
        self._read_as = line.read_as
        for name, box in self.boxes.items():
            if box.text().strip() != getattr(line, name):
                box.setText(getattr(line, name))
                box.setCursorPosition(0)

    def fill_known(self) -> None:
        """Put the remembered unit and range of the test where nothing stands."""
        found = self._known.get(same_words(self.boxes["test"].text()), Printed())
        for name in ("unit", "range"):
            text = self.boxes[name].text()
            if not text or text == getattr(self._filled, name):
                self.boxes[name].setText(getattr(found, name))
                self.boxes[name].setCursorPosition(0)
        self._filled = found

    def say(self, note: str, meanings: Sequence[str] = ()) -> None:
        """Say under the line how something was read, and ask where it can mean two things."""
        question = _("Which number is {text}?").format(text=self.boxes["value"].text().strip())
        self.which.ask(question, [(one, one) for one in meanings])
        self.note.setText(note)
        self.note.setVisible(bool(note) and not meanings)
        self.boxes["value"].setAccessibleDescription(note)

    def _typed(self, name: str) -> None:
        if name == "test":
            self.fill_known()
        if name == "value":
            self._read_as = ""
        self.edited.emit()

    def _settle(self, meaning: str) -> None:
        self._read_as = meaning
        self.boxes["value"].setFocus()
        self.edited.emit()
