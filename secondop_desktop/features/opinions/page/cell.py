"""One cell of the comparison: what one opinion says about one aspect, and where it says so."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.opinions.page.cell_editors import Editor
from secondop_desktop.features.opinions.page.inline_editing import InPlace
from secondop_desktop.features.opinions.page.pressable_text import Link
from secondop_desktop.features.opinions.rules.side_by_side import Said, place_in_record, where_said
from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.theme import Space, Text


class StatementCell(InPlace):
    """A statement: its words, and under them its source, which leads to the record's page.

    ``place_wanted`` carries the record and the page, such as ``record:<id>#page=3``.
    """

    place_wanted = Signal(str)

    def __init__(
        self,
        label: str,
        said: Said | None,
        letter: str | None,
        make: Callable[[], Editor],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Nothing written yet"), make, parent)
        self._letter = letter
        self.link: Link | None = None
        self.source: Label | None = None
        self.name(label)
        self.show_said(said)

    def _show_link(self, where: str) -> Link:
        """Return the way to the record."""
        if self.link is None:
            self.link = Link("", parent=self)
            self.link.clicked.connect(self._jump)
            QWidget.setTabOrder(self.all or self.words, self.link)
        self.link.say(where or _("Open the letter"))
        named = _("{source}: open it. {what}")
        what = self.words.accessibleName()
        self.link.setAccessibleName(named.format(source=where, what=what))
        return self.link

    def _show_source(self, where: str) -> Label:
        """Return the words of a source that is in no record."""
        if self.source is None:
            self.source = Label("", Text.SMALL, token="muted", parent=self)
            self.source.setContentsMargins(Space.SMALL, 0, 0, 0)
        self.source.setText(where)
        return self.source

    def show_said(self, said: Said | None) -> None:
        """Show what is saved, except what is being typed."""
        self.said = said
        if said is not None and not said.text and said.not_discussed:
            self.words.say(_("Not discussed"), "muted")
        else:
            self.words.say(said.text if said is not None else "")
        where = where_said(said)
        leads = bool(place_in_record(said, self._letter))
        for part in self.below:
            part.hide()
        self.below = (
            [self._show_link(where)] if leads else [self._show_source(where)] if where else []
        )
        if self.editor is not None:
            self.editor.show_saved()

    @property
    def entry(self) -> str | None:
        """The statement shown or being written."""
        if self.editor is not None:
            return self.editor.draft.entry
        return self.said.id if self.said is not None else None

    def _jump(self) -> None:
        place = place_in_record(self.said, self._letter)
        if place:
            self.place_wanted.emit(place)
