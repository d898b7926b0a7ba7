"""The page of costs."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.costs.page.costs_page import CostsPage
from secondop_desktop.features.costs.page.sums import Sums
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Scheme
from tests.features.desk import Desk, settle
from tests.features.pages import opened_page
from tests.widgets.walker import cut_off, small, unnamed

TODAY = date.today()  # noqa: DTZ011 - the page says what is due by the person's own day


@pytest.fixture
def page(desk: Desk) -> Iterator[CostsPage]:
    """Five costs of hers, and one of somebody else."""
    shah = desk.add("provider", name="Dr Shah", funding="private")
    late = PartialDate.of(TODAY - timedelta(days=1))
    desk.add("cost", what="Appointment", amount=Decimal(250), state="quote", provider=shah)
    desk.add("cost", what="Scan", amount=Decimal("89.50"), state="due", due=late, provider=shah)
    desk.add("cost", what="Blood test", amount=Decimal("10.50"), state="due", due=late)
    desk.add("cost", what="Hotel", amount=Decimal(80), currency="EUR", state="paid")
    desk.add("cost", what="Train", state="paid")
    other = desk.add("person", name="Bob Evans")
    desk.add("cost", what="Not hers", amount=Decimal(999), person=other, case=None)
    with opened_page(desk, "cost", CostsPage) as shown:
        yield shown


def _titles(page: CostsPage) -> set[str]:
    return {item.title for item in page.list.items()}


def _lines(sums: Sums) -> list[tuple[str, ...]]:
    assert sums.table is not None
    return [row.cells for row in sums.table._rows.rows]


def _heads(sums: Sums) -> list[str]:
    assert sums.table is not None
    return [column.title for column in sums.table._rows.columns]


def _choose(page: CostsPage, words: str) -> None:
    box = page.funding if page.funding.findText(words) == 2 else page.state
    box.setCurrentIndex(box.findText(words))


def test_sums_of_each_state_in_each_currency(page: CostsPage) -> None:
    assert page.sums.words.text() == "Quoted £250 · To be paid £100 · Paid 80 EUR"
    assert _heads(page.sums) == ["What it adds up to", "Quoted", "To be paid", "Paid"]
    assert _lines(page.sums) == [("GBP", "£250", "£100", ""), ("EUR", "", "", "80 EUR")]
    assert page.sums.remark.text() == (
        "Each currency is added up separately. 1 cost has no amount yet."
    )


def test_rows_say_what_is_due_and_who_it_is_with(page: CostsPage) -> None:
    scan = next(item for item in page.list.items() if item.title == "Scan")
    assert scan.status is not None
    assert scan.status.word == "Overdue"
    yesterday = PartialDate.of(TODAY - timedelta(days=1)).words()
    assert scan.detail == f"£89.50 · Dr Shah · Private · should have been paid by {yesterday}"


def test_filters_leave_some_and_the_sums_follow(page: CostsPage) -> None:
    assert len(_titles(page)) == 5
    _choose(page, "To be paid")
    assert _titles(page) == {"Scan", "Blood test"}
    assert _lines(page.sums) == [("GBP", "£100")]
    _choose(page, "Private")
    assert _titles(page) == {"Scan"}
    _choose(page, "Overdue")
    assert _titles(page) == {"Scan"}
    _choose(page, "Quoted")
    assert _titles(page) == {"Appointment"}


def test_a_filter_that_leaves_nothing_says_so_and_can_be_changed(page: CostsPage) -> None:
    _choose(page, "Paid back to you")
    assert _titles(page) == set()
    assert page.nothing.isVisible()
    assert page.state.isVisible()
    assert not page.empty.isVisible()
    _choose(page, "All costs")
    assert len(_titles(page)) == 5


def test_the_sums_stay_in_sight_while_a_cost_is_read_or_written(page: CostsPage) -> None:
    page.focus_start()
    assert page.reading is not None
    assert page.sums.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    assert page.form is not None
    assert page.sums.isVisible()
    below = page.sums.mapTo(page, page.sums.rect().bottomLeft()).y()
    assert below < page.height()
    page.form.done()
    settle()
    assert page.reading is not None
    assert page.sums.isVisible()


def test_the_empty_page_leads_to_the_first_cost(desk: Desk) -> None:
    with opened_page(desk, "cost", CostsPage) as page:
        assert page.empty.isVisible()
        assert not page.filters.isVisible()
        QTest.keyClick(page.empty.button, Qt.Key.Key_Space)
        assert page.form is not None
        desk.type(page.form.edits["what"], "Appointment")
        assert page.flush()
        assert [row.what for row in desk.journal.entries("cost")] == ["Appointment"]


@pytest.mark.parametrize("percent", [100, 200])
def test_everything_has_a_name_and_room(page: CostsPage, percent: int, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.LIGHT, percent)
    page.resize(1000, 640)
    settle()
    assert page.sums.isVisible()
    assert page.sums.words.isVisible() is (percent == 200)
    assert unnamed(page) == []
    assert small(page) == []
    assert cut_off(page) == []


def test_absurd_sums_and_words_are_kept(desk: Desk) -> None:
    desk.add("cost", what="💷 " + "Ω" * 5000, amount=Decimal(10) ** 20, currency="مال")
    with opened_page(desk, "cost", CostsPage) as page:
        assert page.sums.words.text() == "Not said 100,000,000,000,000,000,000 مال"
        assert len(page.list.items()) == 1
