"""What the user does with one record on its way: asked, come, needs longer; each is one change."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.features.records.operations.keeping import keep
from secondop_desktop.features.records.operations.photographs import Paper, keep_paper, one_paper
from secondop_desktop.features.records.page.arranging import ArrangingDialog
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _


class Acts:
    """Writes what was done; what the file cannot take is said by ``failed``."""

    def __init__(self, journal: Journal, given: Mapping[str, Any], failed: Callable[[str], None]):
        self.journal, self._given, self._failed = journal, given, failed

    def asked(self, entries: Sequence[str]) -> bool:
        """Put down that these were asked for today."""
        if len(entries) == 1:
            label = _("Asked for: {title}").format(title=self.journal.name(entries[0]))
        else:
            label = _("Asked for several records")
        today = PartialDate.of(local_today())

        def write(change: Change) -> None:
            for entry in entries:
                change.edit("record", entry, state="asked", asked=today)

        return self.write(label, write)

    def needs_longer(self, entry: str, longer: bool) -> bool:
        """Put down whether they said that they need two more months."""
        title = self.journal.name(entry)
        words = (
            _("They need two more months: {title}")
            if longer
            else _("They do not need longer: {title}")
        )
        return self.write(
            words.format(title=title),
            lambda change: change.edit("record", entry, extended=longer),
        )

    def came_on_paper(self, entry: str, place: str) -> bool:
        """Put down that the paper came today, and where it is kept."""
        values = _received() | ({"place": place} if place else {})
        label = _("It came: {title}").format(title=self.journal.name(entry))
        return self.write(label, lambda change: change.edit("record", entry, **values))

    def came_as_file(self, parent: QWidget, entry: str, paths: Sequence[Path]) -> bool:
        """Keep what came today in the record: a file, or photos of its pages."""
        label = _("It came: {title}").format(title=self.journal.name(entry))
        also = _received()
        try:
            paper = one_paper(paths)
            if isinstance(paper, Paper):
                dialog = ArrangingDialog(parent, paper)
                if not dialog.run():
                    return False
                keep_paper(
                    self.journal, dialog.arranged, dialog.pdf, entry, {}, label=label, also=also
                )
            else:
                keep(self.journal, paper, entry, {}, label=label, also=also)
        except UserError as error:
            self._failed(str(error))
            return False
        return True

    def want(self, values: Mapping[str, Any]) -> str | None:
        """Add a wanted record and return its id; None when the file could not take it."""
        made: list[str] = []
        label = _("Want: {title}").format(title=values.get("title") or _("a record"))
        whole = {**self._given, **values, "state": "wanted"}
        self.write(label, lambda change: made.append(change.add("record", **whole)))
        return made[0] if made else None

    def chase(
        self, day: PartialDate, holder: str, entries: Sequence[str], task: str | None
    ) -> bool:
        """Put down a task to ask a holder again on a day, or move the one there is."""
        name = self.journal.name(holder)
        text = _("Ask {name} again for the records").format(name=name)
        if not name:
            text = _("Ask again for the records")
        values = {"due": day, "linked": (*((holder,) if holder else ()), *entries)}

        def write(change: Change) -> None:
            if task:
                change.edit("task", task, **values)
            else:
                change.add("task", **{**self._given, **values, "text": text})

        return self.write(text, write)

    def write(self, label: str, write: Callable[[Change], object]) -> bool:
        """Make one change; False when the file could not take it, which is said."""
        try:
            with self.journal.change(label) as change:
                write(change)
        except UserError as error:
            self._failed(str(error))
            return False
        return True


def _received() -> dict[str, Any]:
    today = PartialDate.of(local_today())
    return {"state": "received", "received": today}
