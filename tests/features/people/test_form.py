"""The form of a person."""

from tests.features.desk import Desk, unfold


def test_the_nhs_number_is_spaced_and_doubted_but_kept(desk: Desk) -> None:
    form = desk.open("person", desk.person)
    number = form.edits["nhs_number"]
    desk.type(number, "9434765918")
    assert "do not pass the check" in number.note()
    assert desk.get(form).nhs_number == "9434765918"
    assert form.problems() == []


def test_no_known_allergies_is_an_answer_of_its_own(desk: Desk) -> None:
    form = desk.open("person", desk.person)
    answers = form.edits["no_known_allergies"]
    words = [button.text() for button in answers.radios.group.buttons()]
    assert words == ["Not asked", "No known allergies", "There are allergies"]
    assert answers.value() is None
    answers.radios.group.buttons()[1].click()
    assert desk.get(form).no_known_allergies is True
    answers.radios.group.buttons()[2].click()
    assert desk.get(form).no_known_allergies is False


def test_a_new_person_belongs_to_nobody_else(desk: Desk) -> None:
    form = desk.open("person")
    desk.type(form.edits["name"], "Tom Evans")
    row = desk.get(form)
    assert (row.name, row.person) == ("Tom Evans", row.id)
    assert form.heading.owner.isHidden()


def test_the_gp_is_added_for_the_new_person(desk: Desk) -> None:
    form = desk.open("person")
    add = form.edits["gp"]._entries.add
    assert add("Dr Bell") is None
    desk.type(form.edits["name"], "Tom Evans")
    row = desk.get(form)
    assert desk.journal.get("provider", add("Dr Bell")).person == row.id


def test_the_carers_papers_open_when_there_are_some(desk: Desk) -> None:
    entry = desk.full("person", {"carer": "Tom", "authority": "lpa"})
    form = desk.open("person", entry)
    assert form.edits["authority"].isVisible()
    assert not form.edits["language"].isVisible()
    unfold(form)
    assert form.edits["language"].isVisible()


def test_a_yes_is_asked_about_and_a_no_is_not(desk: Desk) -> None:
    form = desk.open("person", desk.person)
    decided, paper = form.edits["care_decision"], form.edits["care_decision_paper"]
    assert not paper.isVisibleTo(form)
    desk.answer(decided, "Yes")
    assert paper.isVisibleTo(form)
    desk.type(paper, "On the fridge")
    desk.answer(decided, "No")
    assert paper.isVisibleTo(form), "what was written is never hidden"
    row = desk.get(form)
    assert (row.care_decision, row.care_decision_paper) == (False, "On the fridge")
    assert row.pregnancy is None


def test_numbers_of_hospitals_offer_those_of_the_address_book(desk: Desk) -> None:
    desk.add("provider", name="Dr Bell", organisation="Kestrel Infirmary")
    form = desk.open("person", desk.person)
    field = form.edits["hospital_numbers"]
    field.add.click()
    assert field.rows[0].named.completer().model().stringList() == ["Kestrel Infirmary"]
    field.rows[0].named.setText("Kestrel Infirmary")
    field.rows[0].text.setText("K1")
    field.rows[0].edited.emit()
    assert desk.get(form).hospital_numbers == {"Kestrel Infirmary": "K1"}
