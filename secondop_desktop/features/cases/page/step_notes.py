"""The person's notes on one step: saved while they are typed, and kept until they are saved."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.fields import TextField
from secondop_desktop.widgets.forms.autosave import PAUSE_MS
from secondop_desktop.widgets.forms.labelled_field import Question


class StepNotes(Card):
    """Notes as they are typed; ``noted`` carries them to be saved."""

    noted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.waiting = False
        """Notes are typed that are not saved yet."""
        self.text = TextField(3, 12)
        self.add(Question(_("Your notes on this step"), self.text))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.send)
        self.text.edited.connect(self._type)
        self.text.left.connect(self.send)

    def show_notes(self, notes: str) -> None:
        """Show what is saved; notes that are typed and not saved yet stay."""
        if self.waiting and (self.text.value() or "") == notes:
            self.waiting = False
        if not self.waiting:
            self.text.put(notes)

    def _type(self) -> None:
        self.waiting = True
        self._pause.start()

    def send(self) -> None:
        """Send notes that are typed and not saved yet."""
        self._pause.stop()
        if self.waiting:
            self.noted.emit(self.text.value() or "")
