"""People, with whoever acts for them."""

from collections.abc import Iterator

import pytest

from secondop_desktop.features.people.page import PeoplePage
from secondop_desktop.window.kind_lookup import form_of
from tests.features.desk import Desk, settle
from tests.features.rows import day
from tests.widgets.walker import cut_off, unnamed


@pytest.fixture
def page(desk: Desk) -> Iterator[PeoplePage]:
    """The page on a screen."""
    kind = desk.journal.kinds["person"]
    page = PeoplePage(desk.journal, desk.watch, kind, desk.person or "", form_of(kind))
    desk.qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    settle()
    yield page
    page.close()


def test_who_acts_stands_with_the_person(desk: Desk, page: PeoplePage) -> None:
    assert page.list.items()[0].status is None
    assert not page.note.isVisible()
    desk.full(
        "person",
        {"carer": "Ruth", "authority": "lpa", "authority_paper": "Blue folder"},
    )
    (item,) = page.list.items()
    assert item.detail == (
        "Helped by Ruth\nLasting power of attorney for health and welfare\nThe paper: Blue folder"
    )
    assert item.status is None


def test_the_helper_is_carried_over_to_another_person(desk: Desk, page: PeoplePage) -> None:
    page.start_new()
    assert page.form is not None
    assert not page.form.edits["carer"].value()
    page.close_form()
    desk.full("person", {"carer": "Ruth Penhaligon"})
    page.start_new()
    assert page.form is not None
    assert page.form.edits["carer"].value() == "Ruth Penhaligon"
    desk.type(page.form.edits["name"], "Harold Ashdown")
    added = desk.get(page.form)
    assert (added.name, added.carer) == ("Harold Ashdown", "Ruth Penhaligon")


def test_a_permission_that_has_run_out_is_said_gently(desk: Desk, page: PeoplePage) -> None:
    desk.full("person", {"carer": "Ruth", "authority_until": day("2020-05")})
    (item,) = page.list.items()
    assert item.status is not None
    assert item.status.word == "Permission has ended"
    assert page.note.isVisible()
    assert "Margaret Evans ended in May 2020" in page.note.text.text()
    settle()
    assert unnamed(page) + cut_off(page) == []
    desk.full("person", {"authority_until": None, "authority": "consent"})
    assert not page.note.isVisible()


def test_the_form_of_a_person_opens_beside_the_list(desk: Desk, page: PeoplePage) -> None:
    page.open_entry(str(desk.person))
    assert page.here() == desk.person
    assert page.flush()
