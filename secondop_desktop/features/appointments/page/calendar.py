"""Appointments for a calendar: asks for a reminder and a file, and says how it went."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files.file_names import file_name
from secondop_desktop.lang import N_, _, ngettext
from secondop_desktop.widgets.controls.button import Rank
from secondop_desktop.widgets.dialogs.file_dialogs import ask_target
from secondop_desktop.widgets.dialogs.messages import Answer, Dialog
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.fields import ChoiceField
from secondop_desktop.widgets.theme.tone import Tone


class Said(NamedTuple):
    """A sentence, how it is meant, and the file that was saved."""

    text: str
    tone: Tone
    path: Path | None = None


DAY = timedelta(days=1)
REMINDERS: tuple[tuple[timedelta, str], ...] = (
    (timedelta(0), N_("No reminder")),
    (timedelta(hours=2), N_("2 hours before")),
    (DAY, N_("A day before")),
    (timedelta(days=7), N_("A week before")),
)


class ReminderDialog(Dialog):
    """Asks when the calendar is to remind; a day before unless something else is chosen."""

    def __init__(self, parent: QWidget, said: str = "") -> None:
        super().__init__(
            parent,
            _("Save to a calendar"),
            _("Your calendar can open this file. When you change something here, save and open it "
              "again: the calendar then changes the same appointment."),
        )  # fmt: skip
        choices = [(before, _(words)) for before, words in REMINDERS]
        self.field = ChoiceField(choices, empty="")
        self.field.set_label(_("When to remind you"))
        self.field.set_value(DAY)
        self.content.addWidget(self.field)
        if said:
            self.content.addWidget(Notice(said))
        self.save = self.add_answer(Answer("save", _("Choose where to save…"), Rank.PRIMARY))
        self.save.setDefault(True)
        self.add_cancel()
        self.field.setFocus()

    def run(self) -> timedelta | None:
        """Wait, and return how long before to remind (0 for not at all), or None."""
        self.exec()
        return self.field.value() if self.answer else None


def left_out(rows: Sequence[Any]) -> str:
    """Say in a sentence which of several a calendar cannot hold; empty when it holds all."""
    from secondop_desktop.exchange.outgoing import ics

    count = sum(not ics.fits(row) for row in rows)
    text = ngettext(
        "{count} appointment is left out because it has no date.",
        "{count} appointments are left out because they have no date.",
        count,
    )
    return text.format(count=count) if count else ""


def refusal(rows: Sequence[Any]) -> str:
    """Say why there is nothing for a calendar, or an empty text."""
    from secondop_desktop.exchange.outgoing import ics

    if any(ics.fits(row) for row in rows):
        return ""
    if not rows:
        return _("Every appointment is marked as private. You can still save one by itself.")
    if len(rows) == 1:
        return _("A calendar needs a date. Add the date of this appointment first.")
    return _("A calendar needs a date. Add the date of an appointment first.")


def ask_and_save(parent: QWidget, journal: Journal, rows: Sequence[Any], name: str) -> Said | None:
    """Ask for a reminder and a place, and write; returns what to say, None when it was left.

    ``name`` is offered for the file, without an ending.
    """
    if why := refusal(rows):
        return Said(why, Tone.WARNING)
    dialog = ReminderDialog(parent, left_out(rows))
    before = dialog.run()
    dialog.deleteLater()
    offered = file_name(name, ".ics", _("Appointments"))
    kinds = _("Calendar files (*.ics)")
    asked = before is not None
    target = ask_target(parent, _("Save to a calendar"), offered, kinds) if asked else None
    return save(journal, rows, target, before or timedelta(0)) if target else None


def tell(notice: SavedFileNotice, said: Said) -> None:
    """Show and speak how it went, with what opens the file."""
    if said.path is not None:
        notice.say_saved(said.text, said.path)
    else:
        notice.say(said.text, said.tone)
        notice.tell()


def save(journal: Journal, rows: Sequence[Any], target: Path, before: timedelta) -> Said:
    """Write the appointments and return what to say about it."""
    from secondop_desktop.exchange.outgoing import ics
    from secondop_desktop.exchange.pdf.structure.saving import write_whole

    kept = [row for row in rows if ics.fits(row)]
    edition = ics.editions(journal)
    try:
        data = ics.calendar(
            kept,
            journal.names(),
            alarm=before or None,
            edition=edition,
            removed=_removed(journal, rows),
        )
        write_whole(target, data)
    except UserError as error:
        return Said(str(error), Tone.ERROR)
    said = ngettext(
        "{file} was saved, with {count} appointment.",
        "{file} was saved, with {count} appointments.",
        len(kept),
    ).format(file=target.name, count=len(kept))
    return Said(" ".join(filter(None, (said, left_out(rows)))), Tone.SUCCESS, target)


def _removed(journal: Journal, rows: Sequence[Any]) -> list[Any]:
    """Return what is in the bin, where all that the person has is saved; nothing beside one."""
    person = rows[0].person if rows else ""
    every = journal.entries("appointment", person=person)
    if len(rows) < len(every):
        return []
    binned = journal.entries("appointment", binned=True, person=person)
    return [row for row in binned if not row.private]
