"""The table of who was told what."""

from secondop_desktop.journal.model import CaseEntry, Mapped, choice, day, prose, ref, refs
from secondop_desktop.journal.values.dates import PartialDate


class Told(CaseEntry):
    """What one doctor or place was told or given, and what they answered."""

    __tablename__ = "told"

    provider: Mapped[str | None] = ref("provider")
    date: Mapped[PartialDate | None] = day()
    how: Mapped[str] = choice()
    what: Mapped[str] = prose()
    answer: Mapped[str] = prose()
    records: Mapped[tuple[str, ...]] = refs()
