"""Papers that came in: which of them nobody has said yet what they are."""

from collections.abc import Sequence

from secondop_desktop.features.records.rules.unsaid import is_unsaid
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import ngettext
from secondop_desktop.widgets.controls.button import Button


class WhatCame(Button):
    """Leads to the cards that ask of each paper what it is; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__(_said(1), "record")
        self.place = ""
        self.hide()

    def offer(self, journal: Journal, ids: Sequence[str]) -> bool:
        """Offer the cards for those of these entries that are papers as they came.

        True where nothing else came: then there is nothing to read first, and the cards follow.
        """
        papers = _papers(journal, ids)
        self.place = f"record:what:{'+'.join(papers)}" if papers else ""
        self.setText(_said(len(papers)))
        self.setVisible(bool(papers))
        return 0 < len(papers) == len(ids)


def _said(number: int) -> str:
    return ngettext("Say what this file is…", "Say what these files are…", number)


def _papers(journal: Journal, ids: Sequence[str]) -> list[str]:
    unsaid = [row.id for row in journal.entries("record", having="file") if is_unsaid(row)]
    came = {*ids} if unsaid else set()  # of many entries only where it is asked for
    return [entry for entry in unsaid if entry in came]
