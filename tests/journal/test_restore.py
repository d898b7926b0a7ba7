"""Putting a safe copy back: checked before, and what stood there is kept."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.header import hot_journal
from tests.journal.written import add, edit, raw


@pytest.fixture
def copied(path: Path) -> tuple[Path, Path]:
    """A closed journal in which "Later" stands, and a copy from when "Before" did."""
    with Journal.create(path, KINDS) as journal:
        person = add(journal, "person", name="Before", notes="Zebra " * 500)
        with journal.change("Attach") as change:
            stored = journal.attach(change, BytesIO(b"scan" * 2000), "scan")
            change.add("record", person=person, title="Scan", file=stored.hash)
        copy = journal.backup()
        edit(journal, "person", person, name="Later")
    return path, copy


def _name(path: Path) -> str:
    with Journal.look(path, KINDS) as journal:
        assert check(journal) == []
        return str(journal.entries("person")[0].name)


def test_what_stood_there_is_kept(copied: tuple[Path, Path]) -> None:
    path, copy = copied
    kept = backup.restore(copy, path)
    assert kept is not None
    assert kept in [one.path for one in backup.copies(path)]
    assert (_name(path), _name(kept), _name(copy)) == ("Before", "Later", "Before")
    assert sorted(place.name for place in path.parent.iterdir()) == [
        "Margaret safe copies",
        "Margaret.secondop",
    ]


def test_it_may_go_where_nothing_is(copied: tuple[Path, Path], tmp_path: Path) -> None:
    _path, copy = copied
    target = tmp_path / "new.secondop"
    assert backup.restore(copy, target) is None
    assert _name(target) == "Before"


def test_a_journal_that_is_damaged_is_kept_too(copied: tuple[Path, Path]) -> None:
    path, copy = copied
    path.write_bytes(b"no journal at all")
    kept = backup.restore(copy, path)
    assert kept is not None
    assert kept.read_bytes() == b"no journal at all"
    assert _name(path) == "Before"


def _flip(words: bytes) -> Callable[[Path], None]:
    """Flip a bit on each page with these words, as an old disk does: one page is the entry's.

    The log of changes holds the words as well, and no seal lies over the log.
    """

    def harm(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        found = [whole.find(words, at, at + 4096) for at in range(0, len(whole), 4096)]
        assert max(found) >= 0
        for place in found:
            if place >= 0:
                whole[place] ^= 1
        path.write_bytes(bytes(whole))

    return harm


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _strange(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("CREATE VIEW sums AS SELECT count(*) FROM person")


HARMS = {
    "name": _flip(b"Zebra"), "file": _flip(b"scanscan"), "cut": _cut, "gone": Path.unlink,
    "view": _strange,
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_copy_is_judged_exactly_as_opening_does(
    copied: tuple[Path, Path], harm: Callable[[Path], None]
) -> None:
    path, copy = copied
    harm(copy)
    before = path.read_bytes()
    try:
        Journal.open(copy, KINDS).close()
    except UserError:
        with pytest.raises(UserError):
            backup.restore(copy, path)
        assert path.read_bytes() == before
        return
    kept = backup.restore(copy, path)
    assert kept is not None
    assert kept.read_bytes() == before
    assert not backup.is_whole(path)


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_damaged_copy_changes_nothing_where_only_a_whole_one_is_wanted(
    copied: tuple[Path, Path], harm: Callable[[Path], None]
) -> None:
    path, copy = copied
    harm(copy)
    before = path.read_bytes()
    with pytest.raises(UserError):
        backup.restore(copy, path, whole_only=True)
    assert path.read_bytes() == before
    assert [place.name for place in path.parent.iterdir() if place.is_file()] == [path.name]


def test_a_journal_that_is_open_is_left_alone(copied: tuple[Path, Path]) -> None:
    path, copy = copied
    before = path.read_bytes()
    with Journal.open(path, KINDS), pytest.raises(UserError, match="is open in another window"):
        backup.restore(copy, path)
    assert path.read_bytes() == before
    assert len(backup.copies(path)) == 1


def test_what_a_crash_left_beside_it_does_not_reach_the_restored_file(
    copied: tuple[Path, Path],
) -> None:
    path, copy = copied
    with raw(path) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("PRAGMA cache_spill=1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE record SET notes = hex(randomblob(200000))")
        connection.execute("UPDATE person SET name = 'Half', notes = hex(randomblob(200000))")
        torn, hot = path.read_bytes(), hot_journal(path).read_bytes()
        connection.execute("ROLLBACK")
    assert torn != path.read_bytes()
    path.write_bytes(torn)
    hot_journal(path).write_bytes(hot)
    kept = backup.restore(copy, path)
    assert kept is not None
    assert not hot_journal(path).exists()
    assert (_name(path), _name(kept)) == ("Before", "Later")


def test_a_place_that_cannot_be_written_is_a_sentence(copied: tuple[Path, Path]) -> None:
    path, copy = copied
    beside = path.with_name("other.secondop")
    beside.write_bytes(b"x")
    backup.folder_of(beside).write_text("in the way")
    with pytest.raises(UserError, match=r"could not be written: .*\. Nothing was changed\."):
        backup.restore(copy, beside)
    assert beside.read_bytes() == b"x"


def test_a_link_stays_a_link(copied: tuple[Path, Path]) -> None:
    path, copy = copied
    link = path.with_name("link.secondop")
    link.symlink_to(path)
    backup.restore(copy, link)
    assert link.is_symlink()
    assert _name(path) == "Before"
