"""The table of people whose journals are kept here."""

from collections.abc import Mapping

from secondop_desktop.journal.model import (
    Entry,
    Mapped,
    choice,
    day,
    line,
    named_texts,
    prose,
    ref,
    yes_no,
)
from secondop_desktop.journal.values.dates import PartialDate


class Person(Entry):
    """Someone whose health the journal is about, and who may keep it for them.

    What a doctor must know first is a yes, a no, or None for not asked, each with its words.
    ``hospital_numbers`` are kept under the names of the hospitals; height and weight as told.
    """

    __tablename__ = "person"

    name: Mapped[str] = line()
    known_as: Mapped[str] = line()
    birth_date: Mapped[PartialDate | None] = day()
    nhs_number: Mapped[str] = line()
    hospital_numbers: Mapped[Mapping[str, str]] = named_texts()
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
    blood_thinner: Mapped[bool | None] = yes_no()
    blood_thinner_words: Mapped[str] = line()
    implants: Mapped[bool | None] = yes_no()
    implants_words: Mapped[str] = prose()
    implants_mri: Mapped[str] = line()
    implants_card: Mapped[str] = line()
    pregnancy: Mapped[bool | None] = yes_no()
    pregnancy_words: Mapped[str] = line()
    infection: Mapped[bool | None] = yes_no()
    infection_words: Mapped[str] = line()
    care_decision: Mapped[bool | None] = yes_no()
    care_decision_words: Mapped[str] = prose()
    care_decision_date: Mapped[PartialDate | None] = day()
    care_decision_paper: Mapped[str] = line()
    alerts_checked: Mapped[PartialDate | None] = day()
    living_with: Mapped[str] = line()
    work: Mapped[str] = line()
    walking: Mapped[str] = line()
    smoking: Mapped[str] = line()
    alcohol: Mapped[str] = line()
    height: Mapped[str] = line()
    height_date: Mapped[PartialDate | None] = day()
    weight: Mapped[str] = line()
    weight_date: Mapped[PartialDate | None] = day()
    what_matters: Mapped[str] = prose()
    what_i_fear: Mapped[str] = prose()
    carer: Mapped[str] = line()
    carer_relationship: Mapped[str] = line()
    carer_address: Mapped[str] = prose()
    carer_phone: Mapped[str] = line()
    carer_email: Mapped[str] = line()
    authority: Mapped[str] = choice()
    authority_since: Mapped[PartialDate | None] = day()
    authority_until: Mapped[PartialDate | None] = day()
    authority_paper: Mapped[str] = line()
    notes: Mapped[str] = prose()
