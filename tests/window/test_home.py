"""Home: what comes next, the steps with what is known, and how a question ended."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.labels import Label
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.lists.button_rows import RowButton
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window import pictures
from secondop_desktop.window.home import HomePage
from secondop_desktop.window.session import Session
from tests.features.rows import day
from tests.widgets.walker import cut_off, small, unnamed
from tests.window.conftest import Open
from tests.window.keyboard import play, press, tab_to, use, write

TODAY = date.today()  # noqa: DTZ011 - the person's own day


@pytest.fixture
def own(opened: Open, tmp_path: Path) -> Session:
    """A journal with one person and nothing else, in a window."""
    path = tmp_path / "Own.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        change.add("person", name="Edith Maplethorpe")
    return opened(path)


def add(session: Session, kind: str, **values: Any) -> str:
    """Write an entry of the person shown."""
    with session.journal.change("Add") as change:
        return change.add(kind, person=session.person, **values)


def home(session: Session) -> HomePage:
    """Open Home."""
    session.go("home")
    assert isinstance(session.page, HomePage)
    return session.page


def rows(page: HomePage) -> dict[str, RowButton]:
    """Return the rows of the page by their titles."""
    return {row.row.title: row for row in page.findChildren(RowButton) if row.isVisible()}


def notices(page: HomePage) -> dict[str, str]:
    """Return the notices: title and text."""
    found = page.findChildren(Notice)
    return {one.heading.text(): one.text.text() for one in found if one.isVisible()}


def buttons(page: HomePage) -> list[str]:
    """Return the words of the buttons."""
    return [button.text() for button in page.findChildren(Button) if button.isVisible()]


def texts(page: HomePage) -> list[str]:
    """Return the texts that are shown."""
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_an_empty_journal_offers_to_begin_with_the_question(own: Session, qtbot: QtBot) -> None:
    assert notices(home(own)) == {}

    def begin() -> None:
        tab_to("Start with the question")
        press("Space")

    play(
        qtbot,
        begin,
        lambda: tab_to("Your question, in one sentence"),
        lambda: write("Operate?"),
        lambda: press("Escape"),
    )
    assert own.key == "case"
    assert [row.question for row in own.journal.entries("case")] == ["Operate?"]


def test_the_next_step_comes_first_and_leads_there(own: Session) -> None:
    add(own, "case", question="Operate?", steps={"1": "completed"})
    page = home(own)
    assert notices(page) == {"Next": "Step 2: Choose who to see"}
    use("Open this step")
    assert own.page is not None
    assert (own.key, own.page.here()) == ("case", "2")


def test_a_question_that_has_only_a_short_name_is_called_by_it(own: Session) -> None:
    add(own, "case", title="My left knee")
    shown = texts(home(own))
    assert "My left knee" in shown
    assert "“”" not in shown


def test_an_appointment_to_come_goes_before_the_steps(own: Session) -> None:
    add(own, "case", question="Operate?")
    soon = PartialDate.of(TODAY + timedelta(days=9))
    add(own, "appointment", purpose="Scan", when=soon)
    page = home(own)
    assert notices(page)["Next"] == f"Get ready for Scan, {soon.words(weekday=True)}"
    coming = next(row.row for row in page.findChildren(RowButton) if row.row.title == "Scan")
    assert coming.detail == soon.words()


def test_when_all_steps_are_done_it_offers_the_end(own: Session) -> None:
    steps = dict.fromkeys("1234567", "completed")
    add(own, "case", question="Operate?", steps=steps)
    assert "All your steps are done" in notices(home(own))["Next"]
    use("See the last step")
    assert own.page is not None
    assert own.page.here() == "7"


def test_each_step_says_what_is_known_and_what_is_late_first(own: Session) -> None:
    add(own, "case", question="Operate?", chase=day("2020"), safe_to_wait="yes")
    add(own, "letter", type="referral", title="Please refer me")
    steps = rows(home(own))
    known = steps["1  Talk to the first doctor, or your GP"].row
    assert known.detail.splitlines()[1:] == ["You were told it is safe to wait"]
    assert known.status is not None
    assert known.status.word == "Not started yet"
    assert steps["3  Ask for a referral"].row.detail == "Time to ask how the referral is getting on"
    assert steps["2  Choose who to see"].row.detail == ""


def test_finished_steps_are_folded_and_the_one_in_progress_comes_first(own: Session) -> None:
    done = {"1": "completed", "2": "not needed", "4": "in progress", "3": "in progress"}
    add(own, "case", question="Operate?", steps=done)
    titles = [title for title in rows(home(own)) if title[:1].isdigit()]
    assert [title[:2] for title in titles] == ["3 ", "4 ", "5 ", "6 ", "7 ", "2 "]
    assert titles[-1] == "2 steps finished"


def test_what_is_folded_is_shown_under_the_row_that_was_pressed(
    own: Session, qapp: QApplication
) -> None:
    add(own, "case", question="Operate?", steps={"1": "completed"})
    page = home(own)
    pictures.settle(qapp)
    tab_to("1 step finished. Show")
    row = rows(page)["1 step finished"]
    before = row.mapTo(page, row.rect().topLeft())
    press("Space")
    pictures.settle(qapp)
    shown = rows(page)
    assert shown["1  Talk to the first doctor, or your GP"].row.trailing == "Completed"
    fold = shown["1 step finished"]
    assert fold.mapTo(page, fold.rect().topLeft()) == before
    fold.click()
    assert "1  Talk to the first doctor, or your GP" not in rows(page)


def _opinion(session: Session, case: str, place: int, said: str) -> None:
    opinion = add(session, "opinion", case=case, place=place)
    add(session, "statement", case=case, opinion=opinion, aspect="plan", text=said)


def _offer(page: HomePage) -> list[str]:
    return [text for text in texts(page) if "completed?" in text]


def test_both_opinions_written_offer_to_mark_the_steps_and_one_undo_takes_it_back(
    own: Session,
) -> None:
    case = add(own, "case", question="Operate?", steps={"2": "not needed"})
    _opinion(own, case, 1, "Operate")
    assert _offer(home(own)) == []
    _opinion(own, case, 2, "Wait")
    page = home(own)
    assert _offer(page) == ["You have written both opinions. Mark steps 1, 3, 4 and 5 completed?"]
    assert own.journal.get("case", case).steps == {"2": "not needed"}
    use("Mark as completed")
    kept = own.journal.get("case", case).steps
    assert kept == {"2": "not needed", **dict.fromkeys("1345", "completed")}
    assert notices(page)["Next"].startswith("Step 6")
    own.undo()
    assert own.journal.get("case", case).steps == {"2": "not needed"}


def test_an_offer_that_was_declined_comes_back_only_when_more_is_written(own: Session) -> None:
    case = add(own, "case", question="Operate?", safe_to_wait="no")
    page = home(own)
    assert _offer(page) == [
        "You have written down what you were told about waiting. Mark step 1 completed?"
    ]
    use("Not yet")
    assert _offer(page) == []
    assert _offer(home(own)) == []
    with own.journal.change("Edit") as change:
        change.edit("case", case, referral_accepted=day("2026-03"))
    assert isinstance(own.page, HomePage)
    assert _offer(own.page) == [
        "You have written down that the referral was accepted. Mark steps 1 to 3 completed?"
    ]


@pytest.mark.parametrize("size", [(1366, 768), (1280, 800)])
def test_home_fills_the_window_and_shows_the_step_in_progress(
    session: Session, qapp: QApplication, size: tuple[int, int]
) -> None:
    session.shell.resize(*size)
    page = home(session)
    pictures.settle(qapp)
    current = next(row for title, row in rows(page).items() if title.startswith("6 "))
    assert current.visibleRegion().boundingRect().height() == current.height()
    right = max(row.mapTo(page, row.rect().topRight()).x() for row in rows(page).values())
    assert page.width() - right <= 48


def test_my_question_opens_again_at_the_step_that_was_left(own: Session) -> None:
    add(own, "case", question="Operate?")
    own.go("case:4")
    own.go("home")
    own.go("case")
    assert own.page is not None
    assert own.page.here() == "4"


def test_a_third_round_shows_seven_steps_and_sums_up_the_one_before(own: Session) -> None:
    steps = {"2": "completed", "3": "not needed", "2.2": "completed"}
    add(own, "case", question="Operate?", round=2, steps=steps)
    add(own, "opinion", place=2, date=day("2026-02"))
    page = home(own)
    before = rows(page)["Before: for a second opinion"]
    assert before.row.detail == "2 of 5 steps done · Second opinion, February 2026"
    assert len([title for title in rows(page) if title[:1] in set("1234567")]) == 7
    before.click()
    assert own.page is not None
    assert own.page.here() == "2"


def test_a_closed_question_says_how_it_ended_and_when_to_look_again(own: Session) -> None:
    ended = {"closed": day("2026-05-03"), "outcome": "We wait.", "review": day("2031-05")}
    case = add(own, "case", question="Operate?", **ended)
    said = notices(home(own))
    assert said["This question is closed"] == (
        "Finished 3 May 2026.\nWe wait.\nLook again: May 2031."
    )
    assert "Next" not in said
    with own.journal.change("Edit") as change:
        change.edit("case", case, review=day("2020"))
    assert isinstance(own.page, HomePage)
    assert "The day to look at it again was 2020." in notices(own.page)["This question is closed"]
    use("See how it ended")
    assert own.page.here() == "7"


def test_another_question_is_asked_from_home(own: Session, qtbot: QtBot) -> None:
    add(own, "case", question="Operate?", closed=day("2026"))
    home(own)

    def begin() -> None:
        tab_to("Ask another question")
        press("Space")

    play(
        qtbot,
        begin,
        lambda: tab_to("Your question, in one sentence"),
        lambda: write("Which tablets?"),
        lambda: press("Escape"),
    )
    assert [row.question for row in own.journal.entries("case")] == ["Operate?", "Which tablets?"]
    page = home(own)
    assert notices(page)["Next"].startswith("Step 1")
    assert "1 other question" in buttons(page)


def test_the_case_that_was_turned_to_is_shown_everywhere(own: Session) -> None:
    first = add(own, "case", question="Operate?")
    add(own, "case", question="Which tablets?")
    own.go("case")
    assert own.page is not None
    own.page.open_entry(first)
    home(own)
    assert own.case() == first
    own.go("opinion")
    assert own.case() == first


def test_a_case_that_is_undone_gives_way_to_those_that_are_left(own: Session) -> None:
    add(own, "case", question="Is it the knee?")
    with own.journal.change("Add the question") as change:
        change.add("case", person=own.person, question="Is it the hip?")
    page = home(own)
    assert "“Is it the hip?”" in texts(page)
    own.undo()
    assert own.page is page
    assert "“Is it the knee?”" in texts(page)
    own.undo()
    assert not {"“Is it the knee?”", "“Is it the hip?”"} & set(texts(page))
    own.redo()
    assert own.journal.entries("case")[0].question == "Is it the knee?"


def test_a_permission_that_runs_out_is_noted_with_the_way_there(own: Session) -> None:
    until = PartialDate.of(TODAY + timedelta(days=3))
    with own.journal.change("Edit") as change:
        change.edit("person", own.person, carer="Ruth", authority="lpa", authority_until=until)
    assert "ends in 3 days" in notices(home(own))["Permission to act"]
    use("See the permission")
    assert own.page is not None
    assert (own.key, own.page.here()) == ("person", own.person)


def test_what_is_due_and_asked_leads_to_its_entry(own: Session) -> None:
    for number in range(6):
        add(own, "task", text=f"Task {number}", due=day(f"2020-01-0{number + 1}"))
    question = add(own, "question", text="How long?")
    page = home(own)
    assert "2 more to do" in buttons(page)
    status = rows(page)["Task 0"].row.status
    assert status is not None
    assert status.word == "Overdue"
    rows(page)["How long?"].click()
    assert own.page is not None
    assert (own.key, own.page.here()) == ("question", question)


def test_the_last_safe_copy_is_told(own: Session) -> None:
    page = home(own)
    assert "There is no safe copy yet." in texts(page)
    tab_to("Safe copies")
    own.journal.backup()
    page.refresh()
    assert f"The last one is from {PartialDate.of(TODAY).words()}." in texts(page)
    press("Space")
    assert own.key == "copies"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_full_home_is_named_and_whole(own: Session, qapp: QApplication, percent: int) -> None:
    long = "A very long question that goes on and on, " * 40
    add(own, "case", question=long, round=3, closed=day("2026"), outcome=long)
    add(own, "question", text=long)
    add(own, "task", text=long)
    theme.apply(qapp, Scheme.LIGHT, percent)
    own.shell.resize(1366, 768)
    page = home(own)
    pictures.settle(qapp)
    assert unnamed(page) + small(page) + cut_off(page) == []


def test_what_changed_last_bears_its_day(own: Session) -> None:
    for year in (2021, 2023):
        add(own, "vaccination", name="Shingles", date=PartialDate(year, 10, 4))
    page = home(own)
    details = [row.row.detail for row in page.findChildren(RowButton) if row.isVisible()]
    assert "Vaccination · 4 October 2021" in details
    assert "Vaccination · 4 October 2023" in details
