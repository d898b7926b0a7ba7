"""The story's calendar: everything lies before or after one "today"."""

from datetime import date, time, timedelta

from secondop_desktop.journal.values.dates import PartialDate


class Days:
    """Counts from today, as exactly as the person in the story remembers."""

    def __init__(self, today: date) -> None:
        self.today = today

    def day(self, away: int) -> PartialDate:
        """Return the working day so many days from today; what is to come stays to come."""
        found = self.today + timedelta(days=away)
        step = 1 if away > 0 else -1
        while found.weekday() >= 5:
            found += timedelta(days=step)
        return PartialDate.of(found)

    def at(self, away: int, hour: int, minute: int = 0) -> PartialDate:
        """Return a working day with a time of day."""
        found = self.day(away)
        return PartialDate(found.year, found.month, found.day, time(hour, minute))

    def month(self, away: int, *, about: bool = False) -> PartialDate:
        """Return the month so many months from this one."""
        year, month = divmod(self.today.year * 12 + self.today.month - 1 + away, 12)
        return PartialDate(year, month + 1, about=about)

    def year(self, away: int, *, about: bool = False) -> PartialDate:
        """Return the year so many years from this one."""
        return PartialDate(self.today.year + away, about=about)
