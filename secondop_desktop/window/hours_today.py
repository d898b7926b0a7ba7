"""The hours of today's appointments: nothing else on a page goes on within a day by itself."""

from datetime import date, datetime, time

from PySide6.QtCore import QObject

from secondop_desktop.features.appointments.rules.coming import is_ahead
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.background.watch import Watch


class HoursToday(QObject):
    """Spares a page at rest the reading of the whole journal with every minute.

    A change has it read anew already. The hours are read once after it; this goes with its owner.
    """

    def __init__(self, journal: Journal, watch: Watch, owner: QObject) -> None:
        super().__init__(owner)
        self._journal = journal
        self._day: date | None = None
        self._hours: list[time] = []
        watch.on(journal.kinds, self._forget, self)

    def came(self, since: datetime, now: datetime) -> bool:
        """Tell whether an hour lies between the two, or midnight; the clock may be put back."""
        if since.date() != now.date():
            return True
        if self._day != now.date():
            self._read(now)
        first, last = sorted((since.time(), now.time()))
        return any(first <= hour < last for hour in self._hours)

    def _forget(self) -> None:
        self._day = None

    def _read(self, now: datetime) -> None:
        self._day, start = now.date(), datetime.combine(now, time.min)
        rows = self._journal.from_day("appointment", self._day)
        today = [row.when for row in rows if is_ahead(row, start)]
        self._hours = [one.clock for one in today if one.clock and one.last_day == self._day]
