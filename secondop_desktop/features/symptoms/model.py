"""The table of symptom notes."""

from secondop_desktop.journal.model import CaseEntry, Mapped, day, line, prose, whole
from secondop_desktop.journal.values.dates import PartialDate


class Symptom(CaseEntry):
    """How something felt on one day, in the person's own words."""

    __tablename__ = "symptom"

    what: Mapped[str] = line()
    date: Mapped[PartialDate | None] = day()
    severity: Mapped[int | None] = whole()
    severity_words: Mapped[str] = line()
    helps: Mapped[str] = prose()
    notes: Mapped[str] = prose()
