"""A value that cannot be read is shown as what stands there, and hides nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.entry_json import to_json
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.timeline import timeline
from secondop_desktop.sample import write_sample
from tests.journal.written import add, edit, raw

_HARM = ("2x19-03", "[1, 2", "[[]]", "{", "\x01", b"\xff\xfe2", 7, 2.5, "9" * 30, "NaN", "1e9")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example journal, whole."""
    path = tmp_path_factory.mktemp("sample") / "Example.secondop"
    write_sample(path)
    return path


def _harm(path: Path, kind: str, column: str, value: object) -> None:
    with raw(path) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(
            f'UPDATE "{kind}" SET "{column}" = ? WHERE rowid = (SELECT min(rowid) FROM "{kind}")',
            (value,),
        )


def _read_all(journal: Journal) -> None:
    names = journal.names()
    for kind in KINDS.values():
        for row in journal.entries(kind.name):
            assert isinstance(kind.title(row, names) + kind.line(row, names), str)
            to_json(kind, row)
            kind.is_draft(row)
    timeline(journal)
    journal.history()
    journal.find("a")


@pytest.mark.parametrize("value", _HARM)
def test_nothing_that_stands_in_a_column_hides_the_others(
    sample: Path, tmp_path: Path, value: object
) -> None:
    path = tmp_path / "Harmed.secondop"
    path.write_bytes(sample.read_bytes())
    with Journal.open(sample, KINDS) as whole:
        before = {kind: len(whole.entries(kind)) for kind in KINDS}
    for kind in KINDS.values():
        for column in kind.types.keys() - {"id", "person", "seal", "deleted_at"}:
            _harm(path, kind.name, column, value)
    with Journal.open(path, KINDS) as journal:
        _read_all(journal)
        assert {kind: len(journal.entries(kind)) for kind in KINDS} == before
        assert journal.met_harm
        assert {one.kind for one in check(journal)} >= {k for k, number in before.items() if number}


@pytest.mark.parametrize("column", ["id", "person", "seal", "deleted_at", "unread"])
@pytest.mark.parametrize("value", ["xx", b"\xff", 5])
def test_what_every_entry_has_may_be_harmed_too(
    journal: Journal, person: str, column: str, value: object
) -> None:
    add(journal, "symptom", person=person, what="Cough")
    _harm(journal.path, "symptom", column, value)
    _read_all(journal)
    journal.entries("symptom", binned=True)


def test_what_stands_there_is_told_in_its_row(journal: Journal, person: str) -> None:
    entry = add(journal, "appointment", person=person, purpose="Echo")
    _harm(journal.path, "appointment", "when", "20x6-03-05")
    row = journal.get("appointment", entry)
    assert (row.purpose, row.when, dict(row.unread)) == ("Echo", None, {"when": "20x6-03-05"})


def test_what_may_have_been_private_stays_private(journal: Journal, person: str) -> None:
    entry = add(journal, "symptom", person=person, what="Cough", private=True)
    _harm(journal.path, "symptom", "private", "?")
    assert journal.get("symptom", entry).private is True


def test_a_moment_that_is_none_counts_as_long_ago(journal: Journal, person: str) -> None:
    entry = add(journal, "symptom", person=person, what="Cough")
    _harm(journal.path, "symptom", "created", "2026-99")
    row = journal.get("symptom", entry)
    assert row.created == "1970-01-01T00:00:00+00:00"
    assert row.unread["created"] == "2026-99"


def test_an_edit_does_not_call_right_what_was_harmed(journal: Journal, person: str) -> None:
    entry = add(journal, "medicine", person=person, name="Warfarin", dose="3 mg")
    journal.close()
    _harm(journal.path, "medicine", "dose", "7 mg")
    with Journal.open(journal.path, KINDS) as again:
        edit(again, "medicine", entry, notes="Ask about this")
        assert [one.id for one in check(again) if one.kind] == [entry]


def _dose(journal: Journal, person: str) -> str:
    entry = add(journal, "medicine", person=person, name="Digoxin", dose="62.5 micrograms")
    edit(journal, "medicine", entry, dose="125 micrograms")
    return entry


def _log(statement: str) -> Callable[[Any], None]:
    return lambda connection: connection.execute(statement)


@pytest.mark.parametrize(
    "harm",
    [
        _log("""UPDATE change_row SET "before" = replace("before", '62.5', '66.5')"""),
        _log("""UPDATE change_row SET "before" = '{"dose' WHERE "before" IS NOT NULL"""),
        _log("""UPDATE change_row SET "before" = '[1]' WHERE "before" IS NOT NULL"""),
        _log("""UPDATE change_row SET kind = 'medicinf'"""),
        _log(
            """UPDATE change_row SET "before" = replace("before", '"dose"', '"x\\" = 1, \\"y"')
            WHERE "before" IS NOT NULL"""
        ),
    ],
)
def test_undo_writes_nothing_that_was_never_saved(
    journal: Journal, person: str, harm: Callable[[Any], None]
) -> None:
    entry = _dose(journal, person)
    journal.close()
    with raw(journal.path) as connection:
        harm(connection)
    with Journal.open(journal.path, KINDS) as again:
        again.history()
        again.undo_people()
        with pytest.raises(UserError, match="history of the journal is damaged"):
            again.undo()
        assert again.get("medicine", entry).dose == "125 micrograms"
