"""The table of vaccinations."""

from secondop_desktop.journal.model import Entry, Mapped, choice, day, line, prose, ref, refs
from secondop_desktop.journal.values.dates import PartialDate


class Vaccination(Entry):
    """One dose of one vaccine; ``date_words`` says when where no date can ("as a child")."""

    __tablename__ = "vaccination"

    name: Mapped[str] = line()
    against: Mapped[str] = line()
    date: Mapped[PartialDate | None] = day()
    date_words: Mapped[str] = line()
    dose_number: Mapped[str] = line()
    lot: Mapped[str] = line()
    site: Mapped[str] = line()
    route: Mapped[str] = line()
    given_by: Mapped[str | None] = ref("provider")
    place: Mapped[str | None] = ref("provider")
    status: Mapped[str] = choice()
    why_not: Mapped[str] = line()
    reaction: Mapped[str] = prose()
    code: Mapped[str] = line()
    records: Mapped[tuple[str, ...]] = refs()
    notes: Mapped[str] = prose()
    narrative: Mapped[str] = prose()
