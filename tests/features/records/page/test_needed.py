"""For the second doctor: the list built from the journal, the user's ticks and own lines."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.records.page.hand_over import HandOver
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk
from tests.features.page_desk import FULL, answering, full_disk, open_page, rest
from tests.features.rows import day
from tests.widgets.walker import cut_off, small, unnamed


@pytest.fixture
def known(desk: Desk) -> Desk:
    """A first opinion with its letter, a scan that was asked for, and one medicine."""
    bell = desk.add("provider", name="Dr Bell")
    letter = desk.add("record", title="Letter", type="letter", date=day("2026-03-05"))
    desk.add("opinion", place=1, provider=bell, record=letter)
    desk.add("record", title="CT", type="imaging", state="asked")
    desk.add("medicine", name="Bisoprolol")
    return desk


def shown(desk: Desk, size: tuple[int, int] = (1100, 800)) -> Any:
    return open_page(desk, "record", size, at="needed")


def line(page: Any, word: str) -> Any:
    rest()
    return next(one for one in page.needed.lines if one.need.word == word)


def case(desk: Desk) -> Any:
    return desk.journal.get("case", desk.case or "")


def test_it_says_what_the_journal_has(known: Desk) -> None:
    page = shown(known)
    said = {one.need.word: [found.words for found in one.need.found] for one in page.needed.lines}
    assert said["letter"] == ["Letter, 5 March 2026 – you have it"]
    assert said["pictures"] == ["CT – asked for"]
    assert said["medicines"] == ["1 medicine written down"]
    assert said["allergies"] == []
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []
    assert page.here() == "needed"


def test_a_tick_is_the_users_own_and_can_be_undone(known: Desk) -> None:
    page = shown(known)
    assert line(page, "letter").box.isChecked() is False
    line(page, "letter").box.setFocus()
    QTest.keyClick(line(page, "letter").box, Qt.Key.Key_Space)
    assert case(known).send_ready == ("letter",)
    assert line(page, "letter").box.hasFocus()
    line(page, "question").box.click()
    assert case(known).send_ready == ("question", "letter")
    known.journal.undo()
    known.journal.undo()
    assert case(known).send_ready == ()
    assert line(page, "letter").box.isChecked() is False


def test_what_is_missing_is_wanted_in_one_act(known: Desk) -> None:
    page = shown(known)
    line(page, "scans").parts["act"].setFocus()
    QTest.keyClick(line(page, "scans").parts["act"], Qt.Key.Key_Space)
    (row,) = known.journal.entries("record", type="scan")
    assert (row.state, row.case, row.person) == ("wanted", known.case, known.person)
    found = line(page, "scans")
    assert [one.words for one in found.need.found] == ["Scan report – wanted, not asked for yet"]
    assert found.parts["found 0"].hasFocus()
    known.journal.undo()
    assert known.journal.entries("record", type="scan") == []
    assert line(page, "scans").parts["act"].isVisible()


def test_what_is_no_record_leads_to_its_screen(known: Desk) -> None:
    page = shown(known)
    with known.qtbot.waitSignal(page.place_wanted) as sent:
        line(page, "allergies").parts["act"].click()
    assert sent.args == ["allergy"]
    with known.qtbot.waitSignal(page.place_wanted) as sent:
        line(page, "medicines").parts["found 0"].click()
    assert sent.args == ["medicine"]
    with known.qtbot.waitSignal(page.entry_wanted) as sent:
        line(page, "question").parts["found 0"].click()
    assert sent.args == [known.case]


def test_a_record_of_the_list_opens_here(known: Desk) -> None:
    page = shown(known)
    line(page, "letter").parts["found 0"].click()
    rest()
    assert page.view.row.title == "Letter"
    assert page.panes.isVisible()


def test_own_lines_are_saved_when_they_are_left(known: Desk) -> None:
    page = shown(known)
    page.needed.also.add.click()
    QTest.keyClicks(page.needed.also.rows[0].line, "Old X-ray of 1998")
    line(page, "question").box.setFocus()
    assert case(known).send_also == (("Old X-ray of 1998", False),)
    page.needed.also.rows[0].box.click()
    assert page.flush()
    assert case(known).send_also == (("Old X-ray of 1998", True),)


def test_a_full_disk_keeps_the_lines_and_takes_the_tick_back(
    known: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(known)
    page.needed.also.add.click()
    QTest.keyClicks(page.needed.also.rows[0].line, "Old X-ray")
    with full_disk(monkeypatch):
        assert not page.flush()
        line(page, "letter").box.click()
        assert page.said.text.text() == FULL
        assert line(page, "letter").box.isChecked() is False
    assert page.flush()
    assert case(known).send_also == (("Old X-ray", False),)


def test_what_is_here_is_handed_over_in_one_step(known: Desk) -> None:
    page = shown(known)

    def fill(dialog: Any) -> None:
        (letter,) = known.journal.entries("record", title="Letter")
        assert dialog.edits["records"].value() == (letter.id,)
        dialog.edits["provider"].put(known.journal.entries("provider")[0].id)
        dialog.save.click()

    answering(HandOver, fill)
    page.needed.give.click()
    (told,) = known.journal.entries("told")
    assert told.case == known.case
    assert line(page, "letter").need.found[0].given.startswith("Given to Dr Bell, ")
    known.journal.undo()
    assert known.journal.entries("told") == []


def test_without_a_case_it_leads_to_the_question(desk: Desk) -> None:
    with desk.journal.change("Away") as change:
        change.put_away("case", desk.case or "")
    desk.case = None
    page = shown(desk)
    assert page.needed.empty.button.hasFocus()
    with desk.qtbot.waitSignal(page.place_wanted) as sent:
        page.needed.empty.button.click()
    assert sent.args == ["case"]
    assert page.flush()


def test_large_text_fits(known: Desk, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    page = shown(known, (1050, 700))
    assert unnamed(page) == []
    assert cut_off(page) == []


def test_another_persons_medicines_do_not_count(known: Desk) -> None:
    with known.journal.change("Add") as change:
        other = change.add("person", name="Arthur")
        change.add("medicine", person=other, name="Ramipril")
    page = shown(known)
    assert [one.words for one in line(page, "medicines").need.found] == ["1 medicine written down"]


def test_the_kind_of_case_is_asked_on_the_list_and_the_list_follows(known: Desk) -> None:
    page = shown(known)
    assert "slides" not in {one.need.word for one in page.needed.lines}
    known.answer(page.needed.sort, "Cancer, or a growth")
    assert page.needed.autosave.flush()
    rest()
    assert case(known).kind_of == "cancer"
    assert {"pathology", "slides"} <= {one.need.word for one in page.needed.lines}
    assert unnamed(page) == []
