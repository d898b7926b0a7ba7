"""The table of second-opinion cases."""

from collections.abc import Mapping

from secondop_desktop.journal.model import (
    Entry,
    Mapped,
    checklist,
    choice,
    choices,
    day,
    line,
    pairs,
    prose,
    ref,
    whole,
)
from secondop_desktop.journal.values.dates import PartialDate


class Case(Entry):
    """One question for which another opinion is sought, and the journey to it.

    ``steps`` and ``step_notes`` are kept under ``"1"`` to ``"7"``, and under ``"2.3"`` for
    step 3 of round 2 (a third opinion). ``send_ready`` and ``send_also`` are the ticks and the own
    lines of the list of what the second doctor gets.
    """

    __tablename__ = "case"

    question: Mapped[str] = line()
    title: Mapped[str] = line()
    kind_of: Mapped[str] = choice()
    plan: Mapped[str] = prose()
    diagnosis: Mapped[str | None] = ref("diagnosis")
    reasons: Mapped[tuple[str, ...]] = choices()
    reasons_words: Mapped[str] = prose()
    safe_to_wait: Mapped[str] = choice()
    safe_said_by: Mapped[str | None] = ref("provider")
    safe_date: Mapped[PartialDate | None] = day()
    route: Mapped[str] = choice()
    insurer: Mapped[str] = line()
    authorisation: Mapped[str] = line()
    referral_by: Mapped[str | None] = ref("provider")
    referral_asked: Mapped[PartialDate | None] = day()
    referral_sent: Mapped[PartialDate | None] = day()
    referral_accepted: Mapped[PartialDate | None] = day()
    referral_declined: Mapped[PartialDate | None] = day()
    declined_why: Mapped[str] = prose()
    chase: Mapped[PartialDate | None] = day()
    steps: Mapped[Mapping[str, str]] = pairs()
    step_notes: Mapped[Mapping[str, str]] = pairs()
    send_ready: Mapped[tuple[str, ...]] = choices()
    send_also: Mapped[tuple[tuple[str, bool], ...]] = checklist()
    round: Mapped[int | None] = whole()
    opened: Mapped[PartialDate | None] = day()
    closed: Mapped[PartialDate | None] = day()
    outcome: Mapped[str] = prose()
    review: Mapped[PartialDate | None] = day()
    notes: Mapped[str] = prose()
