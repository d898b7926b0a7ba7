"""A form in a window over the page: its Done is in sight, however long the form is."""

from PySide6.QtCore import QTimer

from tests.features.desk import Desk, opened
from tests.features.page_desk import open_page
from tests.widgets.walker import cut_off, unnamed


def test_done_is_in_sight_and_ends_it(desk: Desk) -> None:
    page = open_page(desk, "case", (1000, 600))
    seen: list[bool] = []

    def look() -> None:
        dialog = opened()
        try:
            desk.qtbot.waitUntil(lambda: cut_off(dialog) == [])
            done = dialog.form.foot.done
            seen.append(done.visibleRegion().boundingRect() == done.rect())
            assert unnamed(dialog) == []
            desk.type(dialog.form.edits["question"], "Can it wait?")
            done.click()
        finally:
            dialog.reject()  # what fails in here must not leave the test waiting

    QTimer.singleShot(0, look)
    page.start_new()
    assert seen == [True]
    assert "Can it wait?" in [row.question for row in desk.journal.entries("case")]
