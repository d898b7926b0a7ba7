"""One appointment on its page: what is kept for it, and what can be done with that."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from secondop_desktop.features.appointments.page import question_acts
from secondop_desktop.features.appointments.rules.questions import (
    alike,
    is_open,
    of_visit,
    same_words,
)
from secondop_desktop.journal.case_scope import entries_of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.user_order import next_place
from secondop_desktop.journal.values.dates import PartialDate, undated_last
from secondop_desktop.lang import _

MOST_LINES = 12
"""As many lines become a question each; more of them are one thing told at length."""
_TOLD = {"in person": "in person", "home visit": "in person", "phone": "phone", "video": "video"}
"""How an opinion was told, by how one met."""


class Visit:
    """An appointment by its id; every call reads what is saved now."""

    def __init__(self, journal: Journal, entry: str) -> None:
        self.journal, self.entry = journal, entry

    @property
    def row(self) -> Any:
        """The appointment as it is saved."""
        return self.journal.get("appointment", self.entry)

    @property
    def title(self) -> str:
        """What it is for, or with whom."""
        return self.journal.name(self.entry)

    @property
    def whose(self) -> str:
        """The name of the person it belongs to."""
        return self.journal.name(self.row.person)

    # Its questions and answers ---------------------------------------------------------------

    def questions(self) -> tuple[Any, ...]:
        """Return what is asked there, in the user's own order."""
        person = self.row.person
        asked = self.journal.entries("question", person=person)
        return of_visit(asked, self.journal.entries("answer", person=person), self.entry)

    def answers(self) -> dict[str, Any]:
        """Return the answers given there by the ids of their questions."""
        found = self.journal.entries("answer", appointment=self.entry)
        return {row.question: row for row in found if row.question}

    def settled(self) -> list[str]:
        """Return the open questions that were answered wherever they were to be asked."""
        said: dict[str, set[str | None]] = {}
        for row in self.journal.entries("answer", person=self.row.person):
            if row.text and row.question:
                said.setdefault(row.question, set()).add(row.appointment)
        return [
            row.id
            for row in self.questions()
            if is_open(row)
            and self.entry in said.get(row.id, ())
            and set(row.appointments) <= said[row.id]
        ]

    def settle(self) -> int:
        """Mark those questions as answered and return how many they were."""
        ids = self.settled()
        if ids:
            question_acts.settle(self.journal, ids)
        return len(ids)

    def add_questions(self, wanted: Sequence[question_acts.Wanted]) -> list[str]:
        """Write questions down for this appointment."""
        row = self.row
        return question_acts.add(self.journal, row.person, row.case, wanted, self.entry)

    def move(self, question: str, by: int) -> bool:
        """Move a question among those of this appointment."""
        among = [row.id for row in self.questions()]
        return question_acts.move(self.journal, self.row.person, question, by, among)

    def answer_start(self, question: str, now: datetime) -> dict[str, Any]:
        """Return what a new answer starts with; ``now`` is local time.

        On its day, or while the day is not known, an answer is dated by the clock.
        """
        row = self.row
        when: PartialDate | None = row.when
        here = when is None or when.day is None or when.first_day == now.date()
        return {
            "person": row.person,
            "case": row.case,
            "question": question,
            "provider": row.provider,
            "appointment": self.entry,
            "date": PartialDate.of(now) if here else when.without_time() if when else None,
        }

    def recording(self) -> str:
        """Return the id of a recording of it, the one that came last; empty where there is none."""
        row = self.row
        found = [
            one.id
            for one in self.journal.entries("record", person=row.person)
            if (self.entry in one.linked or one.id in row.records)
            and one.file_type.startswith(("audio/", "video/"))
        ]
        return str(found[-1]) if found else ""

    # What follows from it --------------------------------------------------------------------

    def tasks(self) -> list[Any]:
        """Return the tasks that belong to it, the one due first on top."""
        found = [
            row
            for row in self.journal.entries("task", person=self.row.person)
            if self.entry in row.linked
        ]
        return sorted(found, key=lambda row: (bool(row.done), undated_last(row.due)))

    def opinion(self) -> Any:
        """Return the opinion that was given there, or None."""
        found = self.journal.entries("opinion", appointment=self.entry)
        return found[0] if found else None

    def write_opinion(self) -> str:
        """Return the opinion given there; begins one when there is none yet."""
        found = self.opinion()
        if found is not None:
            return str(found.id)
        row = self.row
        held = entries_of_case(self.journal, "opinion", row.person, row.case)
        alone = [one for one in held if one.place == row.opinion_place and not one.appointment]
        with self.journal.change(_("Write down an opinion")) as change:
            if row.opinion_place and alone:
                change.edit("opinion", alone[0].id, appointment=self.entry)
                return str(alone[0].id)
            place = row.opinion_place or next_place(held)
            return change.add("opinion", **self._opinion_start(row), place=place)

    def _opinion_start(self, row: Any) -> dict[str, Any]:
        return {
            "person": row.person,
            "case": row.case,
            "provider": row.provider,
            "appointment": self.entry,
            "date": row.when.without_time() if row.when else None,
            "how": _TOLD.get(row.how, ""),
        }

    def ask_later(self, text: str) -> int:
        """Make a question of each line of a text, of a long one as a whole; returns how many.

        What is on the list already is left as it is.
        """
        row = self.row
        lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
        wanted = lines if len(lines) <= MOST_LINES else [" ".join(lines)]
        held = alike(question_acts.questions(self.journal, row.person))
        fresh = {same_words(line): line for line in wanted if same_words(line) not in held}
        if fresh:
            question_acts.add(
                self.journal, row.person, row.case, [(line, "") for line in fresh.values()]
            )
        return len(fresh)
