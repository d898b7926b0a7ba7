"""Who was told: a card for each doctor, one act to tell, and the answer."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow

from secondop_desktop.features.told.page.tell_page import TellPage
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window import pictures
from secondop_desktop.window.kind_lookup import form_of
from tests.features.desk import Desk
from tests.features.page_desk import full_disk, in_window
from tests.features.rows import day
from tests.widgets.walker import cut_off, small, unnamed
from tests.window.keyboard import focused, play, press, tab_to, use, write

Show = Callable[[], TellPage]


@pytest.fixture
def show(desk: Desk) -> Iterator[Show]:
    """Open the page of Margaret Evans's case."""
    windows: list[QMainWindow] = []

    def open_it() -> TellPage:
        kind = desk.journal.kinds["told"]
        given = {"case": desk.case}
        page = TellPage(
            desk.journal, desk.watch, kind, desk.person or "", form_of(kind), given=given
        )
        windows.append(in_window(desk, page))
        return page

    yield open_it
    for window in windows:
        window.close()


@pytest.fixture
def doctors(desk: Desk) -> tuple[str, str]:
    """The doctor of the first opinion, who has been told, and the GP, who has not."""
    first, gp = desk.add("provider", name="Dr Shah"), desk.add("provider", name="Dr Bell")
    desk.add("opinion", place=1, provider=first)
    desk.full("person", {"gp": gp})
    desk.add("told", provider=first, date=day("2026-03-03"), how="phone", what="I will wait")
    return first, gp


def told(desk: Desk) -> list[Any]:
    """Return all that is saved."""
    return desk.journal.entries("told", person=desk.person)


def test_each_doctor_is_told_or_not_yet(show: Show, doctors: tuple[str, str]) -> None:
    page = show()
    assert page.count.text() == "1 of 2 doctors told"
    assert [card.doctor.name for card in page.cards] == ["Dr Shah", "Dr Bell"]
    assert focused() == "I told them today: Dr Bell"


def test_one_press_notes_that_a_doctor_was_told(
    desk: Desk, show: Show, doctors: tuple[str, str]
) -> None:
    page = show()
    press("Space")
    made = told(desk)[-1]
    assert (made.provider, made.case) == (doctors[1], desk.case)
    assert made.date is not None
    assert page.count.text() == "2 of 2 doctors told"
    assert focused().startswith("Told ")
    assert desk.journal.undo_label() == "Told Dr Bell"
    desk.journal.undo()
    assert page.count.text() == "1 of 2 doctors told"
    assert QApplication.focusWidget() is not None


def test_what_is_no_value_stands_in_its_row(
    desk: Desk, show: Show, doctors: tuple[str, str]
) -> None:
    row = desk.add("told", provider=doctors[1], unread={"date": "31 June 2025"})
    said = show().cards[1].places[row].accessibleName()
    assert "When: “31 June 2025”" in said
    assert "Draft" in said


def test_the_answer_is_written_down(desk: Desk, show: Show, doctors: tuple[str, str]) -> None:
    page = show()
    play(
        desk.qtbot,
        partial(use, "Write down their answer: Dr Shah", "Shift+Tab"),
        partial(tab_to, "What they answered"),
        partial(write, "Quite right"),
        partial(press, "Escape"),
    )
    assert told(desk)[-1].answer == "Quite right"
    (row,) = [one for one in page.cards[0].places if one != doctors[0]]
    button = page.cards[0].places[row]
    assert "They answered: Quite right" in button.accessibleName()
    assert "Write down their answer" not in " ".join(
        widget.accessibleName() for widget in page.findChildren(type(page.cards[0].tell))
    )


def test_letters_to_a_doctor_lead_to_the_letter(
    desk: Desk, show: Show, doctors: tuple[str, str]
) -> None:
    letter = desk.add("letter", title="What I decided", to=doctors[1])
    page = show()
    tab_to("What I decided. not sent yet", "Shift+Tab")
    with desk.qtbot.waitSignal(page.entry_wanted) as wanted:
        press("Return")
    assert wanted.args == [letter]
    with desk.qtbot.waitSignal(page.place_wanted) as place:
        use("Write a letter: Dr Bell")
    assert place.args == [f"letter:new:decided:{doctors[1]}"]


def test_anybody_else_may_be_told(desk: Desk, show: Show, doctors: tuple[str, str]) -> None:
    nurse = desk.add("provider", name="Sister Moss")
    desk.add("told", provider=nurse, date=day("2026-04"))
    desk.add("told", what="Somebody on the phone")
    page = show()
    assert [card.doctor.name for card in page.cards][2:] == ["Sister Moss", "Somebody"]
    assert page.count.text() == "1 of 2 doctors told"
    play(
        desk.qtbot,
        partial(use, "Told someone else…", "Shift+Tab"),
        partial(tab_to, "What you told them"),
        partial(write, "All of it"),
        partial(press, "Escape"),
    )
    assert told(desk)[-1].what == "All of it"


def test_it_leads_to_a_doctor_and_to_what_they_were_told(
    desk: Desk, show: Show, doctors: tuple[str, str]
) -> None:
    page = show()
    page.open_entry(doctors[0])
    assert focused() == "Told again today: Dr Shah"
    page.open_entry(told(desk)[0].id)
    assert focused().startswith("Told 3 March 2026, by phone")
    assert page.here() == told(desk)[0].id
    page.open_entry("nobody")
    assert page.here() == told(desk)[0].id


def test_another_cases_doctors_do_not_come_in(
    desk: Desk, show: Show, doctors: tuple[str, str]
) -> None:
    other = desk.add("case", question="Another?")
    desk.add("opinion", place=1, provider=desk.add("provider", name="Dr Odd"), case=other)
    shown = [card.doctor.name for card in show().cards]
    assert shown
    assert "Dr Odd" not in shown


def test_with_nobody_known_it_says_so(desk: Desk, show: Show) -> None:
    page = show()
    assert page.cards == []
    assert focused() == "Told someone"
    assert not page.count.isVisible()


def test_a_full_disk_is_said(
    show: Show, desk: Desk, doctors: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show()
    with full_disk(monkeypatch):
        press("Space")
    assert page.trouble.isVisible()
    assert len(told(desk)) == 1
    press("Space")
    assert not page.trouble.isVisible()
    assert len(told(desk)) == 2


def test_all_is_named_and_whole_at_both_sizes(
    qapp: QApplication, desk: Desk, show: Show, doctors: tuple[str, str]
) -> None:
    desk.add("told", provider=doctors[1], what="long " * 20_000, answer="مرحبا \U0001f600\t")
    page = show()
    for percent in (100, 200):
        theme.apply(qapp, Scheme.LIGHT, percent)
        pictures.settle(qapp)
        assert unnamed(page) + small(page) + cut_off(page) == []
