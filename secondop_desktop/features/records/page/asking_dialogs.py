"""Asking for a record: what, who holds it, and when it was asked for; or only who holds it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.features.records.operations.keeping import provider_named
from secondop_desktop.features.records.page.record_acts import Acts
from secondop_desktop.features.records.page.short_form import ShortForm
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import N_, _


class AskForRecord(ShortForm):
    """Three questions; without a day the record is wanted, with one it was asked for."""

    missing = {"title": N_("Enter what you want")}

    def __init__(self, parent: QWidget, journal: Journal, given: Mapping[str, Any]) -> None:
        super().__init__(
            parent,
            journal,
            _("Ask for a record"),
            _("You can ask for a copy of your records. They have one month to answer."),
        )
        hint = _("Such as the heart scan of June, with its report")
        self.ask("title", _("What do you want?"), hint, given.get("title"))
        hint = _("The hospital or surgery to ask")
        self.ask_who("holder", _("Who holds it"), hint, given.get("holder") or self._only_holder())
        self.ask("asked", hint=_("Leave it empty if you have not asked yet"))

    def _only_holder(self) -> str | None:
        """Return the one who holds all that is wanted so far, if it is one."""
        holders = {row.holder for row in self.journal.entries("record") if row.holder}
        return holders.pop() if len(holders) == 1 else None


def ask_for_record(
    parent: QWidget, journal: Journal, given: Mapping[str, Any], acts: Acts
) -> str | None:
    """Ask, and put it down in one change; returns the new record's id, or None."""
    dialog = AskForRecord(parent, journal, given)
    made: list[str] = []

    def write(change: Change) -> None:
        asked = dialog.value("asked")
        values = {
            **given,
            "title": dialog.value("title"),
            "holder": provider_named(journal, change, dialog.value("holder"), given),
            "asked": asked,
            "state": "asked" if asked else "wanted",
        }
        made.append(change.add("record", **values))

    if dialog.run():
        acts.write(_("Want: {title}").format(title=dialog.value("title")), write)
    dialog.deleteLater()
    return made[0] if made else None


def ask_holder(parent: QWidget, journal: Journal, entry: str, acts: Acts) -> bool:
    """Ask only who holds a record, and put it down; False when nothing was."""
    row = journal.get("record", entry)
    title = journal.name(entry)
    dialog = ShortForm(parent, journal, _("Who holds it? {title}").format(title=title))
    hint = _("The hospital or surgery to ask")
    dialog.ask_who("holder", _("Who holds it"), hint, row.holder)

    def write(change: Change) -> None:
        given = {"person": row.person}
        holder = provider_named(journal, change, dialog.value("holder"), given)
        change.edit("record", entry, holder=holder)

    label = _("Who holds it: {title}").format(title=title)
    saved = dialog.run() and bool(dialog.value("holder")) and acts.write(label, write)
    dialog.deleteLater()
    return saved
