"""The forms of opinions, their parts and comparisons."""

from tests.features.desk import Desk


def test_the_place_is_the_next_one(desk: Desk) -> None:
    desk.add("opinion", place=1)
    form = desk.open("opinion")
    assert form.edits["place"].value() == 2
    desk.type(form.edits["overall"], "Wait")
    assert desk.get(form).place == 2


def test_an_opinion_that_names_no_case_counts_too(desk: Desk) -> None:
    desk.add("opinion", place=1, case=None)
    assert desk.open("opinion").edits["place"].value() == 2


def test_the_place_given_by_the_page_counts(desk: Desk) -> None:
    desk.add("opinion", place=1)
    assert desk.open("opinion", place=1).edits["place"].value() == 1


def test_a_fourth_opinion_can_be_chosen(desk: Desk) -> None:
    form = desk.open("opinion", place=4)
    words = [button.text() for button in form.edits["place"].radios.group.buttons()]
    assert words == ["First opinion", "Second opinion", "Third opinion", "Fourth opinion"]


def test_a_part_says_whose_it_is_instead_of_asking(desk: Desk) -> None:
    opinion = desk.add("opinion", place=1)
    form = desk.open("statement", opinion=opinion, aspect="plan")
    assert "opinion" not in form.edits
    assert form.edits["aspect"].value() == "plan"
    desk.type(form.edits["text"], "Open heart operation")
    row = desk.get(form)
    assert (row.opinion, row.aspect, row.text) == (opinion, "plan", "Open heart operation")
    assert "opinion" in desk.open("statement").edits


def test_a_mark_keeps_what_the_person_says(desk: Desk) -> None:
    form = desk.open("mark", aspect="plan")
    desk.answer(form.edits["mark"], "Different")
    assert (desk.get(form).aspect, desk.get(form).mark) == ("plan", "different")
