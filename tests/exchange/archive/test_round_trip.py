"""Out of a journal and into an empty one: the same journal, to the byte, with its history."""

import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.archive.writing import write_archive
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.exchange.archive.filled import SCAN, everything, filled, restored
from tests.journal.test_monkey import Monkey
from tests.journal.written import add, raw


def test_an_empty_journal_becomes_the_same(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with filled(tmp_path / "a.secondop") as journal:
        done = write_archive(journal, archive)
        assert (done.entries, done.files, done.damaged) == (7, 2, ())
        with restored(archive, tmp_path / "b.secondop") as other:
            assert everything(other) == everything(journal)
            assert check(other) == []
            assert [hit.title for hit in other.find("angina")] == ["Angina\r\nstable"]
            for went in (Journal.redo, *[Journal.undo] * 9, *[Journal.redo] * 9):
                assert (went(journal) is None) == (went(other) is None)
            assert _bare(journal) == _bare(other)


def _bare(journal: Journal) -> list[Any]:
    """Return the entries without when undoing them was last noted."""
    rows = (row for name in KINDS for row in journal.entries(name))
    return [row._replace(changed="", seal="") for row in rows]


def test_the_same_journal_gives_the_same_bytes(tmp_path: Path) -> None:
    with filled(tmp_path / "a.secondop") as journal:
        for name in ("a.zip", "b.zip"):
            write_archive(journal, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert stat.S_IMODE((tmp_path / "a.zip").stat().st_mode) == 0o600


def test_an_empty_journal_goes_out_and_comes_back(tmp_path: Path) -> None:
    with Journal.create(tmp_path / "a.secondop", KINDS) as journal:
        write_archive(journal, tmp_path / "a.zip")
        with restored(tmp_path / "a.zip", tmp_path / "b.secondop") as other:
            assert everything(other) == everything(journal)


def test_with_a_password(tmp_path: Path) -> None:
    archive, password = tmp_path / "a.zip", "grüne Ente"
    with filled(tmp_path / "a.secondop") as journal:
        write_archive(journal, archive, password)
        assert SCAN[:2000] not in archive.read_bytes()
        with restored(archive, tmp_path / "b.secondop", password) as other:
            assert everything(other) == everything(journal)
    for wrong in ("", "grune Ente"):
        with pytest.raises(UserError, match="password"):
            restored(archive, tmp_path / f"c{wrong}.secondop", wrong)


def test_only_an_empty_journal_can_become_another(tmp_path: Path) -> None:
    with filled(tmp_path / "a.secondop") as journal:
        write_archive(journal, tmp_path / "a.zip")
        before = everything(journal)
        with pytest.raises(UserError, match="not empty any more"), journal.filling("x", ""):
            pytest.fail("it was let in")
        assert everything(journal) == before


def test_what_was_harmed_comes_back_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.secondop"
    with filled(path):
        pass
    with raw(path) as sql:
        sql.execute("UPDATE diagnosis SET date = 'May', name = x'ff41', status = 'odd'")
        sql.execute("UPDATE result SET value = 7")
        sql.execute("UPDATE change_row SET before = '{' WHERE seq = 8")
        sql.execute("UPDATE change_log SET label = 'changed' WHERE seq = 2")
    with Journal.open(path, KINDS) as journal:
        write_archive(journal, tmp_path / "a.zip")
        with restored(tmp_path / "a.zip", tmp_path / "b.secondop") as other:
            assert everything(other) == everything(journal)
            told = [[(one.kind, one.id) for one in check(each)] for each in (other, journal)]
            assert told[0] == told[1] != []


def test_a_damaged_file_is_named_and_the_rest_goes_out(tmp_path: Path) -> None:
    path = tmp_path / "a.secondop"
    with filled(path):
        pass
    with raw(path) as sql:
        sql.execute("UPDATE attachment_chunk SET bytes = x'00' WHERE length(bytes) > 200000")
    with Journal.open(path, KINDS) as journal:
        done = write_archive(journal, tmp_path / "a.zip")
        assert (done.files, done.damaged) == (1, ("Scan",))
        with restored(tmp_path / "a.zip", tmp_path / "b.secondop") as other:
            for kind in KINDS:
                assert everything(other)[kind] == everything(journal)[kind]


def test_stopping_leaves_the_old_file(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with filled(tmp_path / "a.secondop") as journal:
        write_archive(journal, archive)
        before, said = archive.read_bytes(), []

        def step(text: str, done: int, total: int) -> None:
            said.append((text, done, total))
            if done > 300:
                raise StopAsking

        add(journal, "symptom", person=journal.entries("person")[0].id, what="Cold")
        with pytest.raises(StopAsking):
            write_archive(journal, archive, step=step)
    assert archive.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.secondop", "a.zip"]
    assert all(done <= total for _text, done, total in said)


class StopAsking(Exception):
    """What a window raises inside the work when it is to stop."""


class _LeavesWithIt(Monkey):
    """What a monkey did goes out and comes back; then every step of it is undone and done again."""

    def teardown(self) -> None:
        write_archive(self.journal, self.folder / "a.zip")
        other = restored(self.folder / "a.zip", self.folder / "b.secondop")
        try:
            assert everything(other) == everything(self.journal)
        finally:
            self.journal.close()
            self.journal = other
        super().teardown()


def _let_loose(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        _LeavesWithIt,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_whatever_a_monkey_did_goes_out_and_comes_back() -> None:
    _let_loose(examples=2, steps=12)


@pytest.mark.long
def test_whatever_many_monkeys_did_goes_out_and_comes_back() -> None:
    _let_loose(examples=30, steps=50)
