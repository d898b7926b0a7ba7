"""Qt objects that borrow another's memory stay in the one room that lets them go in order."""

import re

from tests.architecture.house import committed, name

_ROOM = "secondop_desktop/widgets/background/pixels.py"
_BORROWS = re.compile(
    r"\bQ(?:Buffer|ImageReader|ImageWriter|Movie|DataStream|TextStream)\b"
    r"|\bQImage\(\s*(?:bytes|data|memoryview|pixels)|\.(?:constBits|bits|scanLine)\("
    r"|\bfromRawData\b|\bQTextFragment\b"
)


def test_only_one_room_reads_from_memory_that_qt_borrows() -> None:
    found = {
        name(room)
        for room in committed("secondop_desktop/*.py")
        if _BORROWS.search(room.read_text(encoding="utf-8"))
    }
    assert found == {_ROOM}
