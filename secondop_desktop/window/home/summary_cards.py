"""What is near: questions, appointments, what is to be done, what changed, the safe copy."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import heading, paragraph
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.due import Due, When, when_of
from secondop_desktop.window.home.coming import Go
from secondop_desktop.window.today import Today

_SHOWN = 3
_DUE_SHOWN = 4
Listed = Iterable[tuple[str, Row]]
"""Rows, each with the place it leads to."""


def near(today: Today, journal: Journal, go: Go) -> list[QWidget]:
    """Return the appointments to come and what is to be done."""
    return [*_appointments(today, journal, go), _due(today, go), *_others(today, go)]


def around(today: Today, journal: Journal, go: Go) -> list[QWidget]:
    """Return what changed last and the safe copy."""
    return [*_recent(today, journal, go), _copy(today, go)]


def _appointments(today: Today, journal: Journal, go: Go) -> list[QWidget]:
    rows = [
        (f"appointment:{row.id}", Row(journal.name(row.id), row.when.words(), icon="appointment"))
        for row in today.appointments[:_SHOWN]
    ]
    return [_listed(_("Coming up"), rows, go)] if rows else []


def questions(today: Today, go: Go) -> QWidget:
    """Return the first open questions, and how many there are."""
    button, number = go.button(_("All questions"), "question"), len(today.questions)
    if not number:
        words = _("No open questions. Write them down as they come to you.")
        return _nothing(_("Questions to ask"), words, button)
    rows = [
        (f"question:{row.id}", Row(row.text or _("Question"), icon="question"))
        for row in today.questions[:_SHOWN]
    ]
    return _listed(_("Questions to ask ({number})").format(number=number), rows, go, button)


def _due(today: Today, go: Go) -> QWidget:
    title, more = _("To do"), len(today.due) - _DUE_SHOWN
    if not today.due:
        words = _("Nothing to do at the moment.")
        return _nothing(title, words, go.button(_("Add something to do"), "task"))
    rows = [(due.entry, _due_row(due, today)) for due in today.due[:_DUE_SHOWN]]
    text = ngettext("{number} more to do", "{number} more to do", more).format(number=more)
    return _listed(title, rows, go, go.button(text, "task") if more > 0 else None)


def _others(today: Today, go: Go) -> list[QWidget]:
    """Return what a carer has to do for the others, so that nothing hides behind their names."""
    rows = [(due.entry, _due_row(due, today, due.why)) for due in today.others[:_DUE_SHOWN]]
    more = len(today.others) - len(rows)
    text = ngettext("{number} more for them", "{number} more for them", more)
    said = paragraph(text.format(number=more)) if more > 0 else None
    return [_listed(_("To do for the others"), rows, go, said)] if rows else []


def _due_row(due: Due, today: Today, whose: str = "") -> Row:
    by = _("by {date}").format(date=due.by.words()) if due.by else ""
    by = ", ".join(part for part in (whose, by) if part)
    late = when_of(due.by, today.now.date()) is When.OVERDUE
    status = Status(_("Overdue"), Tone.WARNING) if late else None
    return Row(due.text, by, status=status, icon="task")


def _recent(today: Today, journal: Journal, go: Go) -> list[QWidget]:
    kinds = journal.kinds
    rows = [
        (entry, Row(title, _said_of(kinds[kind], day), icon=kinds[kind].icon))
        for kind, entry, title, day in today.recent
    ]
    return [_listed(_("Changed last"), rows, go)] if rows else []


def _said_of(kind: Kind, day: str) -> str:
    return " · ".join(part for part in (_(kind.label), day) if part)


def _copy(today: Today, go: Go) -> QWidget:
    if today.copied is None:
        text = _("There is no safe copy yet.")
    else:
        text = _("The last one is from {date}.").format(date=today.copied.words())
    return _nothing(_("Safe copy"), text, go.button(_("Safe copies"), "copies"))


def _nothing(title: str, words: str, button: Button) -> Card:
    card = Card(title)
    card.add(paragraph(words))
    card.add_action(button)
    return card


def _listed(title: str, rows: Listed, go: Go, button: QWidget | None = None) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.SMALL)
    found = Rows(title)
    for place, row in rows:
        found.add(place, row)
    # A bare id is an entry, found wherever it belongs; others name their screen.
    found.chosen.connect(lambda key: (go.place if ":" in key else go.entry)(key))
    for part in (heading(title, 2), found, button):
        if part is not None:
            column.addWidget(part)
    return whole
