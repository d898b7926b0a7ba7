"""The table of diagnoses."""

from secondop_desktop.journal.model import CaseEntry, Mapped, choice, day, line, prose, ref, refs
from secondop_desktop.journal.values.dates import PartialDate


class Diagnosis(CaseEntry):
    """One clinician's version of a diagnosis, as told to the person."""

    __tablename__ = "diagnosis"

    name: Mapped[str] = line()
    given_by: Mapped[str | None] = ref("provider")
    date: Mapped[PartialDate | None] = day()
    began_words: Mapped[str] = line()
    recorded: Mapped[PartialDate | None] = day()
    certainty: Mapped[str] = choice()
    status: Mapped[str] = choice()
    stage: Mapped[str] = line()
    body_site: Mapped[str] = line()
    version_of: Mapped[str | None] = ref("diagnosis")
    ended: Mapped[PartialDate | None] = day()
    ended_words: Mapped[str] = line()
    code: Mapped[str] = line()
    records: Mapped[tuple[str, ...]] = refs()
    notes: Mapped[str] = prose()
    narrative: Mapped[str] = prose()
