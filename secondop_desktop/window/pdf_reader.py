"""Who a PDF is for: asked before anything else, because it decides the questions in it."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from secondop_desktop.lang import _
from secondop_desktop.summary.reader import CARER, GP, ME, reader_of
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.widgets.controls.combo_box import StillCombo
from secondop_desktop.widgets.controls.labels import heading
from secondop_desktop.widgets.theme import Space

_LETTERS = 14
"""The list may be this narrow; it opens to what its longest name needs."""


class ReaderField(QWidget):
    """A list of who it may be for; ``chosen`` follows every choice of the person's."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = StillCombo()
        self.list.setAccessibleName(_("Who is it for?"))
        self.list.setMinimumContentsLength(_LETTERS)
        self.list.setSizeAdjustPolicy(
            StillCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.activated.connect(lambda _at: self.chosen.emit())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        rows.addWidget(heading(_("Who is it for?"), 2))
        rows.addWidget(self.list)

    def reader(self) -> str:
        """Return who was chosen, as ``Choices.reader``."""
        return str(self.list.currentData() or "")

    def fill(self, rows: Snapshot) -> None:
        """Offer whom this person may give it to; what was chosen stays so."""
        before = self.reader()
        self.list.clear()
        for text, reader in _readers(rows):
            self.list.addItem(text, reader)
        self.list.setCurrentIndex(max(self.list.findData(before), 0))


def _readers(rows: Snapshot) -> Iterator[tuple[str, str]]:
    """Yield the words for each reader, the one that is taken to be meant first."""
    usual = reader_of(rows, "").name
    text = _("My next appointment: {name}")
    yield (text.format(name=usual) if usual else _("Any doctor")), ""
    yield _("My GP"), GP
    if rows.person.carer:
        yield _("Whoever helps: {name}").format(name=rows.person.carer), CARER
    yield _("Myself"), ME
    for row in rows.of("provider"):
        if name := rows.names(row.id):
            yield name, row.id
