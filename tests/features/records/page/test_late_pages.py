"""Pages that take a while to open are reached by Tab where they are seen, not after all else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.features.records.operations.keeping import keep
from secondop_desktop.widgets.background import preview_lane
from tests.features.desk import Desk
from tests.features.page_desk import open_page, rest
from tests.stand_in_tesseract import put_on_path
from tests.widgets.preview.samples import pages_without_words, picture


class Waiting:
    """A lane in which nothing is done before it is told to."""

    def __init__(self) -> None:
        self.works: list[Callable[[], None]] = []

    def __call__(self, work: Callable[[], None], *, journal: bool) -> None:
        """Keep the work for later."""
        self.works.append(work)

    def go_on(self) -> None:
        """Do all that waits, and what follows from it."""
        while self.works:
            self.works.pop(0)()
            rest()


@pytest.fixture
def lane() -> Waiting:
    """Previews are slow from now on, as in the program."""
    waiting = Waiting()
    preview_lane.use(waiting)
    return waiting


def _stops_from(first: QWidget) -> list[QWidget]:
    """Return what Tab reaches, from this one on and round once."""
    found: list[QWidget] = [first]
    now = first.nextInFocusChain()
    while now is not None and now is not first:
        if now.focusPolicy() & Qt.FocusPolicy.TabFocus and now.isVisible() and now.isEnabled():
            found.append(now)
        now = now.nextInFocusChain()
    return found


@pytest.mark.parametrize("name", ["scan.pdf", "photo.png"])
def test_tab_goes_from_the_offer_through_the_pages_to_the_foot(
    desk: Desk,
    qapp: QApplication,
    lane: Waiting,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    put_on_path(tmp_path / "bin", monkeypatch, "ferritin 12")
    data = pages_without_words() if name == "scan.pdf" else picture("PNG", (300, 400))
    entry = keep(desk.journal, Content(name, data=data), None, {"person": desk.person})
    page = open_page(desk, "record", at=entry)
    assert lane.works
    lane.go_on()
    view = page.view
    assert view.scan.start.isVisible()
    shown = view.preview.shown
    order = [
        (view.scan.start, view.edit_button),
        (view.scan.start, shown.zoom.bigger),
        (shown.zoom.bigger, view.edit_button),
    ]
    reached = _stops_from(page.list)
    for one, following in order:
        assert reached.index(one) < reached.index(following)
    page.edit(entry)
    rest()
    lane.go_on()
    beside = page.panes.detail
    reached = _stops_from(page.form.foot.done)
    assert reached.index(beside.preview.shown.zoom.bigger) > 0
    title = _stops_from(page.form.findChildren(QWidget)[0])
    assert title.index(beside.preview.shown.zoom.bigger) < title.index(page.form.foot.done)
