"""The table of allergies."""

from secondop_desktop.journal.model import Entry, Mapped, choice, day, line, prose, ref
from secondop_desktop.journal.values.dates import PartialDate


class Allergy(Entry):
    """Something the person reacts to, as they or a clinician told it."""

    __tablename__ = "allergy"

    substance: Mapped[str] = line()
    reaction: Mapped[str] = line()
    severity: Mapped[str] = choice()
    kind_of: Mapped[str] = choice()
    since: Mapped[PartialDate | None] = day()
    status: Mapped[str] = choice()
    certainty: Mapped[str] = choice()
    criticality: Mapped[str] = choice()
    route: Mapped[str] = line()
    last: Mapped[PartialDate | None] = day()
    recorder: Mapped[str | None] = ref("provider")
    recorded: Mapped[PartialDate | None] = day()
    code: Mapped[str] = line()
    notes: Mapped[str] = prose()
    narrative: Mapped[str] = prose()
