"""The opinions side by side: read, arranged and printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.opinions.page.opinions_page import OpinionsPage
from secondop_desktop.features.opinions.rules.aspects import ASPECTS
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk, settle
from tests.features.opinions.case import (
    cell,
    focused,
    from_menu,
    key,
    opened,
    opinions,
    statements,
    write,
)
from tests.widgets.walker import cut_off, small, unnamed

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


# More opinions ------------------------------------------------------------------------------


def test_a_third_opinion_stands_beside_the_others(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    assert page.add_button.text() == "Add: Third opinion"
    third = desk.add("opinion", place=3)
    assert [head.isVisible() for head in page.grid.heads.heads] == [True] * 3
    made = cell(page, "what", 2)
    made.open("W")
    assert page.flush()
    assert statements(desk)["what", third] == "W"


def test_five_opinions_scroll_sideways_and_names_and_marks_stay(desk: Desk) -> None:
    opinions(desk, 5)
    page = opened(desk)
    bar = page.grid.board.horizontalScrollBar()
    assert bar.maximum() > 0
    cell(page, "what", 4).words.setFocus()
    settle()
    assert bar.value() > 0
    row = page.grid.rows[1]
    assert row.mark is not None
    assert row.name.x() == bar.value()
    assert bar.value() <= row.mark.x() < bar.value() + row.name.width()
    left = cell(page, "what", 4).mapTo(page.grid.board.viewport(), row.rect().topLeft()).x()
    assert left >= row.name.width()


def test_large_text_stands_one_below_the_other(desk: Desk, qapp: QApplication) -> None:
    opinions(desk)
    theme.apply(qapp, Scheme.LIGHT, 200)
    page = opened(desk)
    row = page.grid.rows[1]
    first, second = (cells[0] for cells in row.cells)
    assert second.y() > first.y() + first.height() - 1
    assert all(caption.isVisible() for caption in row.captions)
    assert page.grid.board.horizontalScrollBar().maximum() == 0


TWO_LINES = "The valve is badly narrowed, and needs replacing within some three months."


def whole_rows(page: OpinionsPage) -> int:
    """Return how many rows are seen whole without scrolling."""
    height = page.grid.board.viewport().height()
    return sum(row.y() + row.height() <= height for row in page.grid.rows)


@pytest.mark.parametrize(("size", "least"), [((1144, 664), 7), ((818, 536), 5)])
def test_several_aspects_of_two_lines_are_in_sight_at_once(
    desk: Desk, size: tuple[int, int], least: int
) -> None:
    for opinion in opinions(desk):
        for aspect in ASPECTS[1:]:
            source = {"text": TWO_LINES, "source": "letter, page 2"}
            desk.add("statement", opinion=opinion, aspect=aspect.word, **source)
    page = opened(desk, size)
    page.take_back_bar()
    page.bar.hide()
    settle()
    assert cell(page, "plan").words.height() >= 2 * theme.current().line_height()
    assert whole_rows(page) >= least


def test_names_and_dates_are_not_broken_in_the_heads(desk: Desk) -> None:
    day = PartialDate(2026, 9, 25)
    doctor = desk.add("provider", name="Dr Rupert Ashdown-Lacey")
    for place in (1, 2):
        desk.add("opinion", place=place, provider=doctor, date=day)
    page = opened(desk)
    about = page.grid.heads.heads[0].about.text()
    assert about == "Dr\u00a0Rupert\u00a0Ashdown-Lacey, 25\u00a0September\u00a02026"


def test_the_board_has_the_whole_window_by_a_key_and_escape_leaves_it(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    with desk.qtbot.waitSignal(page.whole_window_wanted) as heard:
        key(Qt.Key.Key_F11)
    assert heard.args == [True]
    assert page.leave_button.isVisible()
    key(Qt.Key.Key_Down)
    write("x")
    key(ESCAPE)
    assert page.leave_button.isVisible()
    with desk.qtbot.waitSignal(page.whole_window_wanted) as heard:
        key(ESCAPE)
    assert heard.args == [False]
    assert not page.leave_button.isVisible()


def test_an_opinion_with_nothing_in_it_opens_where_it_is_written(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    third = desk.add("opinion", place=3)
    page.open_entry(third)
    assert page.here() == ""
    assert focused() == "In a few lines, Third opinion"
    write("Wait")
    for text in ("A narrow valve", "Quite sure"):
        key(ESCAPE)
        key(Qt.Key.Key_Down)
        write(text)
    key(ESCAPE)
    assert desk.journal.get("opinion", third).overall == "Wait"
    assert statements(desk)["what", third] == "A narrow valve"
    assert statements(desk)["certainty", third] == "Quite sure"


# Reading, printing, leading on --------------------------------------------------------------


def test_a_source_leads_to_the_page_of_its_record(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    (letter,) = desk.journal.entries("record")
    link = cell(page, "what").link
    assert link is not None
    assert link.text() == "letter, page 2"
    with desk.qtbot.waitSignal(page.place_wanted) as heard:
        key(ENTER, link)
    assert heard.args == [f"record:{letter.id}#page=2"]


def test_one_opinion_is_read_as_a_page_and_back(desk: Desk) -> None:
    first, second = opinions(desk)
    page = opened(desk)
    from_menu(page.grid.heads.heads[1].more.menu(), "Read as a page")
    assert page.here() == second
    assert page.heading.text() == "Second opinion"
    reading = page.reader.shown
    assert reading is not None
    assert [text.toPlainText() for text in reading.texts] == ["Overall 2", "Said 2."]
    assert unnamed(page) == small(page) == cut_off(page) == []
    with desk.qtbot.waitSignal(page.place_wanted) as heard:
        reading.print_button.click()
    assert heard.args == [f"pdf:only=opinion&case={desk.case}&opinion={second}"]
    key(ESCAPE, reading.back)
    key(ENTER, reading.back)
    assert page.here() == ""
    assert focused() == "More for: Second opinion"
    page.open_entry(first)
    assert page.here() == first


def test_an_opinion_that_goes_while_it_is_read_leads_back(desk: Desk) -> None:
    _first, second = opinions(desk)
    page = opened(desk)
    page.read_one(second)
    with desk.journal.change("Away") as change:
        change.put_away("opinion", second)
    settle()
    assert page.here() == ""
    assert page.grid.isVisible()


def test_the_comparison_is_printed_of_this_case(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    with desk.qtbot.waitSignal(page.place_wanted) as heard:
        page.print_button.click()
    assert heard.args == [f"pdf:only=opinion&case={desk.case}"]


def test_a_statement_is_found_where_it_stands(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    page.written.setChecked(True)
    page.open_entry(desk.journal.entries("statement")[1].id)
    assert focused() == "What they think it is, Second opinion, Dr Shah 2"


# Whose it is --------------------------------------------------------------------------------


def test_nothing_of_another_person_or_case_is_shown(desk: Desk) -> None:
    opinions(desk)
    with desk.journal.change("Others") as change:
        other = change.add("person", name="Owen Evans")
        case = change.add("case", person=desk.person, question="The knee?")
        for place, (person, where) in enumerate(((other, None), (desk.person, case)), 1):
            made = change.add("opinion", person=person, case=where, place=place, overall="Foreign")
            own = {"person": person, "case": where}
            change.add("statement", **own, opinion=made, aspect="what", text="Foreign words")
            change.add("mark", **own, aspect="what", mark="different", note="Foreign note")
    page = opened(desk)
    assert len(page.grid.heads.heads) == 2
    said = [one.words.said() for row in page.grid.rows for one in row.every()]
    assert any(said)
    assert not any("Foreign" in text for text in said)
    assert all(row.mark is None or row.mark.note.words.said() == "" for row in page.grid.rows)
    knee = opened(desk, case=case)
    assert len(knee.grid.heads.heads) == 1
    assert cell(knee, "what").words.said() == "Foreign words"


def test_an_empty_case_offers_the_first_opinion(desk: Desk) -> None:
    page = opened(desk)
    assert focused() == "" or page.empty.button.hasFocus()
    assert page.empty.isVisible()
    assert not page.grid.isVisible()


# Names and absurd texts ---------------------------------------------------------------------


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_while_one_writes(
    desk: Desk, qapp: QApplication, percent: int
) -> None:
    opinions(desk)
    theme.apply(qapp, Scheme.LIGHT, percent)
    page = opened(desk)
    cell(page, "what").open()
    settle()
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []


ABSURD = {
    "long": "word " * 20_000,
    "one word": "x" * 100_000,
    "lines": "a\n" * 5_000,
    "emoji": "👩‍⚕️ yes 🙂 " * 50,
    "welsh": "Ŵyth gŵr, tŷ â chŵyn. " * 30,
    "arabic": "هذا نص عربي عن صمام القلب. " * 60,
    "tabs": "a\tb\tc\n1\t2\t3",
}


@pytest.mark.parametrize("kind", ABSURD)
def test_absurd_texts_are_kept_shown_and_folded(desk: Desk, kind: str) -> None:
    first, _second = opinions(desk)
    page = opened(desk)
    made = cell(page, "certainty")
    editor = made.open()
    QApplication.clipboard().setText(ABSURD[kind])
    QTest.keySequence(editor.text.focus_widget(), QKeySequence(QKeySequence.StandardKey.Paste))
    settle()
    key(ESCAPE)
    assert statements(desk)["certainty", first] == ABSURD[kind].strip()
    folded = made.height()
    assert folded < 400
    if made.all is not None and made.all.isVisible():
        made.all.click()
        settle()
        assert made.height() > folded
        made.all.click()
        settle()
        assert made.height() == folded
    page.read_one(first)
    settle()
    assert page.reader.shown is not None
    assert page.reader.shown.texts[-1].toPlainText() == ABSURD[kind].strip()


def test_the_page_forgets_nothing_when_it_is_opened_again(desk: Desk) -> None:
    opinions(desk)
    page = opened(desk)
    cell(page, "certainty").open("Sure")
    assert page.flush()
    again: OpinionsPage = opened(desk)
    assert cell(again, "certainty").words.said() == "Sure"


def test_very_long_names_do_not_push_the_first_head_out_of_sight(
    desk: Desk, qapp: QApplication
) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    for entry in opinions(desk):
        doctor = desk.journal.get("opinion", entry).provider
        with desk.journal.change("Rename") as change:
            name = "Consultant at the " + "Regional Centre for Diseases of the Heart and " * 4
            change.edit("provider", doctor, name=f"{name} Lungs")
    page = opened(desk, (1000, 480))
    page.arrive()
    settle()
    assert page.scroller.verticalScrollBar().maximum() > 0
    assert page.scroller.verticalScrollBar().value() == 0
    assert focused() == "More for: First opinion"
