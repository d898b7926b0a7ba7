"""The tables of opinions, what they say, and how the user compares them."""

from secondop_desktop.journal.model import (
    CaseEntry,
    Mapped,
    choice,
    day,
    line,
    prose,
    ref,
    refs,
    whole,
    yes_no,
)
from secondop_desktop.journal.values.dates import PartialDate


class Opinion(CaseEntry):
    """What one clinician thinks: the first opinion, the second, the third…"""

    __tablename__ = "opinion"

    place: Mapped[int | None] = whole()
    provider: Mapped[str | None] = ref("provider")
    date: Mapped[PartialDate | None] = day()
    appointment: Mapped[str | None] = ref("appointment")
    record: Mapped[str | None] = ref("record")
    how: Mapped[str] = choice()
    overall: Mapped[str] = prose()
    records_seen: Mapped[tuple[str, ...]] = refs()
    results_seen: Mapped[tuple[str, ...]] = refs()
    notes: Mapped[str] = prose()


class Statement(CaseEntry):
    """What one opinion says about one aspect, and where it says so.

    ``place`` is a stretch of the record's words, ``start+count`` in characters from 0: on its
    ``page`` as PDFium counts them, or of the whole text where the record has no pages.
    """

    __tablename__ = "statement"

    opinion: Mapped[str | None] = ref("opinion")
    aspect: Mapped[str] = choice()
    text: Mapped[str] = prose()
    source: Mapped[str] = line()
    record: Mapped[str | None] = ref("record")
    page: Mapped[int | None] = whole()
    place: Mapped[str] = line()
    not_discussed: Mapped[bool | None] = yes_no()


class Mark(CaseEntry):
    """How the opinions compare in one aspect, in the user's own judgement."""

    __tablename__ = "mark"

    aspect: Mapped[str] = choice()
    mark: Mapped[str] = choice()
    note: Mapped[str] = prose()
