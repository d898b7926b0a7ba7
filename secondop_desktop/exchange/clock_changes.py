"""Times at which the clocks went forward or back: told where they stand in a file."""

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _


def said(where: str, date: PartialDate) -> str:
    """Say of a date that its time never was, or came twice; empty for any other."""
    if date.is_skipped:
        text = _(
            "{where}: there was no such time as {time}, as the clocks went forward; the day is "
            "kept without it."
        )
    elif date.is_repeated:
        text = _(
            "{where}: {time} came twice, as the clocks went back an hour; which of the two it was "
            "is not kept."
        )
    else:
        return ""
    return text.format(where=where, time=date.words())
