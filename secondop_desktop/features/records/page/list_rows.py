"""A record as the list of records shows it, with a tag while it is not here yet."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from secondop_desktop.features.records.rules.requests import overdue
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.kind_pages.entry_rows import added, row_item
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.theme.tone import Tone

_TAGS = {"wanted": Tone.PLAIN, "asked": Tone.INFO}
_LONGEST = 200


def item(kind: Kind, row: Any, names: Names, today: date) -> RowItem:
    """Return a record as a row; what the tag says, the second line does not repeat."""
    found = row_item(kind, row, names)
    if found.status is not None or row.state not in _TAGS:
        return found
    state = _(kind.by_name["state"].label_of(row.state))
    if overdue(row, today):
        return replace(found, status=Status(_("Overdue"), Tone.WARNING))
    rest = " · ".join(part for part in found.detail.split(" · ") if part != state)
    return replace(found, detail=rest, status=Status(state, _TAGS[row.state]))


def told_apart(rows: Sequence[Any], items: Callable[[Any], RowItem]) -> Callable[[Any], RowItem]:
    """Return what makes the rows, where those of one title say what tells them apart."""
    often = Counter(_called(row) for row in rows)
    files = Counter((_called(row), row.file_name) for row in rows)

    def made(row: Any) -> RowItem:
        found = items(row)
        if often[_called(row)] == 1:
            return found
        alone = row.file_name and files[_called(row), row.file_name] == 1
        apart = row.file_name if alone else added(row)
        return replace(found, detail=" · ".join(part for part in (apart, found.detail) if part))

    return made


def _called(row: Any) -> str:
    return str(row.title or row.file_name or "").casefold().strip()


def is_tagged(kind: Kind, row: Any) -> bool:
    """Tell whether the row of a record has a tag."""
    return row.state in _TAGS or kind.is_draft(row)


def in_a_line(title: str) -> str:
    """Return a title as it is shown here; the form has the whole of a very long one."""
    return in_short(title, _LONGEST)
