"""The table of what relatives had."""

from secondop_desktop.journal.model import Entry, Mapped, choice, day, line, prose, refs, yes_no
from secondop_desktop.journal.values.dates import PartialDate


class Relative(Entry):
    """One condition of one relative; ages are kept as told ("52", "in his sixties")."""

    __tablename__ = "relative"

    who: Mapped[str] = line()
    condition: Mapped[str] = line()
    age: Mapped[str] = line()
    died_of_it: Mapped[bool | None] = yes_no()
    living: Mapped[str] = choice()
    age_died: Mapped[str] = line()
    date: Mapped[PartialDate | None] = day()
    certainty: Mapped[str] = choice()
    recorded: Mapped[PartialDate | None] = day()
    code: Mapped[str] = line()
    records: Mapped[tuple[str, ...]] = refs()
    notes: Mapped[str] = prose()
    narrative: Mapped[str] = prose()
