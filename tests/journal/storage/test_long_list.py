"""Lists that lie on the disk: as lists in memory, unreadable to others, gone at the end."""

import gc
from pathlib import Path
from weakref import WeakSet

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage import spool, unfinished
from secondop_desktop.journal.storage.long_list import LongList, LongNames
from secondop_desktop.journal.storage.spool import Spool

_MANY = 1000
"""More than are written together, and not a whole number of blocks."""


class _Thing:
    alive = WeakSet["_Thing"]()

    def __init__(self, name: str) -> None:
        self.name = name
        self.alive.add(self)

    def __reduce__(self) -> tuple[type["_Thing"], tuple[str]]:
        return _Thing, (self.name,)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what holds health data for a moment."""
    place = tmp_path / "runtime"
    for which in ("runtime_folder", "roomy_folder"):
        monkeypatch.setattr(unfinished, which, lambda: place)
    return place


def test_a_long_list_is_as_any_other() -> None:
    told, many = LongList[int](Spool()), list(range(_MANY))
    told.extend(many)
    assert list(told) == many
    assert len(told) == len(many)
    assert [told[0], told[255], told[256], told[-1]] == [0, 255, 256, many[-1]]
    assert told[250:260] == many[250:260]
    with pytest.raises(IndexError):
        told[_MANY]


def test_the_memory_holds_no_more_than_a_few_blocks() -> None:
    told = LongList[_Thing](Spool())
    told.extend(_Thing(f"result {number}") for number in range(_MANY))
    assert sum(one.name.startswith("result") for one in told) == _MANY
    gc.collect()
    assert len(_Thing.alive) < _MANY * 2 // 3


def test_names_lead_to_the_newest_text_and_lists_are_apart() -> None:
    kept = Spool()
    ids, others = LongNames(kept), LongNames(kept)
    ids["fhir:Observation/1"] = "0a"
    ids["fhir:Observation/1"] = "0b"
    assert ids.get("fhir:Observation/1") == "0b"
    assert "fhir:Observation/1" not in others
    assert ids.get("fhir:Observation/2") is None


def test_nobody_can_read_what_lies_on_the_disk(folder: Path) -> None:
    told = LongList[str](kept := Spool())
    told.extend(["Haemochromatosis"] * 10_000)
    names = LongNames(kept)
    for number in range(20_000):  # more than the memory holds of the file
        names[f"{number}"] = f"Haemochromatosis {number}"
    [file] = folder.rglob("spool")
    assert file.stat().st_mode & 0o077 == 0 or file.parent.stat().st_mode & 0o077 == 0
    data = file.read_bytes()
    assert len(data) > 100_000
    assert b"Haemochromatosis" not in data
    assert not data.startswith(b"SQLite")


def test_the_file_goes_with_what_it_held(folder: Path) -> None:
    told = LongList[int](Spool())
    assert list(folder.rglob("spool"))
    del told
    gc.collect()
    assert not list(folder.iterdir())


def test_a_disk_without_room_is_a_sentence_that_names_its_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "_PRAGMAS", ("max_page_count=20",))
    names = LongNames(Spool())
    with pytest.raises(UserError, match=f"too little room .*{folder.name}, then try again"):
        for number in range(2000):
            names[f"{number}"] = "Haemochromatosis"
