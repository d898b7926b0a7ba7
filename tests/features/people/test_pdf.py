"""The person on paper."""

from secondop_desktop.features.people.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

PEOPLE = CHAPTERS["person"]


def test_a_name_that_page_one_holds_makes_no_chapter() -> None:
    sheet = Sheet()
    sheet.add("person", name="Ann Lee", birth_date=day("1947-12-03"))
    assert PEOPLE.make(sheet) == []


def test_needs_contacts_and_what_lets_a_helper_act() -> None:
    sheet = Sheet()
    helps = {"carer": "Bea Lee", "carer_relationship": "daughter", "authority": "consent"}
    paper = {"authority_since": day("2025-12"), "authority_paper": "In the drawer"}
    sheet.add("person", name="Ann Lee", communication="Speak slowly", **helps, **paper)
    assert sheet.printed(PEOPLE) == (
        "Full name Ann Lee Help needed to hear, see, read or get about Speak slowly "
        "Who helps keep this journal Bea Lee, daughter "
        "They agreed that I help, since December 2025 In the drawer"
    )


def test_a_name_too_long_for_page_one_stands_whole() -> None:
    sheet = Sheet()
    sheet.add("person", name="Anna " * 40 + "Lee")
    assert sheet.printed(PEOPLE).endswith("Anna Lee")


def test_what_a_doctor_must_know_first_tells_no_from_not_asked() -> None:
    sheet = Sheet()
    known = {"blood_thinner": False, "implants": True, "implants_words": "Pacemaker"}
    card = {"implants_mri": "only with a check", "implants_card": "in the wallet"}
    sheet.add("person", name="Ann Lee", alerts_checked=day("2026-05"), **known, **card)
    assert sheet.printed(PEOPLE) == (
        "Full name Ann Lee Blood thinner no "
        "Implants and MRI Pacemaker; MRI: only with a check; card: in the wallet "
        "Pregnancy not asked Infection to know of not asked "
        "Resuscitation, advance decision not asked These answers checked May 2026"
    )


def test_how_life_is_and_numbers_by_hospital() -> None:
    sheet = Sheet()
    life = {"what_matters": "The allotment", "weight": "61 kg", "weight_date": day("2026-05")}
    sheet.add("person", name="Ann Lee", hospital_numbers={"Kestrel Infirmary": "K1"}, **life)
    assert sheet.printed(PEOPLE) == (
        "Full name Ann Lee Hospital numbers Kestrel Infirmary, K1 "
        "What matters most The allotment Weight 61 kg (May 2026)"
    )
