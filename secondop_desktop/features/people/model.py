"""The table of people whose journals are kept here."""

from secondop_desktop.journal.model import Entry, Mapped, choice, day, line, prose, ref, yes_no
from secondop_desktop.journal.values.dates import PartialDate


class Person(Entry):
    """Someone whose health the journal is about, and who may keep it for them."""

    __tablename__ = "person"

    name: Mapped[str] = line()
    known_as: Mapped[str] = line()
    birth_date: Mapped[PartialDate | None] = day()
    nhs_number: Mapped[str] = line()
    sex: Mapped[str] = choice()
    address: Mapped[str] = prose()
    phone: Mapped[str] = line()
    email: Mapped[str] = line()
    language: Mapped[str] = line()
    communication: Mapped[str] = prose()
    emergency_contacts: Mapped[str] = prose()
    gp: Mapped[str | None] = ref("provider")
    no_known_allergies: Mapped[bool | None] = yes_no()
    takes_no_medicines: Mapped[bool | None] = yes_no()
    carer: Mapped[str] = line()
    carer_relationship: Mapped[str] = line()
    authority: Mapped[str] = choice()
    authority_since: Mapped[PartialDate | None] = day()
    authority_until: Mapped[PartialDate | None] = day()
    authority_paper: Mapped[str] = line()
    notes: Mapped[str] = prose()
