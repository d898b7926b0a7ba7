"""A minute of a recording is noted beside a question of the appointment."""

from typing import Any

import pytest

from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.features.records.operations.keeping import keep
from secondop_desktop.features.records.page.minute_note import MinuteForm, VisitForm
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.source_files.test_recordings import wav
from tests.features.desk import Desk
from tests.features.page_desk import answering, open_page
from tests.widgets.walker import unnamed

_WHEN = PartialDate(2026, 11, 12)


@pytest.fixture
def visit(desk: Desk) -> str:
    """An appointment with two questions, one of them answered."""
    doctor = desk.add("provider", name="Dr Ward")
    made = desk.add("appointment", purpose="Second opinion", when=_WHEN, provider=doctor)
    desk.add("question", text="What can go wrong?", appointments=(made,), rank=1)
    waits = desk.add("question", text="Can it wait?", appointments=(made,), rank=2)
    desk.add("answer", question=waits, appointment=made, provider=doctor, text="Yes, some weeks.")
    return made


def _page(desk: Desk, **values: Any) -> Any:
    entry = keep(desk.journal, Content("clinic.wav", data=wav(2)), None, {"person": desk.person})
    with desk.journal.change("say more") as change:
        change.edit("record", entry, **values)
    return open_page(desk, "record", at=entry)


def _fill(form: MinuteForm, minute: str, words: str, question: str = "") -> None:
    form.edits["minute"].put(minute)
    form.edits["words"].put(words)
    if question:
        form.edits["question"].put(question)
    form.finish()


def _question(desk: Desk, text: str) -> str:
    found = (row.id for row in desk.journal.entries("question") if row.text == text)
    return str(next(found))


def test_it_becomes_a_line_of_the_answer_in_one_step(desk: Desk, visit: str) -> None:
    page = _page(desk, linked=(visit,))
    risks = _question(desk, "What can go wrong?")

    def note(form: MinuteForm) -> None:
        assert unnamed(form) == []
        _fill(form, "12:30", "the risks", risks)

    answering(MinuteForm, note)
    page.view.minute.click()
    (row,) = desk.journal.entries("answer", question=risks)
    assert row.text == "12:30 in the recording: the risks"
    assert (row.appointment, row.date) == (visit, PartialDate(2026, 11, 12))
    assert desk.journal.name(row.provider) == "Dr Ward"
    said = (
        "Noted beside “What can go wrong?”: 12:30 in the recording: the risks\n"
        "The recording is only 2 seconds long, so there is no such minute in it. Check it."
    )
    assert page.said.text.text() == said
    undone = desk.journal.undo()
    assert undone is not None
    assert desk.journal.entries("answer", question=risks) == []


def test_what_was_answered_stays_before_it(desk: Desk, visit: str) -> None:
    page = _page(desk, linked=(visit,))
    waits = _question(desk, "Can it wait?")
    answering(MinuteForm, lambda form: _fill(form, "1:02:05", "", waits))
    page.view.minute.click()
    (row,) = desk.journal.entries("answer", question=waits)
    assert row.text == "Yes, some weeks.\n1:02:05 in the recording"


def test_which_appointment_is_asked_once_and_the_day_suggests_it(desk: Desk, visit: str) -> None:
    desk.add("appointment", purpose="Scan", when=PartialDate(2026, 11, 20))
    page = _page(desk, date=PartialDate(2026, 11, 12))

    def agree(form: VisitForm) -> None:
        assert form.value("visit") == visit
        form.finish()

    answering(VisitForm, agree)
    answering(MinuteForm, lambda form: form.reject())
    page.view.minute.click()
    assert page.view.row.linked == (visit,)


def test_what_is_no_minute_is_said_at_the_field(desk: Desk, visit: str) -> None:
    page = _page(desk, linked=(visit,))
    said: list[str] = []

    def try_it(form: MinuteForm) -> None:
        _fill(form, "noon", "", _question(desk, "Can it wait?"))
        said.extend(problem.text for problem in form.problems())
        form.reject()

    answering(MinuteForm, try_it)
    page.view.minute.click()
    assert said == ["Write the minute as 12:30, or as 1:02:30 after the first hour"]


def test_without_appointment_or_questions_it_says_what_to_do(desk: Desk) -> None:
    page = _page(desk)
    page.view.minute.click()
    assert page.said.text.text().startswith("There is no appointment yet.")
    made = desk.add("appointment", purpose="Scan")
    with desk.journal.change("link") as change:
        change.edit("record", page.view.row.id, linked=(made,))
    page.view.minute.click()
    assert page.said.text.text().startswith("This appointment has no questions yet.")


def test_only_a_recording_has_minutes(desk: Desk) -> None:
    entry = desk.add("record", title="Letter")
    page = open_page(desk, "record", at=entry)
    assert not page.view.minute.isVisible()


def test_of_a_minute_within_the_recording_nothing_more_is_said(desk: Desk, visit: str) -> None:
    page = _page(desk, linked=(visit,))
    waits = _question(desk, "Can it wait?")
    answering(MinuteForm, lambda form: _fill(form, "0:02", "", waits))
    page.view.minute.click()
    assert page.said.text.text() == "Noted beside “Can it wait?”: 0:02 in the recording"
