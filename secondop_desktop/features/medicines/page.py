"""The page of medicines: what is taken now first; "takes no medicines" can be said."""

from typing import Any

from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.widgets.kind_pages.none_answer_list import AnsweredPage


class MedicinesPage(AnsweredPage):
    """Lists what is taken now, then what is not certain, then what was taken before."""

    def rows(self) -> list[Any]:
        """Return the medicines by the one rule for "now", the newest of each part first."""
        return sorted(super().rows(), key=self._part)

    def _part(self, row: Any) -> int:
        today = local_today()
        if self.kind.is_draft(row) or self.kind.holds(row, today):
            return 0
        return 1 if self.kind.doubt(row, today) else 2


PAGES = {"medicine": MedicinesPage}
