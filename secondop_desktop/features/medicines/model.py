"""The table of medicines."""

from secondop_desktop.journal.model import CaseEntry, Mapped, choice, day, line, prose, ref, refs
from secondop_desktop.journal.values.dates import PartialDate


class Medicine(CaseEntry):
    """One medicine with its dose exactly as written."""

    __tablename__ = "medicine"

    name: Mapped[str] = line()
    dose: Mapped[str] = line()
    how_taken: Mapped[str] = line()
    route: Mapped[str] = line()
    maximum: Mapped[str] = line()
    reason: Mapped[str] = line()
    prescriber: Mapped[str | None] = ref("provider")
    start: Mapped[PartialDate | None] = day()
    stop: Mapped[PartialDate | None] = day()
    why_stopped: Mapped[str] = line()
    status: Mapped[str] = choice()
    code: Mapped[str] = line()
    records: Mapped[tuple[str, ...]] = refs()
    notes: Mapped[str] = prose()
    narrative: Mapped[str] = prose()
