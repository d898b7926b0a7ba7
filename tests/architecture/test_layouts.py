"""What PySide must not be asked for."""

from tests.architecture.house import committed, name

_ITSELF_A_LAYOUT = "secondop_desktop/widgets/layout/flow_row.py"


def test_no_room_asks_a_layout_for_its_items() -> None:
    """Qt deletes an item unheard; what stands for it then names whatever is made in its place."""
    asks = [
        name(room)
        for room in committed("secondop_desktop/*.py")
        if ".itemAt" in room.read_text(encoding="utf-8")
    ]
    assert [room for room in asks if room != _ITSELF_A_LAYOUT] == []
