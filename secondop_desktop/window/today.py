"""What Home says of one person, read at one moment."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from secondop_desktop.features.appointments.rules.coming import ahead
from secondop_desktop.features.appointments.rules.questions import STILL_TO_ASK
from secondop_desktop.features.cases.rules.facts import Known
from secondop_desktop.features.cases.rules.journey import Stage, current, journey
from secondop_desktop.features.people.rules.acting import note_of
from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.window.due import Due, read_due, read_everybody
from secondop_desktop.window.known.case_rows import read_rows
from secondop_desktop.window.known.facts import facts_of
from secondop_desktop.window.known.written_steps import Written, written

RECENT = 5


class Today(NamedTuple):
    """What Home shows; ``now`` is local time without a zone."""

    now: datetime
    case: Any
    cases: int
    """How many second opinions the person has or had."""
    stages: tuple[Stage, ...]
    next_step: Stage | None
    known: Known
    written: Written | None
    """What is written already of steps that are not marked yet."""
    appointments: tuple[Any, ...]
    """Those to come, the next one first."""
    questions: tuple[Any, ...]
    due: tuple[Due, ...]
    others: tuple[Due, ...]
    """What is open for the other people of the journal; each says whom it is for."""
    recent: tuple[tuple[str, str, str, str], ...]
    """Kind, id, title and date in words of the entries changed last."""
    permission: str
    """A gentle note when a helper's permission has run out or soon will."""
    copied: PartialDate | None
    """The day of the last safe copy."""

    @property
    def closed(self) -> bool:
        """Whether the case that is shown is closed."""
        return self.case is not None and self.case.closed is not None


def read_today(journal: Journal, person: str, case: str | None, now: datetime) -> Today:
    """Read all of it in one reading; ``case`` is the id of the case shown, if there is one.

    Undo may have taken that one away: then it is the newest of those that are left.
    """
    with journal.reading():
        return _read(journal, person, case, now)


def _read(journal: Journal, person: str, case: str | None, now: datetime) -> Today:
    cases = journal.entries("case", person=person)
    found = next((row for row in cases if row.id == case), cases[-1] if cases and case else None)
    carer = journal.entries("person", id=person)
    around = read_rows(journal, found, now) if found is not None else None
    return Today(
        now=now,
        case=found,
        cases=len(cases),
        stages=journey(found) if found is not None else (),
        next_step=current(found) if found is not None else None,
        known=facts_of(around) if around is not None else {},
        written=written(around) if around is not None and not around.case.closed else None,
        appointments=ahead(journal.from_day("appointment", now.date(), person=person), now),
        questions=in_order(
            journal.entries("question", among={"status": STILL_TO_ASK}, person=person)
        ),
        due=read_due(journal, person, now).open,
        others=_for_others(journal, person, now),
        recent=tuple(_recent(journal, person)),
        permission=note_of(carer[0], now.date()) if carer else "",
        copied=last_copy(journal),
    )


def _recent(journal: Journal, person: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield what changed last with its day: five flu jabs in a row are told apart by it."""
    for kind, entry, title in journal.changed_last(_SHOWN_RECENT, person, RECENT):
        when = journal.kinds[kind].when
        days = [getattr(row, when) for row in journal.entries(kind, id=entry)] if when else []
        yield kind, entry, title, "".join(day.words() for day in days if day)


def last_copy(journal: Journal) -> PartialDate | None:
    """Return the day of the newest safe copy, which is made without a change to the journal."""
    found = backup.copies(journal.path)
    return PartialDate.of(found[0].made.date()) if found else None


_SHOWN_RECENT = (
    "diagnosis",
    "symptom",
    "medicine",
    "allergy",
    "treatment",
    "vaccination",
    "relative",
    "record",
    "result",
    "case",
    "appointment",
    "question",
    "task",
    "opinion",
    "option",
    "decision",
    "told",
    "letter",
    "cost",
    "provider",
)


def _for_others(journal: Journal, person: str, now: datetime) -> tuple[Due, ...]:
    """Return what is open for everybody else, each with whom it is for as its reason.

    What leads to a screen and not to an entry is left out: the screen would be that of the person
    who is shown.
    """
    names = {row.id: row.known_as or row.name for row in journal.entries("person")}
    found = read_everybody(journal, now, without=person).open
    return tuple(due._replace(why=names[due.person]) for due in found if ":" not in due.entry)
