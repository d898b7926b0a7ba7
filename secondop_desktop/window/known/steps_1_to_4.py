"""What is known about steps 1 to 4: talking, choosing, the referral, and gathering records."""

from collections.abc import Iterator, Sequence
from typing import Any

from secondop_desktop.features.appointments.rules.coming import ahead
from secondop_desktop.features.cases.rules.facts import Fact
from secondop_desktop.features.cases.rules.journey import newest_key
from secondop_desktop.features.cases.rules.referral import may_chase, referral_line
from secondop_desktop.features.records.rules.requests import gathered, overdue
from secondop_desktop.lang import _, ngettext
from secondop_desktop.window.known.case_rows import CaseRows

Told = tuple[Fact, ...]


def talk(found: CaseRows) -> Told:
    """Say whether waiting is safe, who gave the first opinion, and if a letter asks for more."""
    return (*_safe(found), *_first_opinion(found), *letters(found, "ask", "sheet"))


def _safe(found: CaseRows) -> Iterator[Fact]:
    case = found.case
    words = {
        "yes": _("You were told it is safe to wait"),
        "no": _("You were told not to wait"),
        "asked": _("You asked whether it is safe to wait, no answer yet"),
    }
    said = words.get(case.safe_to_wait)
    if said is None:
        yield Fact(_("Not written down yet: is it safe to wait?"), "case:1")
        return
    name = found.name(case.safe_said_by)
    by = _("said by {name}").format(name=name) if name else ""
    when = case.safe_date.words() if case.safe_date else ""
    yield Fact(", ".join(part for part in (said, by, when) if part), "case:1")


def _first_opinion(found: CaseRows) -> Iterator[Fact]:
    first = next((row for row in found.of("opinion") if row.place == 1), None)
    if first is not None:
        name = found.name(first.provider) or _("a doctor")
        day = first.date.words() if first.date else ""
        text = _("First opinion from {name}").format(name=name)
        yield Fact(", ".join(part for part in (text, day) if part), f"opinion:{first.id}")


def letters(found: CaseRows, *types: str) -> Iterator[Fact]:
    """Say of the newest letter of these types whether it was sent."""
    written = [row for row in found.of("letter") if row.type in types and not row.version_of]
    for row in written[-1:]:
        day = row.sent.words() if row.sent else ""
        text = _("Letter sent {date}: {title}") if row.sent else _("Letter not sent yet: {title}")
        title = found.name(row.id)
        yield Fact(text.format(date=day, title=title), f"letter:{row.id}")


def choose(found: CaseRows) -> Told:
    """Say how many are on the shortlist, and how many quotes were written down."""
    return (*_shortlist(found), *_quotes(found))


def _shortlist(found: CaseRows) -> Iterator[Fact]:
    listed = [row for row in found.of("provider") if row.shortlisted]
    if not listed:
        return
    apart = sum(bool(row.independent) for row in listed)
    text = ngettext("{number} on your shortlist", "{number} on your shortlist", len(listed))
    own = _("{number} independent of the first opinion").format(number=apart) if apart else ""
    said = text.format(number=len(listed))
    yield Fact(", ".join(part for part in (said, own) if part), "provider:shortlist")


def _quotes(found: CaseRows) -> Iterator[Fact]:
    number = sum(row.state == "quote" for row in found.of("cost"))
    if number:
        text = ngettext("{number} quote written down", "{number} quotes written down", number)
        yield Fact(text.format(number=number), "cost")


def referral(found: CaseRows) -> Told:
    """Say where the referral stands, and whether its letter was sent."""
    return (*_referral(found), *letters(found, "referral"))


def _referral(found: CaseRows) -> Iterator[Fact]:
    today = found.now.date()
    said = referral_line(found.case, today)
    if said:
        place = f"case:{newest_key(found.case, '3')}"
        yield Fact(said, place, late=may_chase(found.case, today))


def gather(found: CaseRows) -> Told:
    """Say how many records have come, what is late, and which appointment is next."""
    return (*_records(found.of("record"), found), *coming(found), *letters(found, "records"))


def _records(rows: Sequence[Any], found: CaseRows) -> Iterator[Fact]:
    come, wanted = gathered(rows)
    late = sum(overdue(row, found.now.date()) for row in rows)
    if wanted:
        text = ngettext(
            "{come} of {wanted} record received", "{come} of {wanted} records received", wanted
        )
        said = text.format(come=come, wanted=wanted)
        words = ngettext("{number} overdue", "{number} overdue", late).format(number=late)
        yield Fact(f"{said}, {words}" if late else said, "record:gather", late=bool(late))


def coming(found: CaseRows) -> Iterator[Fact]:
    """Say who is seen next, and when."""
    for row in ahead(found.of("appointment"), found.now)[:1]:
        who = found.name(row.provider) or found.name(row.id)
        text = _("Next: {name}, {date}").format(name=who, date=row.when.words())
        yield Fact(text, f"appointment:{row.id}")


def visits(found: CaseRows, place: int) -> Iterator[Fact]:
    """Say which appointments were for one opinion: 2 for the second."""
    for row in found.of("appointment"):
        if row.opinion_place == place:
            who = found.name(row.provider) or found.name(row.id)
            when = row.when.words() if row.when else ""
            text = ", ".join(part for part in (who, when) if part)
            yield Fact(text, f"appointment:{row.id}")
