"""The buttons that move a card."""

import pytest

from secondop_desktop.widgets.controls.button import IconButton
from secondop_desktop.widgets.controls.move_buttons import show_moves
from secondop_desktop.widgets.theme import Theme


@pytest.mark.parametrize(
    ("stacked", "words"),
    [
        (False, ["Move left: Wait", "Move right: Wait"]),
        (True, ["Move up: Wait", "Move down: Wait"]),
    ],
)
@pytest.mark.parametrize(("at", "can"), [(0, [False, True]), (1, [True, True]), (2, [True, False])])
def test_a_card_is_offered_the_moves_there_are(
    look: Theme, stacked: bool, words: list[str], at: int, can: list[bool]
) -> None:
    both = IconButton("", "arrow-left"), IconButton("", "arrow-right")
    show_moves(*both, "Wait", at, 3, stacked=stacked)
    assert [button.accessibleName() for button in both] == words
    assert [button.isEnabled() for button in both] == can
    assert not any(button.isHidden() for button in both)


def test_a_single_card_has_none(look: Theme) -> None:
    both = IconButton("", "arrow-left"), IconButton("", "arrow-right")
    show_moves(*both, "Wait", 0, 1, stacked=False)
    assert all(button.isHidden() for button in both)
