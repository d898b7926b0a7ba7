"""Entries of the journal that a file says were wrong: shown one by one, and marked so if agreed."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from secondop_desktop.exchange.fhir.kept import raw as written
from secondop_desktop.exchange.incoming import facts
from secondop_desktop.exchange.incoming.facts import Verdict
from secondop_desktop.exchange.incoming.matching import Matching
from secondop_desktop.exchange.incoming.source_ids import SourceIds
from secondop_desktop.exchange.incoming.there import There, family, number
from secondop_desktop.exchange.questions import Choice, Question
from secondop_desktop.exchange.read_entries import Given, Marks, ReadEntry, TakenBack, mark, said
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import N_, _

MARK, LEAVE = "mark", "leave"

_ADDRESS = "://"
_AT_A_SERVER = ("fhir:http://", "fhir:https://")
"""Origins that are the address of a resource; two addresses are never one thing."""

_NOW = {
    "mistake": N_("“{title}” in your journal is now marked as entered by mistake in {file}."),
    "refuted": N_("“{title}” in your journal is now said to be ruled out in {file}."),
    "cancelled": N_("“{title}” in your journal is now marked as cancelled in {file}."),
    "deleted": N_("{file} says that “{title}” in your journal was deleted where it came from."),
}
_ASKED = {
    "mistake": N_("Mark it as entered by mistake here too?"),
    "refuted": N_("Mark it as ruled out here too?"),
    "cancelled": N_("Mark it as cancelled here too?"),
    "deleted": N_("Mark it as entered by mistake here?"),
}


def now_said(why: str, title: str, file: str) -> str:
    """Say what a file says now of an entry."""
    return _(_NOW[why]).format(title=title, file=file)


def whether_to_mark(
    why: str, title: str, file: str, *, unchanged: bool, certain: bool = True
) -> Question:
    """Ask about one entry; the answer is yes for what nobody changed since it was brought in.

    What was only deleted may still be true, so that nobody answers but the person.
    """
    parts = [now_said(why, title, file)]
    if not certain:
        parts.append(_("It is not certain that the file means this entry."))
    elif not unchanged:
        parts.append(_("You changed it since it was brought in."))
    parts.append(_(_ASKED[why]))
    choices = (
        Choice(MARK, _("Yes: mark it, and no longer count it as current")),
        Choice(LEAVE, _("No: leave it as it is")),
    )
    clear = unchanged and certain and why != "deleted"
    return Question("taken-back", " ".join(parts), choices, MARK if clear else "")


def said_so(kind: Kind, name: str, value: Any) -> str:
    """Return why a value of a field takes an entry back, empty for any other value."""
    found = (why for why, said in kind.withdrawals.items() if said == (name, value))
    return next(found, "")


def meant(matching: Matching, draft: ReadEntry, ids: SourceIds) -> Iterator[tuple[There, bool]]:
    """Yield the entries that a file takes back, each with whether that is certain.

    Those that bear its name come first; only where there are none, those that say the same. Of a
    shell that is left, those with its number, and last those that had its id where they came from.
    """
    named = [(one, _verdict(matching.kind, one, draft)) for one in _named(matching, draft)]
    known = [(one, verdict) for one, verdict in named if verdict is not Verdict.OTHER]
    if known:
        yield from ((one, verdict is Verdict.SAME) for one, verdict in known)
        return
    if not draft.values:
        name = number(draft.origin)
        numbered = list(_numbered(matching, draft)) if name else []
        found = numbered or (ids.find(matching, name) if name else ())
        placed = draft.origin.startswith(_AT_A_SERVER)
        found = [one for one in found if not (placed and one.origin.startswith(_AT_A_SERVER))]
        yield from ((one, False) for one in found)
    core = facts.core(matching.kind)
    new = Marks.of(matching.kind, draft.values).fields
    if not core or not new.get(core[0]):
        return
    alike = matching.known.by_core.get(matching.known.core(new), ())
    yield from ((one, False) for one in alike if not one.binned)


def _named(matching: Matching, draft: ReadEntry) -> Iterator[There]:
    """Yield what came from the same thing; of a shell that is left, all its parts."""
    known = matching.known.by_family if draft.values else matching.known.parts_of
    yield from (one for one in known.get(family(draft.origin), ()) if not one.binned)


def _numbered(matching: Matching, draft: ReadEntry) -> Iterator[There]:
    """Yield what has the type and the number of a shell that is left, if not its whole name.

    A shell seldom says whose it was, or at which address; two addresses are never one.
    """
    for one in matching.known.by_number.get(number(draft.origin), ()):
        two = _ADDRESS in one.origin and _ADDRESS in draft.origin
        if not one.binned and not two:
            yield one


def _verdict(kind: Kind, there: There, draft: ReadEntry) -> Verdict:
    if not there.fields or not draft.values:
        return Verdict.DOUBT if draft.given is Given.ANYBODY else Verdict.SAME
    status = {name for name, _value in kind.withdrawals.values()} | {"status", "raw", "text"}
    before = {name: one for name, one in there.fields.items() if name not in status}
    told = Marks.of(kind, draft.values).fields
    new = {name: one for name, one in told.items() if name not in status}
    return facts.by_name(kind, before, new, draft.given)


def marking(kind: Kind, row: Any, found: TakenBack, there: There) -> dict[str, Any] | None:
    """Return what to set in an entry that was taken back, None where it says so already.

    A record has no field for it: the resource that it keeps then says so itself.
    """
    why = "mistake" if found.why == "deleted" else found.why
    field, value = kind.withdrawals.get(why, ("", ""))
    if not field and "raw" in kind.types:
        field, value = "raw", _with_status(row.raw, found.status)
    if not kind.is_fact(row) or not field or getattr(row, field) == value:
        return None
    marks = {**there.fields, field: mark(said(kind, field, value))}
    return {field: value, "origin_hash": str(Marks(marks))}


def _with_status(raw: str, status: str) -> str:
    """Return a resource as it was kept, with what its sender says of it now."""
    try:
        kept = json.loads(raw or "{}", parse_float=Decimal)
    except ValueError:
        return status
    return written({**kept, **json.loads(status)}) if isinstance(kept, dict) else status
