"""How a list shows entries: one row each, and the orders they can stand in."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.dates import PartialDate, undated_first, undated_last
from secondop_desktop.journal.wording import written_elsewhere, written_short
from secondop_desktop.lang import _, time_words
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.later_rows import LaterRows
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.lists.rich_list_delegate import WHOLE_ROWS
from secondop_desktop.widgets.theme.tone import Tone


def row_item(kind: Kind, row: Any, names: Names) -> RowItem:
    """Return an entry as a row: title, second line, date, and whether it is a draft.

    What stands where a value should be and is none is shown as it is written.
    """
    when = getattr(row, kind.when) if kind.when else None
    draft = Status(_("Draft"), Tone.PLAIN) if kind.is_draft(row) else None
    told = (kind.line(row, names).replace("\n", " "), written_elsewhere(kind, row, (kind.when,)))
    line = " · ".join(part for part in told if part)
    return RowItem(
        row.id,
        kind.title(row, names),
        line if line or draft is None else started(row),
        when.words() if when else written_short(row, kind.when),
        draft,
        kind.icon,
    )


def row_items(
    rows: Sequence[Any],
    make: Callable[[Any], RowItem],
    tagged: Callable[[Any], bool],
    *,
    detailed: bool | None = None,
) -> Sequence[RowItem]:
    """Return entries as rows; those of a long list are made when they are first seen.

    ``tagged`` tells of an entry whether its row has a status, ``detailed`` of all rows whether
    any may have a second line.
    """
    if len(rows) <= WHOLE_ROWS:
        return [make(row) for row in rows]
    keys = [row.id for row in rows]
    some = any(map(tagged, rows))
    return LaterRows(keys, lambda at: make(rows[at]), tagged=some, detailed=detailed)


def started(row: Any) -> str:
    """Say when an entry was begun, which tells drafts apart that say nothing else yet."""
    return _("Started {date}, {time}").format(**_made(row))


def added(row: Any) -> str:
    """Say when an entry came into the journal, which tells those apart that say the same."""
    return _("Added {date}, {time}").format(**_made(row))


def _made(row: Any) -> dict[str, str]:
    at = datetime.fromisoformat(row.created).astimezone()
    return {"date": PartialDate.of(at.date()).words(), "time": time_words(at.hour, at.minute)}


def newest_first(kind: Kind, rows: Sequence[Any]) -> list[Any]:
    """Order by the kind's date, the newest first: drafts lead, what has no date comes last."""

    def key(row: Any) -> tuple[bool, str]:
        return kind.is_draft(row), undated_first(getattr(row, kind.when) if kind.when else None)

    return sorted(rows, key=key, reverse=True)


def oldest_first(kind: Kind, rows: Sequence[Any]) -> list[Any]:
    """Order by the kind's date, the oldest first; entries without a date come last of all."""

    def key(row: Any) -> str:
        return undated_last(getattr(row, kind.when) if kind.when else None)

    return sorted(rows, key=key)


def by_title(kind: Kind, rows: Sequence[Any], names: Names) -> list[Any]:
    """Order by what the rows say first, from A to Z, capital letters or not."""
    return sorted(rows, key=lambda row: kind.title(row, names).casefold())
