"""The journals opened before, on Welcome: by name and folder, with when each was opened."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, time_words
from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row

Recent = Sequence[tuple[Path, str]]
"""Paths, the newest first, each with the local time of its opening in ISO 8601, or nothing."""


def recent_rows(recent: Recent) -> Rows:
    """Return a row for each; ``chosen`` carries its path as a text."""
    rows = Rows(_("Opened before"))
    for path, when in recent:
        said = (str(path.parent), opened_words(when, local_today()))
        detail = "\n".join(part for part in said if part)
        rows.add(str(path), Row(path.stem, detail, icon="open"))
    return rows


def opened_words(when: str, today: date) -> str:
    """Say when a journal was opened; nothing where that was not kept or cannot be read."""
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        return ""
    if moment.date() == today:
        clock = time_words(moment.hour, moment.minute)
        return _("Opened today at {time}").format(time=clock)
    return _("Opened {date}").format(date=PartialDate.of(moment.date()).words())
