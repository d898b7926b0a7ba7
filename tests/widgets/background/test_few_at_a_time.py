"""The first parts are made at once, the rest while the window answers, and none after its end."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.background.few_at_a_time import FewAtATime


def _making(made: list[int]) -> Iterator[int]:
    for at in range(75):
        made.append(at)
        yield at


def test_the_first_at_once_and_the_rest_in_order(qtbot: QtBot) -> None:
    made: list[int] = []
    owner = QObject()
    FewAtATime(_making(made), 30, owner)
    assert made == list(range(30))
    qtbot.waitUntil(lambda: made == list(range(75)))


def test_what_is_stopped_makes_no_more(qtbot: QtBot) -> None:
    made: list[int] = []
    owner = QObject()
    few = FewAtATime(_making(made), 5, owner)
    few.stop()
    with qtbot.waitSignal(few.destroyed):
        pass
    assert made == list(range(5))
