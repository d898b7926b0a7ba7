"""Safe copies: whole, verified, named by their time, due in time, and thinned with age."""

import os
import sys
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.backup import Copy
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.journal.written import contents, edit

_NOW = datetime(2026, 7, 3, 14, 41, tzinfo=UTC)


def test_a_copy_made_while_open_is_the_journal_itself(journal: Journal, person: str) -> None:
    with journal.change("Attach") as change:
        stored = journal.attach(change, BytesIO(b"x" * 600_000), "scan")
        change.add("record", person=person, title="Scan", file=stored.hash)
    edit(journal, "person", person, name="Other")
    copy = journal.backup()
    edit(journal, "person", person, name="Later")
    journal.undo()
    with Journal.open(copy, KINDS) as other:
        assert contents(other) == contents(journal)
        assert other.file(stored.hash) == b"x" * 600_000
        assert check(other) == []
        other.undo()
        assert other.get("person", person).name == "Margaret Evans"


def test_copies_are_named_by_their_time_and_listed_newest_first(
    journal: Journal, path: Path
) -> None:
    before = datetime.now().astimezone().replace(microsecond=0)
    made = [journal.backup() for _each in range(3)]
    found = backup.copies(path)
    assert [copy.path for copy in found] == made[::-1]
    for copy in found:
        assert copy.path.name.startswith("Margaret 20")
        assert before <= copy.made <= datetime.now().astimezone()
        assert copy.size == copy.path.stat().st_size
    assert sorted(backup.folder_of(path).iterdir()) == sorted(made)


def test_copies_go_where_the_user_wants_them(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    copy = journal.backup(tmp_path / "stick" / "copies")
    assert copy.parent == tmp_path / "stick" / "copies"
    assert [one.path for one in backup.copies(journal.path, copy.parent)] == [copy]
    assert backup.copies(journal.path) == []


def test_only_the_copies_of_this_journal_are_listed(tmp_path: Path) -> None:
    names = (
        *("Margaret 2026-07-03 14.41.00.secondop", "Margaret 2026-07-03 14.41.00 2.secondop"),
        *("Margaret old 2026-07-03 14.41.00.secondop", "Margaret 2026-13-03 14.41.00.secondop"),
        *("Margaret.secondop", "Margaret 2026-07-03 14.41.00.txt", "margaret [x].secondop"),
    )
    for name in names:
        (tmp_path / name).touch()
    found = backup.copies(tmp_path / "Margaret.secondop", tmp_path)
    assert [copy.path.name for copy in found] == [names[1], names[0]]
    strange = tmp_path / "50% [a-z].* (x).secondop"
    (tmp_path / "50% [a-z].* (x) 2026-07-03 14.41.00.secondop").touch()
    assert len(backup.copies(strange, tmp_path)) == 1


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
@pytest.mark.parametrize("name", [b"J\xff?#%41", b"a 'b\"; --", b"file:x"])
def test_a_copy_of_a_journal_with_any_name(journal: Journal, tmp_path: Path, name: bytes) -> None:
    named = Path(os.fsdecode(bytes(tmp_path) + b"/" + name + b".secondop"))
    journal.close()
    journal.path.rename(named)
    with Journal.open(named, KINDS) as opened:
        copy = opened.backup()
        assert copy in [one.path for one in backup.copies(named)]
        assert copy.parent == named.with_name(f"{named.stem} safe copies")
    with Journal.look(copy, KINDS) as looked:
        assert check(looked) == []


@pytest.mark.parametrize("length", [206, 240, 247])
def test_a_journal_with_a_long_name_has_copies(
    journal: Journal, tmp_path: Path, length: int
) -> None:
    journal.close()
    named = tmp_path / f"{'é' * ((length - 9) // 2)}{'x' * ((length - 9) % 2)}.secondop"
    journal.path.rename(named)
    other = named.with_name(f"é{named.name[2:]}")
    Journal.create(other, KINDS).close()
    for path in (named, other):
        with Journal.open(path, KINDS) as opened:
            made = [opened.backup(), opened.backup()]
        assert [copy.path for copy in backup.copies(path)] == made[::-1]
        assert backup.restore(made[0], path) is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_what_is_named_like_a_copy_and_is_no_file(journal: Journal, path: Path) -> None:
    copy = journal.backup()
    others = [copy.with_name(f"Margaret 2031-01-0{day} 10.00.00.secondop") for day in range(1, 6)]
    os.mkfifo(others[0])
    others[1].mkdir()
    for link, target in zip(others[2:], (Path("/dev/zero"), others[2], others[4]), strict=True):
        link.symlink_to(target)
    assert [one.path for one in backup.copies(path)] == [copy]
    assert not backup.due(path, datetime.now().astimezone())
    assert journal.backup().parent == copy.parent
    for other in (others[0], others[1], others[4]):
        with pytest.raises(UserError):
            backup.restore(other, path.with_name("new.secondop"))


def test_where_no_copy_can_be_made_nothing_is_left(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserError, match=r"No safe copy could be made in .*file: "):
        journal.backup(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_copy_that_is_not_whole_gets_no_name(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(_engine: object, fresh: Path) -> None:
        fresh.write_bytes(path.read_bytes()[:-5000])

    monkeypatch.setattr(backup, "_vacuum", cut)
    with pytest.raises(UserError, match="is cut short"):
        journal.backup()
    assert list(backup.folder_of(path).iterdir()) == []


def test_a_folder_on_a_disk_that_is_not_there_is_not_made_anew(
    journal: Journal, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="it is not there"):
        journal.backup(tmp_path / "stick" / "copies")
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize("harm", [b"", b"SQLite format 3\0", None])
def test_a_damaged_copy_is_told(journal: Journal, harm: bytes | None) -> None:
    copy = journal.backup()
    whole = copy.read_bytes()
    copy.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192) if harm is None else harm)
    with pytest.raises(UserError):
        backup.verify(copy)


def test_a_copy_is_due_when_something_changed_and_some_time_has_gone_by(
    journal: Journal, path: Path, person: str
) -> None:
    now = datetime.now().astimezone()
    assert backup.due(path, now)
    copy = journal.backup()
    later, soon = now + timedelta(minutes=31), now + timedelta(minutes=29)
    assert not backup.due(path, later)
    os.utime(copy, (0, 0))
    assert edit(journal, "person", person, name="Other")
    assert backup.due(path, later)
    assert not backup.due(path, soon)
    assert backup.due(path, now - timedelta(days=1))  # the clock was wrong
    journal.backup()
    assert not backup.due(path, later)
    assert not backup.due(path.with_name("nobody.secondop"), later)


def test_opening_and_closing_makes_no_copy_due(journal: Journal, path: Path) -> None:
    journal.backup()
    journal.close()
    Journal.open(path, KINDS).close()
    assert not backup.due(path, datetime.now().astimezone() + timedelta(days=9))


def _copies(minutes: set[int]) -> list[Copy]:
    times = [_NOW - timedelta(minutes=minute) for minute in sorted(minutes)]
    return [Copy(Path(f"{made:%Y-%m-%d %H.%M}"), made, 1) for made in times]


def _kept(found: list[Copy]) -> list[Copy]:
    gone = {copy.path for copy in backup.surplus(found, _NOW)}
    return [copy for copy in found if copy.path not in gone]


_MINUTES = st.sets(
    st.integers(0, 5 * 24 * 60) | st.integers(0, 90 * 24 * 60) | st.integers(0, 600 * 24 * 60),
    max_size=150,
)


@given(_MINUTES)
def test_all_of_two_days_are_kept(minutes: set[int]) -> None:
    found = _copies(minutes)
    kept = _kept(found)
    assert {copy.path for copy in found if _NOW - copy.made < timedelta(days=2)} <= {
        copy.path for copy in kept
    }
    assert kept[:1] == found[:1]


@given(_MINUTES, st.sampled_from([("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9)]))
def test_the_newest_of_each_day_week_and_month_is_kept(
    minutes: set[int], period: tuple[str, int]
) -> None:
    pattern, count = period
    found = _copies(minutes)
    kept = {copy.path for copy in _kept(found)}
    newest: dict[str, Copy] = {}
    for copy in sorted(found, key=lambda copy: copy.made):
        newest[f"{copy.made:{pattern}}"] = copy
    wanted = sorted(newest.values(), key=lambda copy: copy.made)[-count:]
    assert {copy.path for copy in wanted} <= kept


@given(_MINUTES)
def test_no_more_is_kept_than_promised(minutes: set[int]) -> None:
    kept = _kept(_copies(minutes))
    older = [copy for copy in kept if _NOW - copy.made >= timedelta(days=2)]
    assert len(older) <= 12 + 10 + 9
    assert _kept(kept) == kept


def _by_history(*days: float) -> list[Copy]:
    """Return copies whose clock said so many days ago, in the order of their history."""
    times = [_NOW - timedelta(days=day) for day in days]
    return [Copy(Path(f"{n} {made:%Y-%m-%d}"), made, 1) for n, made in enumerate(times)][::-1]


def test_a_clock_that_was_ahead_takes_no_place_of_other_copies() -> None:
    before, after = list(range(60, 40, -1)), list(range(25, 0, -1))
    found = _by_history(*before, *(-4000 - day for day in range(15)), *after)
    recent = [
        copy.made
        for copy in _kept(_by_history(*before, *after))
        if copy.made >= _NOW - timedelta(days=25)
    ]
    kept = [copy.made for copy in _kept(found)]
    assert [made for made in kept if made in recent] == recent
    assert len(recent) >= 12


def test_copies_of_a_clock_that_went_back_are_not_the_oldest() -> None:
    newest = [3650 + hour / 24 for hour in range(9, 0, -1)]
    found = _by_history(3, *newest)
    assert _kept(found)[0] == found[0]
    found = _by_history(*range(60, 3, -1), 3650, 1.5, 1)
    assert found[2] in _kept(found)  # between 4 days ago and 1.5 days ago, whatever it says


def test_a_copy_every_half_hour_for_two_years() -> None:
    kept = _kept(_copies({30 * number for number in range(2 * 365 * 48)}))
    assert len(kept) == 96 + 9 + 8 + 6  # some are the newest of a day and of a week
    assert kept[-1].made.strftime("%Y-%m") == "2025-11"


def test_thinning_takes_only_surplus_copies_away(journal: Journal, path: Path) -> None:
    folder = backup.folder_of(path)
    folder.mkdir()
    for day in range(1, 29):
        for hour in (8, 20):
            (folder / f"Margaret 2020-02-{day:02} {hour:02}.00.00.secondop").touch()
    (folder / "letter.txt").touch()
    newest = journal.backup()
    backup.thin(path)
    left = {place.name for place in folder.iterdir()}
    assert {newest.name, "letter.txt", "Margaret 2020-02-28 20.00.00.secondop"} <= left
    assert not any(" 08.00" in name for name in left)
    assert len(left) == 2 + 11 + 3
