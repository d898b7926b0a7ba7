"""The kept versions of a letter: listed under it, looked at, gone back to."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from secondop_desktop.features.letters.operations.versions import kept_words
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.button import Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import small
from secondop_desktop.widgets.dialogs.messages import Answer, Dialog
from secondop_desktop.widgets.fields.whole_text import WholeText
from secondop_desktop.widgets.lists.button_rows import RowButton, Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row


class Versions(Card):
    """Lists the kept versions; ``wanted`` carries the row of the one pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Kept versions"))
        self.rows = Rows(_("Kept versions"))
        self._places: dict[str, RowButton] = {}
        self.rows.chosen.connect(self.wanted)
        self.add(small(_("What this letter said before. Open one to read it or go back to it.")))
        self.add(self.rows)

    def show_versions(self, rows: Sequence[Any]) -> None:
        """List these, the newest first; without any the card goes away."""
        self.setVisible(bool(rows))
        self.rows.clear()
        self._places.clear()
        for row in rows:
            shown = Row(_kept(row), _words(row.text), icon="history")
            self._places[row.id] = self.rows.add(row, shown)

    def focus_version(self, entry: str) -> None:
        """Bring the focus to one version."""
        if entry in self._places:
            self._places[entry].show()  # what was only just listed is not seen yet
            self._places[entry].setFocus()


class VersionDialog(Dialog):
    """Shows what a version says; the answer is "back" when the letter shall say it again."""

    def __init__(self, parent: QWidget | None, row: Any) -> None:
        super().__init__(parent, row.title or _("Letter without a title"), _kept(row))
        said = "\n\n".join(part for part in (row.subject, row.text) if part)
        self.words = WholeText(_("What this version says"), said)
        self.content.addWidget(self.words)
        close = self.add_answer(Answer("", _("Close"), Rank.PRIMARY))
        self.add_answer(Answer("back", _("Go back to this version")))
        close.setFocus()

    def run(self) -> bool:
        """Wait; return whether the letter shall say this again."""
        self.exec()
        return self.answer == "back"


def _kept(row: Any) -> str:
    if row.sent:
        return _("As it was sent {date}").format(date=row.sent.words())
    return _("Kept {moment}").format(moment=kept_words(row))


def _words(text: str) -> str:
    number = len(text.split())
    return ngettext("{number} word", "{number} words", number).format(number=number)
