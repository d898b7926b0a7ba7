"""How far back a PDF goes: asked beside who it is for, with what is usual chosen at first."""

from collections.abc import Iterator
from datetime import date

from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext
from secondop_desktop.summary.since import began, years_before
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.window.pdf_question import PdfQuestion

_YEARS = (1, 5, 10)
_USUAL = "usual"


class SinceField(PdfQuestion):
    """Asks for one of a few first days; the answers keep their keys, the days move on."""

    def __init__(self) -> None:
        super().__init__(_("How far back does it go?"))
        self._days: dict[str, date | None] = {}

    def since(self) -> date | None:
        """Return the first day chosen, as ``Choices.since``: None for what is usual."""
        return self._days.get(str(self.list.currentData()))

    def fill(self, rows: Snapshot) -> None:
        """Offer the days for this person; what was chosen stays so. Takes rows as usual."""
        offered = tuple(_offered(rows))
        self._days = {key: day for key, _words, day in offered}
        self.offer((words, key) for key, words, _day in offered)


def _offered(rows: Snapshot) -> Iterator[tuple[str, str, date | None]]:
    """Yield a lasting key, the words and the day of each choice; the usual one first."""
    usual = PartialDate.of(rows.since).words()
    yield _USUAL, _("As usual: since {date}").format(date=usual), None
    if began(rows) is not None:
        yield "case", _("Since the question began"), began(rows)
    for count in _YEARS:
        text = ngettext("The last {n} year", "The last {n} years", count).format(n=count)
        yield str(count), text, years_before(rows.today, count)
    yield "all", _("From the beginning"), date.min
