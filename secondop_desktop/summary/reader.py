"""Who the paper is for: it decides which questions are asked, and whose opinion is "yours"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol

from secondop_desktop.exchange.pdf.pages.chapter import brief_of
from secondop_desktop.features.appointments.rules.coming import ahead
from secondop_desktop.features.appointments.rules.questions import is_open
from secondop_desktop.journal.user_order import in_order
from secondop_desktop.lang import TITLE, _, in_short

GP, CARER, ME = "gp", "carer", "me"
SORTS = (GP, CARER, ME)
"""Readers that are not a doctor's id."""


class Rows(Protocol):
    """What is needed of the journal to know its reader."""

    @property
    def person(self) -> Any:
        """The person it is about."""
        ...

    @property
    def today(self) -> date:
        """The day on which it is printed."""
        ...

    def names(self, entry: str | None, /) -> str:
        """Return the title of an entry."""
        ...

    def of_case(self, kind: str) -> Sequence[Any]:
        """Return the rows of the case."""
        ...


@dataclass(frozen=True)
class Reader:
    """Who it is for: ``sort`` is a word of ``SORTS``, empty for a doctor or for nobody known.

    ``appointment`` is the next one with them, if there is one.
    """

    sort: str = ""
    provider: str | None = None
    name: str = ""
    appointment: Any = None

    @property
    def words(self) -> str:
        """Say who it is for, and the day of the appointment; empty for nobody known."""
        if not self.name:
            return ""
        when = brief_of(self.appointment, "when") if self.appointment is not None else ""
        text = _("For: {name}, {date}") if when else _("For: {name}")
        return text.format(name=self.name, date=when)


def reader_of(rows: Rows, wanted: str) -> Reader:
    """Return who it is for, as chosen; else the doctor of the next appointment that matters."""
    if wanted == ME:
        return Reader(ME, None, rows.person.known_as or rows.person.name or _("me"))
    if wanted == CARER:
        return Reader(CARER, None, in_short(rows.person.carer, TITLE) or _("whoever helps me"))
    coming = _coming(rows)
    if wanted == GP:
        gp = rows.person.gp
        return Reader(GP, gp, in_short(rows.names(gp), TITLE) or _("my GP"), _next(coming, gp))
    if wanted:
        return Reader("", wanted, in_short(rows.names(wanted), TITLE), _next(coming, wanted))
    found = _by_itself(rows, coming)
    if found is None:
        return Reader()
    return Reader("", found.provider, in_short(rows.names(found.provider), TITLE), found)


def _coming(rows: Rows) -> Sequence[Any]:
    now = datetime.combine(rows.today, time.min)
    known = [row for row in rows.of_case("appointment") if rows.names(row.provider)]
    return ahead(known, now)


def _next(coming: Sequence[Any], provider: str | None) -> Any:
    return next((row for row in coming if provider and row.provider == provider), None)


def _by_itself(rows: Rows, coming: Sequence[Any]) -> Any:
    """Return the next appointment for an opinion or with who gave one, else to ask something."""
    asked = {one for row in rows.of_case("question") if is_open(row) for one in row.appointments}
    doctors = {row.provider for row in rows.of_case("opinion")}
    opined = [row for row in coming if row.opinion_place is not None or row.provider in doctors]
    return next(iter([*opined, *(row for row in coming if row.id in asked)]), None)


def questions_for(rows: Rows, reader: Reader) -> Sequence[Any]:
    """Return the open questions for this reader, in the person's own order.

    A doctor is asked what is to be asked at an appointment with them, and what is for no
    appointment yet; not what somebody else is to be asked. Where that is nothing, and for all
    other readers, it is every open question.
    """
    still = [row for row in in_order(rows.of_case("question")) if is_open(row)]
    return _theirs(still, rows, reader) or still


def asks_them(rows: Rows, reader: Reader) -> bool:
    """Tell whether those are questions to this reader, or what others are to be asked."""
    still = [row for row in rows.of_case("question") if is_open(row)]
    return not reader.name or bool(_theirs(still, rows, reader))


def _theirs(still: Sequence[Any], rows: Rows, reader: Reader) -> list[Any]:
    if reader.provider is None:
        return []
    theirs = {r.id for r in rows.of_case("appointment") if r.provider == reader.provider}
    return [row for row in still if not row.appointments or theirs & set(row.appointments)]
