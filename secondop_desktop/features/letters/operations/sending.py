"""Sending a letter, and what may be noted elsewhere in the journal at the same time."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from secondop_desktop.features.letters.operations.facts import wanted
from secondop_desktop.features.letters.operations.letter_sources import Shelf, shelf_of
from secondop_desktop.features.letters.operations.versions import keep_in
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext

TOLD, ASKED, REFERRED = "told", "asked", "referred"
_TELLS = frozenset({"ask", "tell", "decided"})
_TOLD_HOW = {"post": "letter", "in person": "letter"}


@dataclass(frozen=True)
class Offer:
    """Something else that sending the letter means, in words; ``usual`` offers it ticked."""

    key: str
    words: str
    usual: bool


def offers(journal: Any, row: Any) -> list[Offer]:
    """Return what may be noted when this letter is sent."""
    shelf, name = shelf_of(journal, row), journal.name(row.to)
    found = []
    if row.to and row.type != "records":
        words = _("Note under “Who was told” that {name} was told").format(name=name)
        found.append(Offer(TOLD, words, row.type in _TELLS))
    asked = _asked(shelf, row)
    if asked:
        words = ngettext(
            "Note on {number} record that it was asked for that day",
            "Note on {number} records that they were asked for that day",
            len(asked),
        )
        found.append(Offer(ASKED, words.format(number=len(asked)), True))
    case = shelf.case()
    if row.type in {"referral", "sheet"} and case is not None and not case.referral_asked:
        words = _("Note that the referral was asked for that day")
        found.append(Offer(REFERRED, words, row.type == "referral"))
    return found


def send(journal: Any, row: Any, day: PartialDate, how: str, chosen: Collection[str] = ()) -> None:
    """Mark a letter as sent, keep what it says, and note what was chosen, in one change."""
    shelf = shelf_of(journal, row)
    asked, case = _asked(shelf, row), shelf.case()
    with journal.change(_("Mark as sent: {title}").format(title=row.title)) as change:
        change.edit("letter", row.id, sent=day, how=how)
        keep_in(change, journal, journal.get("letter", row.id))
        if TOLD in chosen:
            _tell(change, row, day, how)
        for record in asked if ASKED in chosen else ():
            holder = {} if record.holder else {"holder": row.to}
            change.edit("record", record.id, state="asked", asked=day, **holder)
        if REFERRED in chosen and case is not None:
            by = {} if case.referral_by else {"referral_by": row.to}
            change.edit("case", case.id, referral_asked=day, **by)


def unsend(journal: Any, row: Any) -> None:
    """Take back that a letter was sent; what was noted elsewhere stays as it is."""
    with journal.change(_("Mark as not sent: {title}").format(title=row.title)) as change:
        change.edit("letter", row.id, sent=None, how="")


def _tell(change: Change, row: Any, day: PartialDate, how: str) -> None:
    what = _("In the letter “{title}”").format(title=row.title)
    change.add(
        "told",
        person=row.person,
        case=row.case,
        provider=row.to,
        date=day,
        how=_TOLD_HOW.get(how, how),
        what=what,
    )


def _asked(shelf: Shelf, row: Any) -> list[Any]:
    """Return the wanted records that a records request asks for by their titles."""
    if row.type != "records":
        return []
    found = [one for one in wanted(shelf, row.to) if one.title and not one.asked]
    return [one for one in found if one.title in " ".join(row.text.split())]
