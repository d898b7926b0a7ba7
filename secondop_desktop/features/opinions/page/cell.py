"""One cell of the comparison: what one opinion says about one aspect, and where it says so."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from secondop_desktop.features.opinions.page.editors import Editor
from secondop_desktop.features.opinions.page.in_place import InPlace
from secondop_desktop.features.opinions.page.words import Link, Words
from secondop_desktop.features.opinions.rules import Said, place_in_record, where_said
from secondop_desktop.lang import _
from secondop_desktop.widgets.text import Label
from secondop_desktop.widgets.theme import Space, Text


class StatementCell(InPlace):
    """A statement: its words, and under them its source, which leads to the record's page.

    ``place_wanted`` carries the record and the page, such as ``record:<id>#page=3``.
    """

    place_wanted = Signal(str)

    def __init__(self, said: Said | None, letter: str | None, make: Callable[[], Editor]) -> None:
        super().__init__(Words(_("Nothing written yet")), make)
        self._letter = letter
        self.link, self.source = Link("", "record"), Label("", Text.SMALL, token="muted")
        self.source.setContentsMargins(Space.SMALL, 0, 0, 0)
        self.below = [self.link, self.source]
        for part in self.below:
            part.setParent(self)
            part.hide()
        self.link.clicked.connect(self._jump)
        self.show_said(said)

    def name(self, label: str) -> None:
        """Name it for screen readers."""
        super().name(label)
        self._label = label
        self._name_link()

    def _name_link(self) -> None:
        said = _("{source}: open it. {what}")
        name = said.format(source=where_said(self.said), what=getattr(self, "_label", ""))
        self.link.setAccessibleName(name)

    def show_said(self, said: Said | None) -> None:
        """Show what is saved, except what is being typed."""
        self.said = said
        if said is not None and not said.text and said.not_discussed:
            self.words.say(_("Not discussed"), "muted")
        else:
            self.words.say(said.text if said is not None else "")
        where = where_said(said)
        leads = bool(place_in_record(said, self._letter))
        self.link.setText(where.replace("&", "&&") or _("Open the letter"))
        self.source.setText(where)
        self.wanted = {self.link} if leads else {self.source} if where else set()
        self._name_link()
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
