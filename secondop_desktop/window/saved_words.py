"""Says beside the pages when the journal was saved and copied last."""

from datetime import datetime
from pathlib import Path

from secondop_desktop.journal import backup
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.clock import local_today
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, time_words


def not_saved() -> str:
    """Say that the page holds something the file could not take."""
    return _("Not everything is saved yet")


def saved_last(journal: Journal) -> str:
    """Say when something was saved last; nothing for a journal without a step."""
    return _last(journal, _("All changes saved at {time}"), _("All changes saved on {date}"))


def saved_already(journal: Journal) -> str:
    """Answer who asks to save: everything was, and when."""
    return _last(journal, _("Already saved at {time}"), _("Already saved on {date}"))


def _last(journal: Journal, today: str, before: str) -> str:
    last = journal.history(limit=1)
    if not last:
        return ""
    at = datetime.fromisoformat(last[0].at).astimezone()
    text = today if at.date() == local_today() else before
    day = PartialDate.of(at.date()).words()
    return text.format(time=time_words(at.hour, at.minute), date=day)


def copied_last(path: Path) -> str:
    """Say of which day the newest safe copy of the journal at this path is."""
    found = backup.copies(path)
    if not found:
        return _("No safe copy yet")
    return _("Last safe copy {date}").format(date=PartialDate.of(found[0].made.date()).words())
