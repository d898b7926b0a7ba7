"""The table of costs."""

from decimal import Decimal

from secondop_desktop.journal.model import CaseEntry, Mapped, choice, day, line, prose, ref
from secondop_desktop.journal.model import amount as exact_sum
from secondop_desktop.journal.values.dates import PartialDate


class Cost(CaseEntry):
    """A sum quoted, due, paid or claimed; an empty currency means pounds."""

    __tablename__ = "cost"

    what: Mapped[str] = line()
    amount: Mapped[Decimal | None] = exact_sum()
    currency: Mapped[str] = line()
    state: Mapped[str] = choice()
    payer: Mapped[str] = choice()
    provider: Mapped[str | None] = ref("provider")
    policy: Mapped[str] = line()
    authorisation: Mapped[str] = line()
    date: Mapped[PartialDate | None] = day()
    due: Mapped[PartialDate | None] = day()
    record: Mapped[str | None] = ref("record")
    notes: Mapped[str] = prose()
