"""The table of doctors, other clinicians and places."""

from secondop_desktop.journal.model import Entry, Mapped, choice, line, prose, whole, yes_no


class Provider(Entry):
    """A clinician or a place of care, with what was found out before choosing it."""

    __tablename__ = "provider"

    name: Mapped[str] = line()
    role: Mapped[str] = line()
    specialty: Mapped[str] = line()
    organisation: Mapped[str] = line()
    funding: Mapped[str] = choice()
    address: Mapped[str] = prose()
    phone: Mapped[str] = line()
    email: Mapped[str] = line()
    website: Mapped[str] = line()
    gmc_number: Mapped[str] = line()
    independent: Mapped[bool | None] = yes_no()
    shortlisted: Mapped[bool | None] = yes_no()
    rank: Mapped[int | None] = whole()
    experience: Mapped[str] = prose()
    waiting_time: Mapped[str] = line()
    distance: Mapped[str] = line()
    cost_note: Mapped[str] = line()
    notes: Mapped[str] = prose()
