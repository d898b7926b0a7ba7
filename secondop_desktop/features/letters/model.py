"""The table of letters."""

from secondop_desktop.journal.dates import PartialDate
from secondop_desktop.journal.model import CaseEntry, Mapped, choice, day, line, prose, ref


class Letter(CaseEntry):
    """A letter the person writes, as draft or as sent."""

    __tablename__ = "letter"

    title: Mapped[str] = line()
    type: Mapped[str] = choice()
    to: Mapped[str | None] = ref("provider")
    date: Mapped[PartialDate | None] = day()
    text: Mapped[str] = prose()
    sent: Mapped[PartialDate | None] = day()
    version_of: Mapped[str | None] = ref("letter")
