"""The room of the window: how much of it is the page's, and how much of each page is in sight."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.opinions.rules.aspects import ASPECTS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.controls.button import Button
from secondop_desktop.widgets.controls.empty_state import Empty
from secondop_desktop.widgets.controls.panel import Panel
from secondop_desktop.widgets.controls.tool_row import ToolRow
from secondop_desktop.widgets.layout.scroll_column import ScrollColumn
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from secondop_desktop.window.shell import Shell
from secondop_desktop.window.sidebar import LISTED, PLACES
from tests.widgets import walker
from tests.window.conftest import Open

KEYS = [place.key for place in PLACES]
LAPTOP, USUAL, LARGE, SMALL = (1366, 768), (1280, 800), (1920, 1080), (1024, 640)
_LONG = frozenset({"timeline", "case", "task", "person", "pdf"})
"""Pages whose example is longer than the window, so that they end where the page does."""
_BLANK = 24
"""A margin under content, in device-independent pixels; more is room for nothing."""
LEAST_SHARE = 0.72
LEAST_SMALL = 0.63
"""In the smallest window, where the frame is as large as elsewhere."""
ROWS_OF_OPINIONS = [
    *((LAPTOP, 100, 6), (USUAL, 100, 6), (LARGE, 100, 9), (SMALL, 100, 4)),
    *((LAPTOP, 200, 2), (LARGE, 200, 2), (SMALL, 200, 1)),
]
TESTS_OF_RESULTS = [
    *((LAPTOP, 100, 9), (USUAL, 100, 9), (LARGE, 100, 12), (SMALL, 100, 7)),
    *((LAPTOP, 200, 4), (LARGE, 200, 7), (SMALL, 200, 3)),
]
"""Size, text in per cent, and how many are seen whole."""
TWO_LINES = "Watch it with a scan every six months, and talk again when it gets worse."


def _settle() -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    pictures.settle(app)


def _seen(part: QWidget) -> QRect:
    return part.visibleRegion().boundingRect()


def _share(session: Session) -> float:
    """Return the share of the window that is the page's."""
    shell, page = session.shell, session.page
    assert page is not None
    return page.scroller.width() * page.scroller.height() / (shell.width() * shell.height())


def _nested(page: QWidget) -> list[str]:
    """Return what scrolls inside something that scrolls."""
    scrolling = [
        area
        for area in page.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.verticalScrollBar().isVisible()
    ]
    pairs = [(outer, inner) for outer in scrolling for inner in scrolling if outer is not inner]
    return [type(inner).__name__ for outer, inner in pairs if outer.isAncestorOf(inner)]


_WHOLE = (QAbstractScrollArea, Panel)
"""What has a foot of its own, under what stands in it."""


def _lowest(inside: QWidget) -> int:
    """Return where the lowest part ends that is seen or can be scrolled to."""
    parts = [part for part in inside.findChildren(QWidget) if part.isVisible()]
    ends = [p for p in parts if not p.findChildren(QWidget) or isinstance(p, _WHOLE)]
    return max((one.mapTo(inside, QPoint(0, one.height())).y() for one in ends), default=0)


def _phantom(page: QWidget) -> list[tuple[str, int]]:
    """Return what can be scrolled further than its content reaches, and how far."""
    areas = [area for area in page.findChildren(ScrollColumn) if area.isVisible()]
    scrolls = [area for area in areas if area.verticalScrollBar().maximum() > 0]
    held = [(type(area).__name__, area.widget()) for area in scrolls]
    blank = [(name, inner.height() - _lowest(inner)) for name, inner in held if inner is not None]
    return [(name, room) for name, room in blank if room > _BLANK]


# All pages ---------------------------------------------------------------------------------------


def _in_each_size(
    session: Session, sizes: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, Page, tuple[int, int]]]:
    """Open each page once, in the sizes in turn, and yield it there and in each of the others."""
    for at, key in enumerate(KEYS):
        first = at % len(sizes)
        session.shell.resize(*sizes[first])
        session.go(key)
        for size in (*sizes[first:], *sizes[:first]):
            session.shell.resize(*size)
            _settle()
            assert session.page is not None
            assert (session.shell.width(), session.shell.height()) == size, key
            yield key, session.page, size


def test_the_page_has_most_of_the_window_and_scrolls_once(session: Session) -> None:
    for key, page, size in _in_each_size(session, (LAPTOP, USUAL, LARGE, SMALL)):
        where = f"{key} {size}"
        assert _share(session) >= (LEAST_SMALL if size == SMALL else LEAST_SHARE), where
        assert _nested(page) == [], where
        assert _phantom(page) == [], where
        if key in _LONG:
            assert page.height() - _lowest(page) <= 4, where


@pytest.mark.parametrize("size", [LAPTOP, USUAL, LARGE, (1024, 768), SMALL])
def test_with_large_text_every_page_fits_and_a_button_leads_to_the_others(
    session: Session, qapp: QApplication, look: Theme, size: tuple[int, int]
) -> None:
    session.shell.resize(*size)
    _settle()
    theme.apply(qapp, Scheme.LIGHT, 200)
    for key in KEYS if size in (SMALL, LAPTOP) else KEYS[::4]:
        session.go(key)
        _settle()
        assert (session.shell.width(), session.shell.height()) == size, key
        assert not session.shell.sidebar.isVisible()
        assert session.shell.header.screens.isVisible()
        assert session.page is not None
        assert _share(session) >= LEAST_SHARE, key
        assert not session.page.heading.isVisible()
        assert walker.cut_off(session.shell) == [], key
        assert _nested(session.page) == [], key
        assert _phantom(session.page) == [], key


def test_a_long_name_of_a_page_holds_no_window_wide(
    session: Session, qapp: QApplication, look: Theme
) -> None:
    session.shell.resize(*LARGE)
    theme.apply(qapp, Scheme.LIGHT, 200)
    for key in ("provider", "opinion"):
        session.go(key)
        session.shell.resize(*LARGE)
        _settle()
        session.shell.resize(1000, 640)
        _settle()
        assert session.shell.width() == 1000, key
        assert walker.cut_off(session.shell) == [], key


@pytest.mark.parametrize("size", [LAPTOP, USUAL, LARGE, SMALL])
def test_all_screens_are_seen_at_once(session: Session, size: tuple[int, int]) -> None:
    session.shell.resize(*size)
    _settle()
    sidebar, centre = session.shell.sidebar, session.shell.centre
    assert len(LISTED) <= 16
    for entry in (*sidebar.entries.values(), centre.make_pdf, session.shell.person):
        assert _seen(entry) == entry.rect()


def test_all_screens_are_seen_in_a_window_that_opens_small(qtbot: QtBot, sample: Path) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    shell.resize(*SMALL)
    session = Session(shell, Journal.open(sample, KINDS), at_once)
    shell.show()
    shell.resize(*SMALL)
    _settle()
    assert [e for e in shell.sidebar.entries.values() if _seen(e) != e.rect()] == []
    session.close(copy=False)
    shell.hide()


@pytest.mark.parametrize("size", [LAPTOP, SMALL])
def test_the_view_that_is_shown_is_named_in_the_row(
    session: Session, size: tuple[int, int]
) -> None:
    session.shell.resize(*size)
    for place, words in (
        ("record:gather", "To gather"),
        ("record:needed", "For the second doctor"),
    ):
        session.go(place)
        _settle()
        assert session.page is not None
        bar = session.page.bar
        pressed = [one for one in bar.views.buttons if one.isChecked() and one.isVisible()]
        named = [bar.views] if bar.views.isVisible() else pressed
        assert [one.text() for one in named] == [words]


@pytest.fixture
def begun(opened: Open, tmp_path: Path) -> Session:
    """A journal of one person, with nothing in it."""
    path = tmp_path / "begun.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        change.add("person", name="Ivy Marsh")
    return opened(path)


def test_what_an_empty_page_says_begins_at_one_height(begun: Session) -> None:
    tops: dict[int, list[str]] = {}
    for key in (one for one in KEYS if one not in {"bin", "copies"}):  # more stands above it
        begun.go(key)
        _settle()
        shown = [one for one in begun.shell.findChildren(Empty) if one.isVisible()]
        for empty in shown[:1]:
            tops.setdefault(empty.mapTo(begun.shell, QPoint()).y(), []).append(key)
    assert len(tops) == 1, tops
    assert sum(map(len, tops.values())) >= len(KINDS) - 10


def test_with_large_text_what_was_saved_is_said_whole(session: Session, qapp: QApplication) -> None:
    session.shell.resize(*SMALL)
    theme.apply(qapp, Scheme.LIGHT, 200)
    _settle()
    for part in (session.shell.saved, session.shell.copied):
        assert not part.isVisible() or part.width() >= part.sizeHint().width()
    assert session.shell.saved.isVisible()
    session.go("find")
    _settle()
    assert session.shell.header.screens.text() == "Search everything"


def test_a_page_beside_a_long_button_is_called_as_in_the_list(
    begun: Session, qapp: QApplication, look: Theme
) -> None:
    with begun.journal.change("Add") as change:
        case = change.add("case", person=begun.person, question="Should I wait?")
        change.add("opinion", person=begun.person, case=case, place=1)
    begun.shell.resize(*SMALL)
    theme.apply(qapp, Scheme.LIGHT, 200)
    begun.go("opinion")
    _settle()
    assert begun.shell.header.screens.text() == "Opinions"
    assert begun.shell.header.screens.accessibleName() == "Opinions side by side: all screens"


@pytest.mark.parametrize("key", ["passphrase", "settings"])
def test_a_page_with_much_to_read_first_opens_at_its_top(
    session: Session, qapp: QApplication, look: Theme, key: str
) -> None:
    session.shell.resize(*SMALL)
    theme.apply(qapp, Scheme.LIGHT, 200)
    session.go(key)
    _settle()
    assert session.page is not None
    assert session.page.scroller.verticalScrollBar().maximum() > 0
    assert session.page.scroller.verticalScrollBar().value() == 0
    has = QApplication.focusWidget()
    assert has is not None
    assert _seen(has) == has.rect()


# Single pages ------------------------------------------------------------------------------------


@pytest.fixture
def dense(opened: Open, tmp_path: Path) -> Session:
    """Twelve tests, and two opinions that say two lines on everything."""
    path = tmp_path / "Dense.secondop"
    with Journal.create(path, KINDS) as journal, journal.change("Add") as change:
        person = change.add("person", name="Edith Maplethorpe")
        case = change.add("case", person=person, question="Should I wait?")
        for number in range(12):
            value = Quantity(str(40 + number))
            day = PartialDate.parse("2026-11-02")
            own = {"test": f"Test {number + 1}", "value": value, "unit": "mmol/L", "date": day}
            change.add("result", person=person, case=case, **own)
        for place in (1, 2):
            opinion = change.add("opinion", person=person, case=case, place=place)
            for aspect in ASPECTS:
                said = {"aspect": aspect.word, "text": TWO_LINES}
                change.add("statement", person=person, case=case, opinion=opinion, **said)
    return opened(path)


@pytest.mark.parametrize(("size", "percent", "least"), ROWS_OF_OPINIONS)
def test_so_many_rows_of_two_lines_are_seen_of_the_opinions(
    dense: Session,
    look: Theme,
    qapp: QApplication,
    size: tuple[int, int],
    percent: int,
    least: int,
) -> None:
    dense.shell.resize(*size)
    _settle()
    theme.apply(qapp, Scheme.LIGHT, percent)
    dense.go("opinion")
    _settle()
    page: Any = dense.page
    whole = [row for row in page.grid.rows if _seen(row.name).height() == row.name.height()]
    assert len(whole) >= least


@pytest.mark.parametrize(("size", "percent", "least"), TESTS_OF_RESULTS)
def test_so_many_tests_are_seen_of_the_results(
    dense: Session,
    look: Theme,
    qapp: QApplication,
    size: tuple[int, int],
    percent: int,
    least: int,
) -> None:
    dense.shell.resize(*size)
    _settle()
    theme.apply(qapp, Scheme.LIGHT, percent)
    dense.go("result")
    _settle()
    page: Any = dense.page
    rows, inside = page.list.model(), page.list.viewport().rect()
    places = [page.list.visualRect(rows.index(row, 0)) for row in range(rows.rowCount())]
    assert sum(inside.contains(place) for place in places) >= least


@pytest.mark.parametrize(("size", "least"), [(LAPTOP, 400), (USUAL, 400), (LARGE, 600)])
def test_a_page_of_a_record_or_pdf_is_high_enough_to_read(
    session: Session, size: tuple[int, int], least: int
) -> None:
    session.shell.resize(*size)
    session.go("record")
    _settle()
    page: Any = session.page
    assert _seen(page.view.preview.shown.scroller).height() >= least
    session.go("pdf")
    _settle()
    page = session.page
    assert _seen(page.preview.shown.scroller).height() >= least


@pytest.mark.parametrize(("size", "least"), [(LAPTOP, 14), (USUAL, 14), (LARGE, 14), (SMALL, 10)])
def test_so_many_lines_of_a_letter_are_seen_while_it_is_written(
    session: Session, size: tuple[int, int], least: int
) -> None:
    session.shell.resize(*size)
    session.go("letter")
    page: Any = session.page
    page.edit(page.here())
    _settle()
    text = page.desk.form.edits["text"].text
    assert _seen(text).height() // text.fontMetrics().lineSpacing() >= least


@pytest.mark.parametrize("key", ["letter", "record", "pdf"])
@pytest.mark.parametrize(("size", "percent"), [(LAPTOP, 100), (SMALL, 100), (LAPTOP, 200)])
def test_the_tools_over_a_page_take_one_line(
    session: Session, look: Theme, qapp: QApplication, key: str, size: tuple[int, int], percent: int
) -> None:
    session.shell.resize(*size)
    theme.apply(qapp, Scheme.LIGHT, percent)
    session.go(key)
    _settle()
    assert session.page is not None
    rows = [row for row in session.page.findChildren(ToolRow) if row.isVisible()]
    assert rows or percent == 200
    for row in rows:
        seen = [part for part in row.findChildren(Button) if part.isVisible()]
        assert len({part.geometry().center().y() for part in seen}) <= 1
        assert all(row.rect().contains(part.geometry()) for part in seen if part.parent() is row)
        assert row.more.isVisible() or not any(one.isHidden() for one in row.offered())


def test_the_shortlist_opens_side_by_side(session: Session) -> None:
    session.go("provider:shortlist")
    _settle()
    page: Any = session.page
    assert page.shortlist.isVisible()
    assert page.here() == "shortlist"


def test_a_chapter_opens_when_the_press_ends(session: Session) -> None:
    session.go("pdf")
    _settle()
    page: Any = session.page
    tree = page.tree
    chapter = next(one for one in tree._tops() if tree.model().hasChildren(tree.indexFromItem(one)))
    row = tree.visualItemRect(chapter)
    arrow = QPoint(row.left() - tree.indentation() // 2, row.center().y())
    QTest.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert not chapter.isExpanded()
    QTest.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert chapter.isExpanded()


@pytest.mark.parametrize("key", ["medicine", "question", "task", "record"])
def test_done_is_in_sight_with_large_text(
    session: Session, look: Theme, qapp: QApplication, key: str
) -> None:
    session.shell.resize(*SMALL)
    theme.apply(qapp, Scheme.LIGHT, 200)
    session.go(key)
    page: Any = session.page
    page.start_new()
    _settle()
    done = [one for one in page.findChildren(Button) if one.text() == "Done" and one.isVisible()]
    assert [_seen(one) for one in done] == [one.rect() for one in done]
    assert len(done) == 1
    assert _nested(page) == []
