"""A carer reads of Harold by name: no page speaks to them of "your" health, body or question."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _
from secondop_desktop.lang.by_name import BY_NAME, WHO
from secondop_desktop.paths import resource
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.lists.rich_list import RowList
from secondop_desktop.window.help.pages import page_at
from secondop_desktop.window.session import Session
from tests.window.conftest import Open

_THEIRS = (
    r"question|decision|choice|own words|doctors?|GP|records|shortlist|medicines|allergies|"
    r"diagnosis|symptoms|mind|seven steps|care"
)
SPOKEN_TO = re.compile(
    rf"\b(my|your)( own| open)? ({_THEIRS})\b"
    r"|\byou (feel|take|react|decide|decided|would like a second)\b"
    r"|\bI (have it|take|no longer|am|had it|must not|feel|know what)\b",
    re.IGNORECASE,
)
PLACES = (
    "home",
    "case",
    *(f"case:{number}" for number in range(1, 8)),
    "diagnosis",
    "symptom",
    "medicine",
    "allergy",
    "treatment",
    "vaccination",
    "relative",
    "record:needed",
    "appointment",
    "question",
    "opinion",
    "option",
    "decision",
    "provider:shortlist",
    "record",
    "result",
    "task",
    "cost",
)


@pytest.fixture
def two(opened: Open, tmp_path: Path) -> Session:
    """Pat keeps a journal of her own, and Harold's and Winifred's beside it."""
    path = tmp_path / "Three.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        change.add("person", name="Pat Maplethorpe")
        harold = change.add("person", name="Harold Ashdown", carer="Pat Maplethorpe")
        change.add("person", name="Mrs Winifred Saltmarsh", known_as="Freda", carer="Pat")
        change.add("case", person=harold, question="Operate?", reasons=("peace of mind",))
        change.add("medicine", person=harold, name="Drops", status="active")
        change.add("allergy", person=harold, substance="Nuts", status="active")
    return opened(path)


def person(session: Session, name: str) -> str:
    """Return the id of a person."""
    return str(next(row.id for row in session.journal.entries("person") if row.name == name))


def said(within: QWidget) -> Iterator[str]:
    """Yield every text that is shown, as far as the program wrote it."""
    for label in within.findChildren(QLabel):
        if label.isVisible():
            yield label.text()
    for button in within.findChildren(QAbstractButton):
        if button.isVisible():
            yield button.row.spoken() if isinstance(button, RowButton) else button.text()
    for rows in within.findChildren(RowList):
        yield from (f"{item.title} {item.detail}" for item in rows.items() if rows.isVisible())


def test_no_page_speaks_to_the_carer_of_harolds_health(two: Session) -> None:
    two.turn_to(person(two, "Harold Ashdown"))
    for place in PLACES:
        two.go(place)
        texts = list(said(two.shell))
        assert "Harold's question" in texts, place
        assert [text for text in texts if SPOKEN_TO.search(text)] == [], place


def test_switching_to_oneself_and_back_changes_the_words_with_the_person(two: Session) -> None:
    seen = []
    for name in ("Harold Ashdown", "Pat Maplethorpe", "Mrs Winifred Saltmarsh"):
        two.turn_to(person(two, name))
        two.go("case")
        assert two.page is not None
        entry = two.shell.centre.sidebar.entries["case"]
        assert entry.text() == two.page.heading.text() == entry.accessibleName()
        seen.append(entry.text())
    assert seen == ["Harold's question", "My question", "Freda's question"]


def test_a_helper_who_is_written_down_changes_the_words_at_once(two: Session) -> None:
    with two.journal.change("Edit") as change:
        change.edit("person", two.person, carer="Harold")
    assert two.shell.centre.sidebar.entries["case"].text() == "Pat's question"
    two.undo()
    assert two.shell.centre.sidebar.entries["case"].text() == "My question"


def test_every_reworded_text_is_still_written_somewhere() -> None:
    template = resource("locale").joinpath("secondop.pot").read_text("utf-8")
    known = {
        "".join(re.findall(r'"(.*)"', one))
        for one in re.findall(r'^msgid ((?:".*"\n)+)', template, re.MULTILINE)
    }
    assert [text for text in BY_NAME if text not in known] == []
    assert [text for text in BY_NAME.values() if WHO in text and text not in known] == []


def test_the_help_says_whose_health_it_speaks_of(two: Session) -> None:
    two.turn_to(person(two, "Harold Ashdown"))
    assert page_at("case").body.startswith("*You are helping Harold. ")
    assert not page_at("copies").body.startswith("*")
    two.turn_to(person(two, "Pat Maplethorpe"))
    assert not page_at("case").body.startswith("*")


def test_braces_in_a_name_do_no_harm(two: Session) -> None:
    with two.journal.change("Edit") as change:
        change.edit("person", two.person, known_as="{number}", carer="Pat")
    assert _("Your question").format(number=3) == "(number)'s question"


def test_home_lists_what_is_to_do_for_the_others_and_leads_to_them(two: Session) -> None:
    harold = person(two, "Harold Ashdown")
    with two.journal.change("Add") as change:
        task = change.add("task", person=harold, text="Ring the surgery")
        change.add("task", person=two.person, text="Buy stamps")
    two.go("home")
    assert two.page is not None
    found = [row for row in two.page.findChildren(RowButton) if row.isVisible()]
    whose = {row.row.detail: row for row in found if row.row.title == "Ring the surgery"}
    assert list(whose) == ["Harold Ashdown"]
    assert [row.row.detail for row in found if row.row.title == "Buy stamps"] == ["", "Task"]
    whose["Harold Ashdown"].click()
    assert (two.person, two.key) == (harold, "task")
    assert two.page.here() in ("", task)
