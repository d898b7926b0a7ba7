"""Before a PDF is saved: how far back it goes, how long it is, and what stays out."""

import re
from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from secondop_desktop.window.places import make_page
from secondop_desktop.window.session import Session


def _page(session: Session) -> Any:
    session.go("pdf")
    return session.page


def _choose(page: Any, field: Any, key: str) -> None:
    field.list.setCurrentIndex(field.list.findData(key))
    field.list.activated.emit(field.list.currentIndex())


def test_it_says_how_long_it_takes_and_what_is_left_out(session: Session) -> None:
    page = _page(session)
    said = page.before.text()
    assert said.startswith("Before you save: 5 pages, about ")
    assert re.search(r"Left out: 2 entries, \d+ chapters\.$", said)
    assert "Costs" in page.seeing.not_in.text() + page.seeing.few.text()


def test_how_far_back_it_goes_is_usual_until_somebody_chooses(session: Session) -> None:
    page = _page(session)
    assert page.choices().since is None
    assert page.since.list.currentText().startswith("As usual: since ")
    usual = page.since.list.currentText()
    _choose(page, page.since, "5")
    assert page.choices().since.year == page.choices().today.year - 5
    _choose(page, page.since, "all")
    assert page.choices().since.year == 1
    _choose(page, page.reader, "gp")
    assert page.choices().since.year == 1  # what was chosen stays
    assert page.since.list.itemText(0) != usual  # a GP is told what came since the case began


def test_a_chapter_told_to_few_is_named_until_what_is_private_may_go_in(session: Session) -> None:
    page = _page(session)
    page.tree.choose_only("cost")
    page._draw()
    assert page.seeing.few.text().startswith("Costs: only with what is private")
    page.private.setChecked(True)
    page._draw()
    assert page.seeing.few.isHidden()


def test_pages_that_were_changed_meanwhile_are_not_laid_out_to_their_end(
    session: Session, qtbot: QtBot
) -> None:
    later: list[Callable[[], None]] = []

    def run(work: Callable[[], None], *, journal: bool) -> None:
        assert journal
        later.append(work)

    page: Any = make_page("pdf", _page(session)._around._replace(run=run))
    qtbot.addWidget(page)
    page.large.setChecked(True)
    later.pop()()
    assert page._data == b""
    page._draw()
    page._draw()  # once more while it is at work: that is stopped, and begun again
    later.pop()()
    assert page._data == b""
    assert len(later) == 1
