"""Noting a minute of a recording beside a question of the appointment it is of."""

from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files import recordings
from secondop_desktop.features.records.page.record_acts import Acts
from secondop_desktop.features.records.page.short_form import ShortForm
from secondop_desktop.features.records.rules.minutes import minute_line, read_minute, seconds_at
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import undated_first
from secondop_desktop.lang import N_, _, in_short
from secondop_desktop.widgets.fields import ChoiceField, FieldEdit, LineField

_MOST_VISITS: Final = 12
"""So many of the newest appointments are offered."""

_LONGEST: Final = 120


class VisitForm(ShortForm):
    """Asks which appointment a recording is of; asked once, as the record then says it."""

    missing = {"visit": N_("Choose the appointment")}

    def __init__(self, parent: QWidget, journal: Journal, record: Any, visits: Sequence[Any]):
        super().__init__(parent, journal, _("Which appointment was recorded?"))
        offered = [(row.id, _named(journal, row)) for row in visits[:_MOST_VISITS]]
        same = [row.id for row in visits if _same_day(row, record)]
        first = same[0] if len(same) == 1 else None
        self.put("visit", ChoiceField(offered, ""), _("Appointment"), "", first)


class MinuteForm(ShortForm):
    """The minute, the question, and a few words; Enter saves."""

    missing = {
        "question": N_("Choose the question"),
        "minute": N_("Enter the minute, such as 12:30"),
    }

    def __init__(self, parent: QWidget, journal: Journal, questions: Sequence[Any]) -> None:
        title = _("Note a minute")
        super().__init__(parent, journal, title, _("It is written beside the question."))
        minute = LineField(chars=8)
        self.put("minute", minute, _("Minute in the recording"), _("Such as 12:30"), None)
        offered = [(row.id, in_short(row.text, _LONGEST)) for row in questions]
        only = questions[0].id if len(questions) == 1 else None
        self.put("question", ChoiceField(offered, ""), _("Question"), "", only)
        self.put("words", LineField(), _("What it is about"), _("Such as the risks"), None)

    def _lacks(self, name: str, edit: FieldEdit) -> str:
        if name == "minute" and edit.value() and not read_minute(str(edit.value())):
            return _("Write the minute as 12:30, or as 1:02:30 after the first hour")
        return super()._lacks(name, edit)


def note_minute(parent: QWidget, journal: Journal, record: Any, acts: Acts) -> str:
    """Ask, and write it into the answer in one change; returns in words what was done.

    An empty text tells that nothing was done. Raises UserError for what stands in the way.
    """
    visit = _visit_of(parent, journal, record, acts)
    if visit is None:
        return ""
    questions = _questions(journal, visit)
    if not questions:
        text = _("This appointment has no questions yet. Choose them under “Prepare” first.")
        raise UserError(text)
    form = MinuteForm(parent, journal, questions)
    try:
        if not form.run():
            return ""
        minute, question = read_minute(str(form.value("minute"))), str(form.value("question"))
        words = " ".join(str(form.value("words") or "").split())
    finally:
        form.deleteLater()
    line = minute_line(minute, words)
    saved = acts.write(
        _("Note a minute of {title}").format(title=record.title),
        lambda change: _write(journal, change, visit, question, line),
    )
    asked = in_short(journal.name(question), _LONGEST)
    said = _("Noted beside “{question}”: {line}").format(question=asked, line=line)
    return "\n".join(filter(None, (said, _beyond(journal, record, minute)))) if saved else ""


def _beyond(journal: Journal, record: Any, minute: str) -> str:
    """Say of a minute that the recording ends before it; of some no length can be read."""
    content = Content(record.file_name, data=journal.file(record.file))
    whole = recordings.seconds(content)
    if whole is None or seconds_at(minute) <= ceil(whole):
        return ""
    text = _("The recording is only {length} long, so there is no such minute in it. Check it.")
    return text.format(length=recordings.length(whole))


def _visit_of(parent: QWidget, journal: Journal, record: Any, acts: Acts) -> Any:
    """Return the appointment that a recording is of, asked where the record does not say it."""
    visits = sorted(
        journal.entries("appointment", person=record.person),
        key=lambda row: undated_first(row.when),
        reverse=True,
    )
    own = [row for row in visits if row.id in record.linked or record.id in row.records]
    if len(own) == 1:
        return own[0]
    if not visits:
        text = _("There is no appointment yet. Add it first, then note minutes beside it.")
        raise UserError(text)
    form = VisitForm(parent, journal, record, own or visits)
    chosen = form.value("visit") if form.run() else None
    form.deleteLater()
    if chosen is None:
        return None
    linked = (*record.linked, str(chosen))
    label = _("Say which appointment {title} is of").format(title=record.title)
    if not own and not acts.write(
        label, lambda change: change.edit("record", record.id, linked=linked)
    ):
        return None
    return journal.get("appointment", str(chosen))


def _questions(journal: Journal, visit: Any) -> list[Any]:
    """Return what is asked at an appointment, in the person's own order."""
    answered = {row.question for row in journal.entries("answer", appointment=visit.id)}
    asked = [
        row
        for row in journal.entries("question", person=visit.person)
        if visit.id in row.appointments or row.id in answered
    ]
    return sorted(asked, key=lambda row: (row.rank is None, row.rank or 0, row.created))


def _write(journal: Journal, change: Change, visit: Any, question: str, line: str) -> None:
    held = [
        row
        for row in journal.entries("answer", appointment=visit.id, question=question)
        if row.provider in (None, visit.provider)
    ]
    if held:
        text = "\n".join(filter(None, (held[0].text, line)))
        change.edit("answer", held[0].id, text=text, no_answer="")
        return
    own = {"person": visit.person, "case": visit.case, "provider": visit.provider}
    when = visit.when.without_time() if visit.when else None
    change.add("answer", **own, question=question, appointment=visit.id, date=when, text=line)


def _named(journal: Journal, visit: Any) -> str:
    return ", ".join([journal.name(visit.id), *([visit.when.words()] if visit.when else [])])


def _same_day(visit: Any, record: Any) -> bool:
    if visit.when is None or record.date is None or record.date.day is None:
        return False
    return bool(visit.when.day) and visit.when.first_day == record.date.first_day
