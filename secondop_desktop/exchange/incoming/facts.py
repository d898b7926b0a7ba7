"""What an entry says, apart from the names that computers give it."""

from collections.abc import Mapping
from enum import Enum

from secondop_desktop.exchange.read_entries import Given, Link, Marks, ReadEntry
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.columns import Refs

_MEASURES = ("value", "unit", "dose", "file")

Fields = Mapping[str, str]
"""The mark of each field that says something."""


class Verdict(Enum):
    """Whether what a file tells is what stands in the journal."""

    SAME = "same"
    DOUBT = "doubt"
    OTHER = "other"


def lead(kind: Kind) -> str:
    """Return the field that names an entry, such as the test of a result."""
    return next((field.name for field in kind.fields if field.required), "")


def core(kind: Kind) -> tuple[str, ...]:
    """Return the fields that make two entries one thing told twice: name, date, what was found."""
    own = (lead(kind), kind.when, *(name for name in _MEASURES if name in kind.types))
    return tuple(filter(None, own))


def facts(kind: Kind, fields: Fields) -> dict[str, str]:
    """Return the marks without those of references, which every export names anew."""
    return {name: one for name, one in fields.items() if not _refers(kind, name)}


def of(kind: Kind, draft: ReadEntry) -> dict[str, str]:
    """Return the facts of a draft."""
    plain = {n: value for n, value in draft.values.items() if not isinstance(value, Link)}
    return facts(kind, Marks.of(kind, plain).fields)


def by_name(kind: Kind, before: Fields, new: Fields, given: Given) -> Verdict:
    """Judge two that bear one origin: the same source, id and meaning make one thing.

    A number that nobody else gives needs the same name, or for a record the same date; one that
    a source puts on several things the date as well. Where the source is not known, two that
    differ in anything may be of two hospitals.
    """
    if given is Given.LASTING:
        return Verdict.SAME
    named = _agree(before, new, lead(kind)) or _both(before, new, "code")
    dated = not kind.when or _agree(before, new, kind.when)
    if given is Given.NOBODY:
        record = kind.name == "record" and _both(before, new, kind.when)
        return Verdict.SAME if named or record else Verdict.OTHER
    if not named or (kind.name == "result" and not dated):
        return Verdict.OTHER
    if given is Given.SAME_SOURCE:
        return Verdict.SAME if dated else Verdict.DOUBT
    if not dated:
        return Verdict.OTHER
    return Verdict.SAME if facts(kind, before) == facts(kind, new) else Verdict.DOUBT


def by_facts(kind: Kind, before: Fields, new: Fields) -> Verdict:
    """Judge two whose core is the same: one thing if the file says nothing that is not there."""
    known, told = facts(kind, before), facts(kind, new)
    says_more = any(known.get(name) != one for name, one in told.items())
    return Verdict.DOUBT if says_more else Verdict.SAME


def _agree(before: Fields, new: Fields, name: str) -> bool:
    """Tell whether a field says the same, or is not told by one of the two."""
    one, other = before.get(name), new.get(name)
    return one == other or not one or not other


def _both(before: Fields, new: Fields, name: str) -> bool:
    return bool(before.get(name)) and before.get(name) == new.get(name)


def _refers(kind: Kind, name: str) -> bool:
    field = kind.by_name.get(name)
    return bool(field and field.refers) or isinstance(kind.types[name], Refs)
