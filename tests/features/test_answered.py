"""The answers "none" on the pages of allergies and medicines, and what is asked about them."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.features.desk import Desk, settle
from tests.features.page_desk import full_disk, open_page
from tests.features.rows import day
from tests.widgets.walker import unnamed

KINDS = [("allergy", "no_known_allergies", "substance"), ("medicine", "takes_no_medicines", "name")]


def said(desk: Desk, answer: str) -> Any:
    """Return what the person answered."""
    return getattr(desk.journal.get("person", desk.person or ""), answer)


def put(desk: Desk, answer: str, value: bool | None) -> None:
    """Answer it elsewhere."""
    with desk.journal.change("Edit") as change:
        change.edit("person", desk.person or "", **{answer: value})


@pytest.mark.parametrize(("kind", "answer", "_name"), KINDS)
def test_none_is_said_on_the_page_and_taken_back(
    desk: Desk, kind: str, answer: str, _name: str
) -> None:
    page = open_page(desk, kind)
    assert page.none_button.isVisible()
    QTest.keyClick(page.none_button, Qt.Key.Key_Space)
    assert said(desk, answer) is True
    assert page.answer.isVisible()
    assert not page.none_button.isVisible()
    assert page.answer.back.hasFocus()
    assert unnamed(page) == []
    desk.journal.undo()
    settle()
    assert said(desk, answer) is None
    assert page.none_button.isVisible()
    put(desk, answer, value=True)
    page.answer.back.click()
    assert said(desk, answer) is None
    assert not page.answer.isVisible()


@pytest.mark.parametrize(("kind", "answer", "name"), KINDS)
def test_an_entry_that_denies_it_asks_at_once(
    desk: Desk, kind: str, answer: str, name: str
) -> None:
    put(desk, answer, value=True)
    page = open_page(desk, kind)
    page.start_new()
    desk.type(page.form.edits[name], "Lupin seed")
    assert page.flush()
    settle()
    assert page.answer.heading.text() == "Which is right?"
    assert "Lupin seed" in page.answer.text.text()
    assert said(desk, answer) is True  # nothing is decided for them
    page.close_form()
    page.answer.see.click()
    assert page.here() == page.rows()[0].id
    page.answer.back.click()
    assert said(desk, answer) is None
    assert page.answer.isHidden()


@pytest.mark.parametrize(("kind", "answer", "name"), KINDS)
def test_none_is_not_offered_beside_what_denies_it(
    desk: Desk, kind: str, answer: str, name: str
) -> None:
    desk.add(kind, **{name: "Lupin seed"})
    page = open_page(desk, kind)
    assert page.none_button.isHidden()
    assert page.answer.isHidden()


def test_what_is_past_or_ruled_out_denies_nothing(desk: Desk) -> None:
    put(desk, "no_known_allergies", value=True)
    put(desk, "takes_no_medicines", value=True)
    desk.add("allergy", substance="Lupin", certainty="ruled out")
    desk.add("allergy", substance="Strawberries", status="past")
    desk.add("medicine", name="Codeine", status="stopped", stop=day("2020-02"))
    desk.add("medicine", name="Senna", stop=day("2020-02"))
    desk.add("medicine", how_taken="a draft without a name")
    for kind in ("allergy", "medicine"):
        page = open_page(desk, kind)
        assert page.answer.isVisible()
        assert not page.answer.denied


def test_a_file_that_takes_nothing_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(desk, "allergy")
    with full_disk(monkeypatch):
        page.none_button.click()
    assert page.trouble.isVisible()
    assert said(desk, "no_known_allergies") is None


def test_the_people_page_asks_about_the_same(desk: Desk) -> None:
    put(desk, "takes_no_medicines", value=True)
    page = open_page(desk, "person")
    assert not any(box.isVisible() for box in page.asked)
    desk.add("medicine", name="Lupin tablets")
    settle()
    [asks] = [box for box in page.asked if box.isVisible()]
    assert "Lupin tablets" in asks.text.text()
    asks.back.click()
    assert said(desk, "takes_no_medicines") is None
    assert asks.isHidden()


def test_medicines_taken_now_stand_first_then_the_uncertain(desk: Desk) -> None:
    desk.add("medicine", name="Old", status="stopped")
    desk.add("medicine", name="Twice", status="taking", stop=day("2019"))
    desk.add("medicine", name="Now", status="taking", start=day("2018"))
    page = open_page(desk, "medicine")
    assert [item.title for item in page.list.items()] == ["Now", "Twice", "Old"]
    assert "marked as taken; stop date 2019" in page.list.items()[1].detail
