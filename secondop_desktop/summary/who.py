"""The head of page one: who it is, and what they ask."""

from typing import Any

from secondop_desktop.exchange.pdf.blocks.flow import Block, Box, Para
from secondop_desktop.exchange.pdf.pages.chapter import day, dotted, word
from secondop_desktop.exchange.pdf.text.runs import bold
from secondop_desktop.journal.values.health_number import spaced
from secondop_desktop.lang import _, in_short
from secondop_desktop.summary.choices import Snapshot
from secondop_desktop.summary.page_one_limits import Detail, short

_NEEDS = 400
"""How to communicate is told in full unless it is a page of its own."""


def who(rows: Snapshot, detail: Detail) -> list[Block]:
    """Say who it is in one line, and how to reach and speak with them under it."""
    row = rows.person
    said = [
        (_("Contact:"), in_short(_reach(row), 2 * detail.aside)),
        (_("How to communicate:"), in_short(_spoken(row), _NEEDS)),
    ]
    known = "".join(f" · {part}" for part in (born(row), number(row)) if part)
    return [
        Para([bold(_named(row)), known]),
        *(Para([bold(label), f" {text}"], "small") for label, text in said if text),
    ]


def name_of(row: Any) -> str:
    """Return the person's name, however little is known of it."""
    return short(row.name or row.known_as) or _("No name yet")


def born(row: Any) -> str:
    """Say when the person was born."""
    return _("born {date}").format(date=day(row.birth_date)) if row.birth_date else ""


def number(row: Any) -> str:
    """Say the person's number in groups of 3, 3 and 4."""
    grouped = short(spaced(row.nhs_number))
    return _("NHS number {number}").format(number=grouped) if grouped else ""


def _named(row: Any) -> str:
    if not row.name or not row.known_as or row.known_as == row.name:
        return name_of(row)
    other = short(row.known_as)
    return _("{name} (known as {other})").format(name=name_of(row), other=other)


def _reach(row: Any) -> str:
    known = f" ({inside(row.carer_relationship)})" if row.carer_relationship else ""
    kept = _("journal kept by {name}").format(name=row.carer + known) if row.carer else ""
    return dotted(row.phone, row.email, kept)


def inside(text: str) -> str:
    """Return words as they stand inside a sentence: "Her daughter" begins small, "GP" does not."""
    first, _space, rest = text.partition(" ")
    name = "'" in first or "’" in first or not first[1:].islower() or rest[:1].isupper()
    return text if name else text[:1].lower() + text[1:]


def _spoken(row: Any) -> str:
    return ". ".join(part for part in (row.language.rstrip(". "), row.communication) if part)


def question(rows: Snapshot, detail: Detail) -> Block:
    """Say the question, why it is asked, and what is in doubt."""
    case = rows.case
    if case is None:
        return Box(_("No question has been written down yet."), title=_("The question"))
    asked = in_short(case.question, 3 * detail.letters) or _(
        "No question has been written down yet."
    )
    said = [
        (_("Why a second opinion:"), _why(rows, detail)),
        (_("In doubt:"), in_short(case.plan or rows.names(case.diagnosis), detail.aside)),
        (_("Safe to wait:"), _wait(rows)),
        (_("Also asked:"), in_short(_others(rows), detail.aside)),
    ]
    known = [Para([bold(label), f" {text}"], "small") for label, text in said if text]
    return Box([Para(bold(asked)), *known])


def _why(rows: Snapshot, detail: Detail) -> str:
    reasons = [word(rows, "case", "reasons", one) for one in rows.case.reasons]
    said = ". ".join(part.rstrip(". ") for part in (*reasons, rows.case.reasons_words) if part)
    return in_short(f"{said}." if said else "", 2 * detail.aside)


def _wait(rows: Snapshot) -> str:
    case = rows.case
    said = word(rows, "case", "safe_to_wait", case.safe_to_wait)
    return dotted(said, short(rows.names(case.safe_said_by)), day(case.safe_date))


def _others(rows: Snapshot) -> str:
    """Name the other questions that are still open."""
    others = [row for row in rows.of("case") if row.id != rows.case.id and row.closed is None]
    return dotted(*(row.question for row in others))
