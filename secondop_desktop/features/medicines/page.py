"""The page of medicines: what is taken now first; "takes no medicines" can be said."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from secondop_desktop.features.medicines.rules import HEADINGS, Part, part
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.kind_pages.none_answer_list import AnsweredPage
from secondop_desktop.widgets.lists.rich_list import RowItem


class MedicinesPage(AnsweredPage):
    """Lists what is taken now, then what is not certain, then what was taken before.

    Each part keeps the order in which the medicines were added, and bears its heading.
    """

    own_order = N_("What is taken now first")

    def rows(self) -> list[Any]:
        """Return the medicines by the one rule for "now"."""
        made = self.journal.entries("medicine", as_made=True, person=self.person)
        self._parts = {row.id: self._part(row) for row in made}
        return sorted(made, key=lambda row: self._parts[row.id])

    def headed(self, items: Sequence[RowItem]) -> Sequence[RowItem]:
        """Put a heading over each part, where they stand by parts."""
        if self.tools.chosen:
            return items
        found: list[RowItem] = []
        for name, rows in groupby(items, lambda item: self._parts[str(item.key)]):
            first, *others = rows
            found += [replace(first, heading=_(HEADINGS[name])), *others]
        return found

    def _part(self, row: Any) -> Part:
        return Part.NOW if self.kind.is_draft(row) else part(row, local_today())


PAGES = {"medicine": MedicinesPage}
