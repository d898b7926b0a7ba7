"""The timeline: today and the years as lines of the list, what is to come folded, a picture."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from secondop_desktop.window.timeline.page import TimelinePage
from tests.widgets.walker import unnamed


def timeline(session: Session) -> TimelinePage:
    session.go("timeline")
    assert isinstance(session.page, TimelinePage)
    pictures.settle(QApplication.instance())  # type: ignore[arg-type]
    return session.page


def lines(page: TimelinePage) -> list[Any]:
    """Return the lines of the list that are no entries."""
    return [item.key for item in page.list.items() if not isinstance(item.key, str)]


def test_today_stands_first_and_what_is_to_come_unfolds_above_it(session: Session) -> None:
    page = timeline(session)
    assert page.list.items()[0].key == ("today",)
    folded = len(page.list.items())
    number = int(page.coming.text().split()[0])
    page.coming.click()
    assert len(page.list.items()) == folded + number
    assert page.list.items()[number].key == ("today",)


def test_each_earlier_year_has_a_line_once_and_opens_nothing(session: Session) -> None:
    page = timeline(session)
    years = [key[1] for key in lines(page) if key[0] == "year"]
    assert years == sorted(set(years), reverse=True)
    assert len(years) > 1
    page.list.choose(("year", years[0]))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert session.key == "timeline"


def test_the_picture_stands_in_place_of_the_list_and_opens_what_is_read(session: Session) -> None:
    page = timeline(session)
    page.as_picture.click()
    assert page.chart.isVisible()
    assert not page.list.isVisible()
    assert page.chart.hasFocus()
    assert unnamed(page) == []
    QTest.keyClick(page.chart, Qt.Key.Key_Down)
    mark = page.chart.current()
    assert mark is not None
    QTest.keyClick(page.chart, Qt.Key.Key_Return)
    assert session.key == session.journal.kind_of(mark.key).name
