"""The long harness itself: its disk, its records, and that it can tell a broken promise."""

from pathlib import Path
from random import Random

import pytest

from tests.faults.harness import parts
from tests.faults.harness.disk_model import Data, Disk, Names, Step, Synced, Told
from tests.faults.harness.ledger import Ledger
from tests.faults.harness.mutations import harmed
from tests.faults.harness.tally import Tally

_OLD, _NEW = b"o" * 2048, b"n" * 2048


def _left(*steps: Step) -> set[bytes | None]:
    """Return all that the file ``a`` may hold when the power is cut after these steps."""
    disk = Disk({"a": _OLD}, ["."], list(steps))
    tries = (disk.after(len(steps), Random(number)) for number in range(300))
    return {image.files.get("a") for image in tries}


def test_what_was_not_synced_may_be_old_new_or_torn() -> None:
    found = _left(Data(-1, 0, _NEW))
    assert {_OLD, _NEW} < found
    assert all(each and len(each) == 2048 for each in found)


def test_what_was_synced_stays() -> None:
    assert _left(Data(-1, 0, _NEW), Synced(-1)) == {_NEW}


def test_a_file_renamed_before_it_was_synced_may_be_empty() -> None:
    steps: list[Step] = [Names("", "b", 1), Data(1, 0, _NEW), Names("b", "a"), Synced(folder=".")]
    assert b"" in _left(*steps)
    steps.insert(2, Synced(1))
    assert _left(*steps) == {_NEW}


def test_a_name_lasts_when_its_folder_is_synced() -> None:
    assert _left(Names("a", "")) == {_OLD, None}
    assert _left(Names("a", ""), Synced(folder=".")) == {None}


def test_what_was_told_is_known_up_to_the_cut() -> None:
    disk = Disk({}, ["."], [Told("1"), Names("", "b", 1), Told("2")])
    assert disk.told(2) == ["1"]


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    file, name = tmp_path / "results.jsonl", "kills"
    first = Ledger(file)
    tally = Tally()
    tally.add(kills=parts.PARTS[name].wanted - 1, saves=7)
    first.keep(name, tally)
    file.write_text(file.read_text("utf-8") + '{"part": "kills", "cou', "utf-8")
    again = Ledger(file)
    assert (again.next_slice(name), again.is_done(name), again.holds(name)) == (1, False, False)
    one = Tally()
    one.add(kills=1)
    again.keep(name, one)
    assert again.holds(name)
    assert f"kills {parts.PARTS[name].wanted}, saves 7" in again.told(name)


def test_one_broken_promise_fails_the_run(tmp_path: Path) -> None:
    ledger, tally = Ledger(tmp_path / "results.jsonl"), Tally()
    tally.add(kinds=130)
    with tally.judging("a journal"):
        raise AssertionError("opened")
    ledger.keep("hostile", tally)
    assert not ledger.holds("hostile")
    assert ledger.told("hostile").startswith("BROKEN")


@pytest.mark.parametrize("data", [b"", b"{}", b"a,b\n1,2\n" * 9])
def test_harmed_files_differ_and_come_again_from_one_seed(data: bytes) -> None:
    found = [harmed(data, Random(seed)) for seed in range(40)]
    assert found == [harmed(data, Random(seed)) for seed in range(40)]
    assert len(set(found)) > 1 or not data
