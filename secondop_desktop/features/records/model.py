"""The table of records: files, and paper kept elsewhere."""

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


class Record(CaseEntry):
    """A letter, result, picture or other paper, from being wanted to being in hand.

    ``file`` is the SHA-256 of its bytes, ``file_size`` their number; ``raw`` keeps an imported
    entry that nothing else could hold, as JSON. ``accession`` is the number under which a
    hospital keeps pictures or a sample; slides are those of pathology.
    """

    __tablename__ = "record"

    title: Mapped[str] = line()
    type: Mapped[str] = choice()
    date: Mapped[PartialDate | None] = day()
    from_provider: Mapped[str | None] = ref("provider")
    pages: Mapped[int | None] = whole()
    accession: Mapped[str] = line()
    pictures_how: Mapped[str] = line()
    slides_lent: Mapped[bool | None] = yes_no()
    slides_how: Mapped[str] = line()
    file: Mapped[str] = line()
    file_name: Mapped[str] = line()
    file_type: Mapped[str] = line()
    file_size: Mapped[int | None] = whole()
    place: Mapped[str] = line()
    text: Mapped[str] = prose()
    state: Mapped[str] = choice()
    holder: Mapped[str | None] = ref("provider")
    asked: Mapped[PartialDate | None] = day()
    extended: Mapped[bool | None] = yes_no()
    received: Mapped[PartialDate | None] = day()
    raw: Mapped[str] = prose()
    linked: Mapped[tuple[str, ...]] = refs()
    notes: Mapped[str] = prose()
