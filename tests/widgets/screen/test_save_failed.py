"""What could not be saved is told, and can be tried again."""

from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.screen.save_failed import Trouble
from secondop_desktop.widgets.theme import Theme


def test_it_is_hidden_until_there_is_something_to_tell(look: Theme, qtbot: QtBot) -> None:
    tried: list[bool] = []
    trouble = Trouble(lambda: tried.append(True))
    qtbot.addWidget(trouble)
    assert trouble.isHidden()
    trouble.tell("The disk is full.")
    assert trouble.isVisible()
    assert trouble.accessibleName() == "Not saved yet"
    assert trouble.text.text() == "The disk is full."
    trouble.again.click()
    assert tried == [True]
