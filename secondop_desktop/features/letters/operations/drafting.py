"""Drafts: a letter of one type to one doctor, filled from the journal."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from secondop_desktop.features.letters.kind import KIND
from secondop_desktop.features.letters.operations.address_blocks import recipient, sender
from secondop_desktop.features.letters.operations.facts import facts
from secondop_desktop.features.letters.operations.letter_sources import Shelf
from secondop_desktop.features.letters.operations.missing_facts import MissingFact, lacking
from secondop_desktop.features.letters.operations.templates import template
from secondop_desktop.features.letters.operations.versions import keep_in
from secondop_desktop.features.letters.rules import fill
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _


@dataclass(frozen=True)
class Written:
    """What a letter would say today, and what it would say besides if it were known."""

    title: str
    subject: str
    sender: str
    recipient: str
    text: str
    lacks: tuple[MissingFact, ...]


def helped(journal: Journal, person: str) -> bool:
    """Tell whether somebody helps the person, and so may write for them."""
    return bool(journal.get("person", person).carer)


def write(
    shelf: Shelf, type_: str, to: str | None, today: date, *, by_helper: bool | None = None
) -> Written:
    """Return a letter of a type; the helper writes it, where there is one, unless told otherwise.

    It reads the journal and writes nothing.
    """
    helper = helped(shelf.journal, shelf.person) if by_helper is None else by_helper
    with shelf.journal.reading():
        known = facts(shelf, to, today, by_helper=helper)
        about, body = template(type_, by_helper=helper)
        subject, letter = fill(about, known), fill(body, known)
        lacks = lacking(shelf, (*subject.missing, *letter.missing), known, to, by_helper=helper)
        return Written(
            _title(type_, str(known.get("to", ""))),
            subject.text,
            sender(shelf, by_helper=helper),
            recipient(shelf, to),
            letter.text,
            lacks,
        )


def start(shelf: Shelf, type_: str, to: str | None, today: date, *, by_helper: bool) -> str:
    """Put a new letter into the journal, in one change, and return its id."""
    made = write(shelf, type_, to, today, by_helper=by_helper)
    label = _("Write a letter: {title}").format(title=made.title)
    with shelf.journal.change(label) as change:
        return change.add(
            "letter",
            person=shelf.person,
            case=shelf.case_id,
            type=type_,
            to=to,
            date=PartialDate.of(today),
            **_written(made),
        )


def reads_as(shelf: Shelf, row: Any, type_: str, to: str | None, today: date) -> bool | None:
    """Tell who writes a letter that reads just as it was drafted: the helper (True), or not.

    None when somebody has written in it.
    """
    for helper in (True, False):
        if row.text == write(shelf, type_, to, today, by_helper=helper).text:
            return helper
    return None


def written_by_helper(shelf: Shelf, row: Any) -> bool:
    """Tell whether the helper seems to write a letter, by the name that it comes from."""
    carer = shelf.who().carer
    return bool(carer) and row.sender.startswith(carer)


def follow(shelf: Shelf, row: Any, type_: str, to: str | None, field: str, today: date) -> None:
    """Fit a letter to another doctor or purpose (``field``), as part of that same act.

    One that nobody wrote in is written anew; of others only the address of the old doctor goes.
    """
    helper = reads_as(shelf, row, type_, to, today)
    if helper is not None:
        values = _written(write(shelf, row.type or "other", row.to, today, by_helper=helper))
    elif field == "to" and row.recipient in {"", recipient(shelf, to)}:
        values = {"recipient": recipient(shelf, row.to)}
    else:
        return
    label = _("Edit: {kind}").format(kind=_(KIND.label))
    with shelf.journal.change(label, merge=("letter", row.id, field)) as change:
        change.edit("letter", row.id, **values)


def refill(shelf: Shelf, row: Any, today: date, *, by_helper: bool) -> None:
    """Write a letter anew from the journal; what stood in it is kept as a version. One change."""
    made = write(shelf, row.type or "other", row.to, today, by_helper=by_helper)
    with shelf.journal.change(_("Fill in again: {title}").format(title=row.title)) as change:
        if row.text and row.text != made.text:
            keep_in(change, shelf.journal, row)
        change.edit("letter", row.id, **{**_written(made), "title": row.title or made.title})


def _written(made: Written) -> dict[str, str]:
    return {
        "title": made.title,
        "subject": made.subject,
        "sender": made.sender,
        "recipient": made.recipient,
        "text": made.text,
    }


def _title(type_: str, name: str) -> str:
    what = _(KIND.by_name["type"].label_of(type_)) if type_ != "other" else _("Letter")
    return f"{what}: {name}" if name else what
