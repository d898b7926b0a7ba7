"""What PySide must not be asked for."""

import re
from typing import Final

from tests.architecture.house import committed, name

_ITEMS: Final = re.compile(r"\.(itemAt|takeAt|itemAtPosition)\b")
_FILLED_ELSEWHERE: Final = re.compile(r"\.(addLayout|insertLayout)\((\d+, )?\w[\w.]*\(")
"""What a call returns is put into a layout: whoever made it may have filled it."""


def _rooms_with(pattern: re.Pattern[str]) -> list[str]:
    rooms = committed("secondop_desktop/*.py")
    return [name(room) for room in rooms if pattern.search(room.read_text(encoding="utf-8"))]


def test_no_room_asks_a_layout_for_its_items() -> None:
    """Qt deletes an item unheard; what stands for it then names whatever is made in its place."""
    assert _rooms_with(_ITEMS) == []


def test_a_layout_is_put_in_place_before_it_is_filled() -> None:
    """The tests' own watch sees each that is filled already; this sees what no test comes to."""
    assert _rooms_with(_FILLED_ELSEWHERE) == []
