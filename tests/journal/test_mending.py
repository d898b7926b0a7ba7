"""A damaged journal is put together again, and what was lost is told."""

import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.mending.mend import mend
from secondop_desktop.journal.storage.header import hot_journal
from tests.journal.written import add, edit, put_away, raw

_PAGE = 4096


@pytest.fixture
def filled(journal: Journal, person: str) -> Path:
    """A closed journal with long and short entries, a file, a bin, and an entry undone."""
    for number in range(60):
        entry = add(journal, "symptom", person=person, what=f"Cough {number}", notes="Dry " * 300)
        edit(journal, "symptom", entry, notes=f"Wet {number} " * 400)
    with journal.change("Attach") as change:
        stored = journal.attach(change, BytesIO(random.Random(7).randbytes(700_000)), "scan")
        change.add("record", person=person, title="Scan", file=stored.hash)
    put_away(journal, "symptom", add(journal, "symptom", person=person, what="Ache"))
    add(journal, "symptom", person=person, what="Never said")
    journal.undo()
    journal.close()
    return journal.path


def _entries(path: Path) -> dict[str, object]:
    with Journal.open(path, KINDS) as journal:
        both = (False, True)
        return {r.id: r for k in KINDS for b in both for r in journal.entries(k, binned=b)}


def _zero(*pages: int) -> Callable[[bytearray], None]:
    def harm(data: bytearray) -> None:
        for page in pages:
            data[page * _PAGE : (page + 1) * _PAGE] = bytes(_PAGE)

    return harm


def _cut(data: bytearray) -> None:
    del data[-40 * _PAGE :]


def test_without_its_beginning_everything_comes_back(filled: Path) -> None:
    before = _entries(filled)
    data = bytearray(filled.read_bytes())
    _zero(0)(data)
    filled.write_bytes(data)
    damaged = filled.read_bytes()
    mended = mend(filled, KINDS)
    assert _entries(filled) == before
    assert mended.kept.read_bytes() == damaged
    assert mended.lines == (f"{len(before)} entries are as they were saved.",)
    with Journal.open(filled, KINDS) as journal:
        assert check(journal) == []
        assert journal.undo_label()


def test_without_the_roots_of_its_tables_everything_comes_back(filled: Path) -> None:
    before = _entries(filled)
    data = bytearray(filled.read_bytes())
    with raw(filled) as sql:
        big = "SELECT rootpage - 1 FROM sqlite_schema WHERE name IN ('symptom', 'attachment_chunk')"
        roots = [row[0] for row in sql.execute(big)]
    _zero(*roots)(data)
    filled.write_bytes(data)
    mend(filled, KINDS)
    assert _entries(filled) == before


@pytest.mark.parametrize("seed", range(6))
def test_nothing_wrong_is_called_right(filled: Path, seed: int) -> None:
    before = _entries(filled)
    chance = random.Random(seed)
    data = bytearray(filled.read_bytes())
    for _time in range(4):
        place = chance.randrange(len(data))
        data[place] ^= 1 << chance.randrange(8)
    _zero(*(chance.randrange(len(data) // _PAGE) for _time in range(6)))(data)
    filled.write_bytes(data)
    mended = mend(filled, KINDS)
    after = _entries(filled)
    with Journal.open(filled, KINDS) as journal:
        told = {one.id for one in check(journal)}
    changed = {entry for entry, row in after.items() if before.get(entry) != row}
    renamed = [line for line in mended.lines if "no longer does" in line]
    assert changed <= told or renamed
    assert len(after) >= len(before) * 0.9


def test_an_entry_that_only_the_history_tells_comes_back_with_its_empty_columns(
    filled: Path,
) -> None:
    with Journal.open(filled, KINDS) as journal:
        (someone,) = journal.entries("person")
        allergy = add(journal, "allergy", person=someone.id, substance="Penicillin")
    before = _entries(filled)
    with raw(filled) as sql:
        asked = "SELECT rootpage - 1 FROM sqlite_schema WHERE name = 'allergy'"
        (page,) = sql.execute(asked).fetchone()
    data = bytearray(filled.read_bytes())
    _zero(page)(data)
    filled.write_bytes(data)
    mended = mend(filled, KINDS)
    assert _entries(filled) == before
    assert mended.lines != (f"{len(before)} entries are as they were saved.",)
    with Journal.open(filled, KINDS) as journal:
        assert check(journal) == []
        assert journal.get("allergy", allergy).substance == "Penicillin"


def test_what_a_copy_holds_comes_from_it_and_the_rest_is_named(filled: Path) -> None:
    with Journal.open(filled, KINDS) as journal:
        journal.backup()
        person = journal.entries("person")[0].id
        add(journal, "medicine", person=person, name="Warfarin")
    before = _entries(filled)
    data = bytearray(filled.read_bytes())
    _cut(data)
    _zero(*range(1, 20))(data)
    filled.write_bytes(data)
    lines = mend(filled, KINDS).lines
    after = _entries(filled)
    gone = before.keys() - after.keys()
    assert all(row.what != "Never said" for row in after.values() if hasattr(row, "what"))
    assert len(gone) <= 1
    assert not gone or any("Warfarin" in line for line in lines)


@pytest.mark.parametrize("left", [0.5, 0.7])
def test_half_a_file_takes_the_rest_from_its_copy(filled: Path, left: float) -> None:
    """The names of entries are cut off with them: that nobody names an entry says nothing."""
    with Journal.open(filled, KINDS) as journal:
        journal.backup()
    before, data = _entries(filled), filled.read_bytes()
    filled.write_bytes(data[: int(len(data) * left)])
    mend(filled, KINDS)
    assert _entries(filled).keys() == before.keys()


def test_that_names_are_lost_too_is_said(filled: Path) -> None:
    before, data = _entries(filled), filled.read_bytes()
    filled.write_bytes(data[: len(data) // 2])
    lines = mend(filled, KINDS).lines
    assert len(_entries(filled)) < len(before)
    assert any("there may be more that is lost" in line for line in lines)


def test_what_was_emptied_from_the_bin_stays_away(filled: Path) -> None:
    with Journal.open(filled, KINDS) as journal:
        (ache,) = [one for one in journal.entries("symptom", binned=True) if one.what == "Ache"]
        journal.backup()
        journal.empty_bin()
    data = bytearray(filled.read_bytes())
    _zero(30)(data)
    filled.write_bytes(data)
    mend(filled, KINDS)
    assert ache.id not in _entries(filled)


def test_a_value_that_cannot_be_found_is_kept_and_told(filled: Path) -> None:
    with raw(filled) as sql:
        sql.execute("UPDATE symptom SET what = 'Couhh 7' WHERE what = 'Cough 7'")
        sql.execute("""DELETE FROM change_row WHERE entry IN
            (SELECT id FROM symptom WHERE what = 'Couhh 7')""")
    mended = mend(filled, KINDS)
    (line,) = [one for one in mended.lines if one.startswith("Not as it was saved")]
    assert "Cough 7" in line
    with Journal.open(filled, KINDS) as journal:
        assert len([one for one in check(journal) if one.kind == "symptom"]) == 1
        assert not journal.undo_label()
    assert "The history of changes is lost" in mended.lines[-1]


def test_an_entry_that_the_history_tells_under_a_harmed_name_comes_back_once(filled: Path) -> None:
    before = _entries(filled)
    with raw(filled) as sql:
        seq, entry = sql.execute("SELECT seq, entry FROM change_row WHERE seq = 4").fetchone()
        other = entry[:-1] + ("0" if entry[-1] != "0" else "1")
        sql.execute("UPDATE change_row SET entry = ? WHERE seq = ?", (other, seq))
        (kind,) = sql.execute("SELECT kind FROM change_row WHERE seq = 6").fetchone()
        sql.execute("UPDATE change_row SET kind = 'allergy' WHERE seq = 6 AND kind = ?", (kind,))
    mend(filled, KINDS)
    assert _entries(filled) == before


def test_what_a_crash_left_beside_it_does_not_reach_the_mended_file(filled: Path) -> None:
    with raw(filled) as sql:
        sql.execute("PRAGMA cache_size=1")
        sql.execute("PRAGMA cache_spill=1")
        sql.execute("BEGIN IMMEDIATE")
        sql.execute("UPDATE symptom SET notes = hex(randomblob(20000))")
        torn, hot = bytearray(filled.read_bytes()), hot_journal(filled).read_bytes()
        sql.execute("ROLLBACK")
    before = _entries(filled)
    _zero(3, 4, 5)(torn)
    filled.write_bytes(torn)
    hot_journal(filled).write_bytes(hot)
    mend(filled, KINDS)
    assert not hot_journal(filled).exists()
    assert _entries(filled) == before
    assert not list(filled.parent.glob("* left by a crash *"))


def test_an_open_journal_is_not_mended(journal: Journal) -> None:
    with pytest.raises(UserError, match="open in another window"):
        mend(journal.path, KINDS)


def test_a_file_with_nothing_in_it_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.secondop"
    path.write_bytes(random.Random(1).randbytes(50_000))
    before = path.read_bytes()
    with pytest.raises(UserError, match="can be saved"):
        mend(path, KINDS)
    assert [place.name for place in tmp_path.iterdir()] == ["a.secondop"]
    assert path.read_bytes() == before
    assert backup.copies(path) == []


@pytest.mark.parametrize("at", [0, 1, 2])
def test_who_stops_it_finds_the_file_as_it_was(filled: Path, at: int) -> None:
    with Journal.open(filled, KINDS) as journal:
        journal.backup()
    before = filled.read_bytes()
    told: list[str] = []

    def say(text: str, done: int, total: int) -> None:
        assert 0 <= done <= total
        told.append(text)
        if done >= at:
            raise Stopped

    with pytest.raises(Stopped):
        mend(filled, KINDS, say)
    assert filled.read_bytes() == before
    assert not list(filled.parent.glob(".secondop-work-*"))
    assert told


class Stopped(Exception):
    """Raised as the window does when somebody pressed Cancel."""
