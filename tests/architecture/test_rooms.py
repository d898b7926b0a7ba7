"""Small rooms with names that say what is in them."""

import re
from statistics import median

from tests.architecture.house import ROOT, committed, name

_SAYS_NOTHING = re.compile(r"(utils?|helpers?|common|managers?|misc)\.py")


def _lines() -> dict[str, int]:
    rooms = committed("secondop_desktop/*.py")
    return {name(room): len(room.read_text(encoding="utf-8").splitlines()) for room in rooms}


def test_rooms_stay_small() -> None:
    sizes = _lines()
    assert median(sizes.values()) <= 100
    assert {room: size for room, size in sizes.items() if size > 450} == {}


def test_no_room_has_a_name_that_says_nothing() -> None:
    rooms = committed("*.py")
    assert rooms
    assert [name(room) for room in rooms if _SAYS_NOTHING.fullmatch(room.name)] == []


def test_every_room_is_in_a_package() -> None:
    folders = {room.parent for room in committed("secondop_desktop/*.py")}
    assert [name(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_packaging_folder_does_not_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
