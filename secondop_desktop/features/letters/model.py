"""The table of letters."""

from secondop_desktop.journal.model import CaseEntry, Mapped, choice, day, line, prose, ref
from secondop_desktop.journal.values.dates import PartialDate


class Letter(CaseEntry):
    """A letter the person writes, as draft or as sent.

    ``sender`` and ``recipient`` are names and addresses as they stand on the letter: what was
    sent stays as it was when somebody moves. A letter with ``version_of`` is a kept version.
    """

    __tablename__ = "letter"

    title: Mapped[str] = line()
    type: Mapped[str] = choice()
    to: Mapped[str | None] = ref("provider")
    sender: Mapped[str] = prose()
    recipient: Mapped[str] = prose()
    subject: Mapped[str] = line()
    date: Mapped[PartialDate | None] = day()
    text: Mapped[str] = prose()
    sent: Mapped[PartialDate | None] = day()
    how: Mapped[str] = choice()
    version_of: Mapped[str | None] = ref("letter")
