"""Whose form it is stands over it where it could be somebody else's."""

from tests.features.desk import Desk


def test_alone_in_the_journal_the_name_stays_small(desk: Desk) -> None:
    form = desk.open("medicine")
    assert form.heading.whose.isHidden()
    assert "Margaret Evans" in form.heading.owner.text()


def test_with_a_second_person_each_form_says_whose_it_is(desk: Desk) -> None:
    other = desk.add("person", name="Tom Evans")
    assert desk.open("medicine").heading.whose.text() == "For Margaret Evans"
    form = desk.open("medicine", person=other)
    assert form.heading.whose.isVisible()
    assert form.heading.whose.text() == "For Tom Evans"
    assert desk.open("person", other).heading.whose.isHidden()


def test_a_carer_always_sees_for_whom(desk: Desk) -> None:
    desk.full("person", {"carer": "Ruth"})
    assert desk.open("symptom").heading.whose.isVisible()
