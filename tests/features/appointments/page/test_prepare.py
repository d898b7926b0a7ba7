"""Before an appointment: the list, the order of questions, what to bring, the calendar."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from secondop_desktop.features.appointments.page.appointments import AppointmentsPage
from secondop_desktop.features.appointments.page.calendar import DAY, ReminderDialog, save
from secondop_desktop.features.appointments.page.prepare import PrepareView
from secondop_desktop.features.appointments.page.tick_list_dialog import PickDialog
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.widgets.theme.tone import Tone
from tests.features.appointments.page.conftest import ASKED, Clinic
from tests.features.desk import settle
from tests.features.page_desk import full_disk
from tests.widgets.walker import cut_off, small, unnamed
from tests.window.keyboard import focused, play, press, tab_to, use, write


def prepared(page: AppointmentsPage) -> PrepareView:
    """Return the view, which must be the one shown."""
    assert page.view is not None
    assert isinstance(page.view.shown, PrepareView)
    return page.view.shown


def shown(view: PrepareView) -> list[str]:
    """Return the questions as their rows say them."""
    return [line.button.row.title for line in view.ordered.lines]


def test_what_is_to_come_stands_first(clinic: Clinic) -> None:
    for purpose, when in (("Past", "2020-01-02"), ("Older", "2019"), ("Later", "2032")):
        clinic.desk.add("appointment", purpose=purpose, when=PartialDate.parse(when))
    clinic.desk.add("appointment", purpose="No day yet")
    page = clinic.page("appointment")
    titles = [item.title for item in page.list.items()]
    assert titles == ["Second opinion", "Later", "No day yet", "Past", "Older"]
    words = [item.status.word if item.status else "" for item in page.list.items()]
    assert words == ["To come"] * 3 + [""] * 2


def test_the_facts_are_said_in_words(clinic: Clinic) -> None:
    view = prepared(clinic.at_visit())
    assert view.when.text() == "Monday 14 July 2031, 10:30am"
    assert view.where.text() == "Dr Bell"
    with clinic.journal.change("Put off") as change:
        change.edit("appointment", clinic.visit, status="cancelled", place="Ward 5")
    assert view.where.text() == "Cancelled · Dr Bell\nWard 5"


def test_questions_move_by_button_and_by_alt_and_arrow(clinic: Clinic) -> None:
    clinic.desk.add("question", text="Elsewhere", rank=4)
    view = prepared(clinic.at_visit())
    assert shown(view) == [f"{at}. {text}" for at, text in enumerate(ASKED, 1)]
    assert focused().startswith(f"1. {ASKED[0]}")
    press("Alt+Down")
    assert clinic.order() == [ASKED[1], ASKED[0], ASKED[2], "Elsewhere"]
    assert focused().startswith(f"2. {ASKED[0]}")
    press("Alt+Down")
    press("Alt+Down")
    assert shown(view)[2] == f"3. {ASKED[0]}"
    use(f"Move up: {ASKED[0]}")
    assert focused() == f"Move up: {ASKED[0]}"
    assert clinic.order() == [ASKED[1], ASKED[0], ASKED[2], "Elsewhere"]
    press("Space")
    assert focused().startswith(f"1. {ASKED[0]}")
    clinic.journal.undo()
    assert clinic.order() == [*ASKED, "Elsewhere"]
    assert shown(view) == [f"{at}. {text}" for at, text in enumerate(ASKED, 1)]


def test_the_order_is_the_same_everywhere(clinic: Clinic) -> None:
    """What lies between two questions of an appointment keeps its place."""
    other = clinic.desk.add("question", text="Between", rank=None)
    with clinic.journal.change("Order") as change:
        for rank, entry in enumerate((clinic.questions[0], other, *clinic.questions[1:]), 1):
            change.edit("question", entry, rank=rank)
    prepared(clinic.at_visit())
    press("Alt+Down")
    assert clinic.order() == [ASKED[1], "Between", ASKED[0], ASKED[2]]


def test_a_question_is_taken_off_and_stays_on_the_list(clinic: Clinic) -> None:
    view = prepared(clinic.at_visit())
    for text in ASKED:
        tab_to(f"Remove: {text}")
        press("Space")
    assert shown(view) == []
    assert focused() == "A question of your own"
    assert len(clinic.journal.entries("question")) == 3
    clinic.journal.undo()
    assert shown(view) == [f"1. {ASKED[2]}"]


def test_own_questions_are_written_one_after_the_other(clinic: Clinic) -> None:
    view = prepared(clinic.at_visit())
    tab_to("A question of your own")
    write("Will it hurt?")
    press("Return")
    assert focused() == "A question of your own"
    write("can i  wait?")
    press("Return")
    write("Left in the line")
    assert view.flush()
    words = [title.partition(" ")[2] for title in shown(view)]
    assert words == [*ASKED, "Will it hurt?", "Left in the line"]
    row = clinic.journal.entries("question", text="Will it hurt?")[0]
    assert (row.appointments, row.rank, row.status) == ((clinic.visit,), 4, "open")


def test_many_come_from_the_bank_in_one_change(clinic: Clinic) -> None:
    known = clinic.desk.add("question", text="What else could it be?", status="answered")
    view = prepared(clinic.at_visit())
    seen: list[str] = []

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PickDialog)
        seen.extend(unnamed(dialog))
        write("else could it")
        press("Return")
        press("Space")
        for _letter in range(13):
            dialog.search.setFocus()
            press("Backspace")
        tab_to("What do I have, in plain words?")
        press("Space")
        use("Add 2 questions")

    play(clinic.qtbot, partial(use, "Choose from the question bank…"), tick, settle)
    assert seen == []
    words = [title.partition(" ")[2] for title in shown(view)]
    assert words == [*ASKED, "What do I have, in plain words?", "What else could it be?"]
    row = clinic.row("question", known)
    assert (row.appointments, row.status) == ((clinic.visit,), "open")
    assert focused() == "Choose from the question bank…"
    clinic.journal.undo()
    assert len(shown(view)) == 3


def test_what_is_here_already_cannot_be_ticked_again(clinic: Clinic) -> None:
    clinic.desk.add("question", text="what ELSE could it be?", appointments=(clinic.visit,))
    prepared(clinic.at_visit())
    states: list[tuple[bool, bool, str]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PickDialog)
        at = [offer.text for offer in dialog.offers].index("What else could it be?")
        box = dialog.boxes[at]
        states.append((box.isChecked(), box.isEnabled(), box.text()))
        write("nothing holds this")
        assert not any(box.isVisible() for box in dialog.boxes)
        assert dialog.count.text() == "0 shown · 0 ticked"
        assert not dialog.add_button.isEnabled()
        press("Escape")

    play(clinic.qtbot, partial(use, "Choose from the question bank…"), look)
    assert states == [(True, False, "What else could it be? (on your list already)")]


def test_open_questions_of_ones_own_are_meant_for_it(clinic: Clinic) -> None:
    view = prepared(clinic.at_visit())
    assert view.mine.isHidden()
    other = clinic.desk.add("question", text="And my job?", status="open")
    clinic.desk.add("question", text="Old one", status="dropped")
    assert view.mine.isVisible()

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PickDialog)
        assert [offer.text for offer in dialog.offers] == ["And my job?"]
        tab_to("And my job?")
        press("Space")
        use("Add 1 question")

    play(clinic.qtbot, partial(use, "Choose from your open questions…"), tick)
    assert clinic.row("question", other).appointments == (clinic.visit,)
    assert view.mine.isHidden()


def test_who_comes_and_what_to_bring_are_saved_as_typed(clinic: Clinic) -> None:
    view = prepared(clinic.at_visit())
    tab_to("Who comes with you")
    write("Ruth")
    use("Add a line")
    write("Letters")
    press("Return")
    write("Glasses")
    assert view.flush()
    row = clinic.row("appointment", clinic.visit)
    assert (row.who_comes, row.bring) == ("Ruth", (("Letters", False), ("Glasses", False)))


def test_a_new_one_is_asked_in_a_form_and_then_shown(clinic: Clinic) -> None:
    page = clinic.page("appointment")
    use("Add an appointment")
    write("Scan")
    for name, text in (("Day", "31"), ("Month", "2"), ("Year", "2031")):
        tab_to(name)
        write(text)
    use("Done")
    assert page.form is not None
    assert page.form.summary.isVisible()
    assert page.view is None
    (row,) = clinic.journal.entries("appointment", purpose="Scan")
    assert row.when is None
    assert row.unread["when"]
    when = page.form.edits["when"]
    when.month.setText("3")
    when.edited.emit()
    page.form.done()
    assert page.form is None
    assert page.view is not None
    assert page.view.title.text() == "Scan"
    assert prepared(page).when.text() == "Monday 31 March 2031"


def test_all_is_changed_in_its_form_in_the_pane(clinic: Clinic) -> None:
    page = clinic.at_visit()
    use("Change", "Shift+Tab")
    assert page.form is not None
    assert QApplication.activeModalWidget() is None
    tab_to("Where, or how to join")
    write("Ward 5")
    press("Escape")
    settle()
    assert prepared(page).where.text() == "Dr Bell\nWard 5"
    assert page.list.hasFocus()
    assert page.list.current_key() == clinic.visit


def test_the_form_leads_back_to_the_view_it_came_from(clinic: Clinic) -> None:
    page = clinic.at_visit()
    assert page.view is not None
    page.view.turn_to("after")
    page.edit_chosen()
    assert page.form is not None
    page.form.done()
    settle()
    assert page.view is not None
    assert page.view.view == "after"


def test_it_leads_to_the_pdf(clinic: Clinic, qtbot: QtBot) -> None:
    page = clinic.at_visit()
    with qtbot.waitSignal(page.place_wanted) as heard:
        use("Make the summary PDF")
    assert heard.args == ["pdf"]


def test_its_letters_are_opened_from_here(clinic: Clinic, qtbot: QtBot) -> None:
    letter, gone = (clinic.desk.add("record", title=title) for title in ("Letter", "Gone"))
    with clinic.journal.change("For it") as change:
        change.edit("appointment", clinic.visit, records=(letter, gone))
        change.put_away("record", gone)
    page = clinic.at_visit()
    with qtbot.waitSignal(page.entry_wanted) as heard:
        use("Letter")
    assert heard.args == [letter]
    assert len(prepared(page).records.buttons) == 1


def test_one_that_goes_away_is_left(clinic: Clinic) -> None:
    page = clinic.at_visit()
    page.go_during()
    with clinic.journal.change("Away") as change:
        change.put_away("appointment", clinic.visit)
    assert page.view is None
    assert page.at_visit is None
    assert page.empty.isVisible()
    clinic.journal.undo()
    assert [item.title for item in page.list.items()] == ["Second opinion"]


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_is_named_and_nothing_is_cut(
    clinic: Clinic, percent: int, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    clinic.desk.add("question", text="Wörd " * 20_000, appointments=(clinic.visit,))
    page = clinic.at_visit()
    settle()
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []


def test_a_failing_disk_keeps_the_line(clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
    view = prepared(clinic.at_visit())
    tab_to("A question of your own")
    write("Why?")

    with full_disk(monkeypatch):
        press("Return")
        assert view.trouble.text.text() == "The disk is full."
        assert view.own.field.value() == "Why?"
    view.trouble.again.click()
    assert view.own.field.value() is None
    assert clinic.journal.entries("question", text="Why?")


# The calendar --------------------------------------------------------------------------------


def test_one_is_saved_for_a_calendar(
    clinic: Clinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = clinic.at_visit()
    target = tmp_path / "visit"
    asked: list[str] = []

    def name(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(target), ""

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReminderDialog)
        assert dialog.field.value() == DAY
        assert unnamed(dialog) == []
        use("Choose where to save…")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    play(clinic.qtbot, partial(use, "Save to calendar (.ics)", "Shift+Tab"), agree)
    assert asked == ["Second opinion.ics"]
    found = Calendar.from_ical((tmp_path / "visit.ics").read_bytes())
    event: Any = found.walk("VEVENT")[0]
    assert event["uid"] == f"{clinic.visit}@secondop"
    (alarm,) = event.walk("VALARM")
    assert alarm["trigger"].dt == -DAY
    assert page.view is not None
    assert page.view.said.text.text() == "visit.ics was saved, with 1 appointment."


def test_a_later_file_updates_the_same_appointment_also_after_undo(
    clinic: Clinic, tmp_path: Path
) -> None:
    told: list[tuple[str, int, str]] = []

    def tell() -> None:
        rows = clinic.journal.entries("appointment")
        save(clinic.journal, rows, tmp_path / "a.ics", DAY)
        event: Any = Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")[0]
        told.append((str(event["uid"]), event["sequence"], str(event["summary"])))

    tell()
    tell()
    with clinic.journal.change("Rename") as change:
        change.edit("appointment", clinic.visit, purpose="Third opinion")
    tell()
    clinic.journal.undo()
    tell()
    assert {uid for uid, _number, _words in told} == {f"{clinic.visit}@secondop"}
    assert told[0] == told[1]
    numbers = [number for _uid, number, _words in told[1:]]
    assert numbers == sorted(set(numbers))
    assert [words for _uid, _number, words in told[2:]] == ["Third opinion", "Second opinion"]


def test_without_a_day_it_says_why_not(clinic: Clinic) -> None:
    with clinic.journal.change("Only the month") as change:
        change.edit("appointment", clinic.visit, when=PartialDate(2031, 7))
    page = clinic.at_visit()
    use("Save to calendar (.ics)", "Shift+Tab")
    assert page.view is not None
    assert page.view.said.isVisible()
    assert page.view.said.text.text().startswith("A calendar needs a date.")


def test_all_but_private_ones_are_saved(clinic: Clinic, tmp_path: Path) -> None:
    clinic.desk.add("appointment", purpose="Secret", when=clinic.day, private=True)
    clinic.desk.add("appointment", purpose="Some month", when=PartialDate(2031, 8))
    page = clinic.at_visit()
    rows = [row for row in page.rows() if not row.private]
    text, tone, _path = save(clinic.journal, rows, tmp_path / "all.ics", timedelta(0))
    assert tone is Tone.SUCCESS
    assert text == (
        "all.ics was saved, with 1 appointment. 1 appointment is left out because it has no date."
    )
    events = Calendar.from_ical((tmp_path / "all.ics").read_bytes()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Second opinion"]
    assert events[0].walk("VALARM") == []


def test_with_private_ones_only_that_is_said(clinic: Clinic) -> None:
    with clinic.journal.change("Private") as change:
        change.edit("appointment", clinic.visit, private=True)
    page = clinic.at_visit()
    use("Save all to a calendar…", "Shift+Tab")
    assert page.said.text.text().startswith("Every appointment is marked as private")
    assert page.said.text.text().endswith("1 private appointment is left out.")


def test_a_place_that_cannot_be_written_is_said(clinic: Clinic, tmp_path: Path) -> None:
    rows = clinic.journal.entries("appointment")
    text, tone, _path = save(clinic.journal, rows, tmp_path / "no folder" / "a.ics", DAY)
    assert tone is Tone.ERROR
    assert "was not saved" in text
    assert list(tmp_path.glob("*.ics")) == []
