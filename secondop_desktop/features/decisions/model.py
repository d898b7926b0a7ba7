"""The tables of options, their benefits and risks, the decision and readiness for it."""

from collections.abc import Mapping

from secondop_desktop.journal.model import (
    CaseEntry,
    Mapped,
    choice,
    day,
    line,
    pairs,
    prose,
    ref,
    whole,
    yes_no,
)
from secondop_desktop.journal.values.dates import PartialDate


class Option(CaseEntry):
    """Something that could be done, waiting or doing nothing among them.

    ``stances`` holds under the id of an opinion how it sees this option.
    """

    __tablename__ = "option"

    name: Mapped[str] = line()
    description: Mapped[str] = prose()
    waiting: Mapped[bool | None] = yes_no()
    stances: Mapped[Mapping[str, str]] = pairs()
    rank: Mapped[int | None] = whole()
    notes: Mapped[str] = prose()


class Outcome(CaseEntry):
    """One benefit or risk of an option, as told: ``x`` in ``n`` people over ``period``."""

    __tablename__ = "outcome"

    option: Mapped[str | None] = ref("option")
    text: Mapped[str] = line()
    good_or_bad: Mapped[str] = choice()
    chance: Mapped[str] = line()
    x: Mapped[int | None] = whole()
    n: Mapped[int | None] = whole()
    period: Mapped[str] = line()
    source: Mapped[str] = line()
    record: Mapped[str | None] = ref("record")
    page: Mapped[int | None] = whole()
    matters: Mapped[int | None] = whole()
    rank: Mapped[int | None] = whole()


class Decision(CaseEntry):
    """How far the person is with deciding, and what they decided."""

    __tablename__ = "decision"

    stage: Mapped[str] = choice()
    option: Mapped[str | None] = ref("option")
    text: Mapped[str] = prose()
    who_decides: Mapped[str] = line()
    why: Mapped[str] = prose()
    change_mind: Mapped[str] = prose()
    date: Mapped[PartialDate | None] = day()
    review: Mapped[PartialDate | None] = day()
    came_of_it: Mapped[str] = prose()


class Readiness(CaseEntry):
    """Four answers of one day about being ready to decide."""

    __tablename__ = "readiness"

    date: Mapped[PartialDate | None] = day()
    sure: Mapped[bool | None] = yes_no()
    know_options: Mapped[bool | None] = yes_no()
    clear_values: Mapped[bool | None] = yes_no()
    support: Mapped[bool | None] = yes_no()
    notes: Mapped[str] = prose()
