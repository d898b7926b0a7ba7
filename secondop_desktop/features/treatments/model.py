"""The table of treatments."""

from secondop_desktop.journal.model import CaseEntry, Mapped, choice, day, line, prose, ref, refs
from secondop_desktop.journal.values.dates import PartialDate


class Treatment(CaseEntry):
    """Something that was done, or is to be done: its times and its dose exactly as told.

    ``date_words`` says when where no date can; ``cycles`` are those of a course of medicine, or
    the fractions of radiotherapy; ``implants`` is what was left in the body.
    """

    __tablename__ = "treatment"

    name: Mapped[str] = line()
    type: Mapped[str] = choice()
    body_site: Mapped[str] = line()
    date: Mapped[PartialDate | None] = day()
    until: Mapped[PartialDate | None] = day()
    date_words: Mapped[str] = line()
    cycles: Mapped[str] = line()
    dose: Mapped[str] = line()
    reason: Mapped[str] = line()
    given_by: Mapped[str | None] = ref("provider")
    place: Mapped[str | None] = ref("provider")
    status: Mapped[str] = choice()
    why_stopped: Mapped[str] = line()
    response: Mapped[str] = prose()
    side_effects: Mapped[str] = prose()
    implants: Mapped[str] = prose()
    implant_card: Mapped[str] = line()
    code: Mapped[str] = line()
    records: Mapped[tuple[str, ...]] = refs()
    notes: Mapped[str] = prose()
    narrative: Mapped[str] = prose()
