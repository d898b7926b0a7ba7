"""Which entries may stand in a paper at all, by a few of their columns."""

from typing import Any

from secondop_desktop.journal.kinds import Kind

WHOLE = frozenset({"result"})
"""Kinds of which a draft never stands among the others: a value would be read as a result."""
FRAME = frozenset({"person", "case", "provider"})
"""Kinds that say what the paper is about and who is who, and do so with what they hold."""


def is_begun(kind: Kind, row: Any) -> bool:
    """Tell whether an entry lacks what makes it one, and would be read as one."""
    if kind.name in WHOLE:
        return kind.is_draft(row) and not kind.is_only_unread(row)
    return kind.name not in FRAME and not all(getattr(row, one) for one in kind.naming)


def is_held(kind: Kind, row: Any) -> bool:
    """Tell whether an entry is told only with what is private."""
    return bool(row.private and kind.name != "person")


def stands_among_others(kind: Kind, row: Any) -> bool:
    """Tell whether an entry says what is so and can stand in a chapter, though it be private."""
    if not kind.is_fact(row):
        return False
    return not (kind.is_draft(row) if kind.name in WHOLE else is_begun(kind, row))


def columns_of(kind: Kind) -> tuple[str, ...]:
    """Return the columns that this is known by."""
    required = [field.name for field in kind.fields if field.required]
    needed = ["unread", *required] if kind.name in WHOLE else kind.naming
    return tuple(dict.fromkeys(["private", *kind.judged_by, *needed]))


def only_whether(kind: Kind) -> frozenset[str]:
    """Return those of these columns of which it only matters whether something stands there."""
    return frozenset(columns_of(kind)) - {"private", *kind.judged_by}
