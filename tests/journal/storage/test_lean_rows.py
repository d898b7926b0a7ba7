"""An entry that is made is logged without its empty columns, and comes back with all of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.log_seals import seal_log
from tests.journal.written import add, edit, raw

_NEW = "0123456789abcdef0123"


def _logged(path: Path, entry: str) -> list[tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    asked = 'SELECT "before", "after" FROM change_row WHERE entry = ? ORDER BY seq'
    with raw(path) as connection:
        found = connection.execute(asked, (entry,)).fetchall()
    return [(_read(before), _read(after)) for before, after in found]


def _read(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _row(path: Path, kind: str, entry: str) -> dict[str, Any]:
    with raw(path) as connection:
        found = connection.execute(f'SELECT * FROM "{kind}" WHERE id = ?', (entry,))
        return dict(zip([one[0] for one in found.description], found.fetchone(), strict=True))


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "person"])
def test_what_is_empty_goes_unsaid_and_comes_back(
    journal: Journal, person: str, path: Path, kind: str
) -> None:
    entry = add(journal, kind, person=person)
    row = _row(path, kind, entry)
    ((before, after),) = _logged(path, entry)
    assert before is None
    assert after == {n: held for n, held in row.items() if held != KINDS[kind].blank[n]}
    assert len(after) < len(row) / 2
    journal.undo()
    _made, (before, after) = _logged(path, entry)
    assert (before, after) == (_made[1], None)
    journal.redo()
    assert _row(path, kind, entry) == row
    assert check(journal) == []


def test_what_is_read_of_the_history_is_whole(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    edit(journal, "diagnosis", entry, stage="II")
    changed, made = journal.history(entry)
    assert made.after is not None and made.after.keys() == KINDS["diagnosis"].types.keys()
    assert made.after["notes"] == "" and made.after["date"] is None
    assert changed.before is not None and changed.before.keys() == {"stage", "changed", "seal"}
    undone = journal.undo() and journal.undo()
    assert undone is not None
    (row,) = undone.rows
    assert row.before is not None and row.before.keys() == KINDS["diagnosis"].types.keys()


def test_what_stands_where_nothing_should_is_kept_as_it_stood(
    journal: Journal, person: str, path: Path
) -> None:
    with journal.change("Bring in") as change:
        given = {"person": person, "name": "Angina", "date": ""}
        assert change.add_stored("diagnosis", _NEW, given) == _NEW
    row = _row(path, "diagnosis", _NEW)
    assert row["date"] == ""
    journal.undo()
    journal.redo()
    assert _row(path, "diagnosis", _NEW) == row


def test_what_was_logged_with_all_columns_is_taken_back_too(
    journal: Journal, person: str, path: Path
) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    row = _row(path, "diagnosis", entry)
    journal.close()
    with raw(path) as connection:
        values = (json.dumps(row), entry)
        connection.execute('UPDATE change_row SET "after" = ? WHERE entry = ?', values)
        seal_log(connection)
    with Journal.open(path, KINDS) as again:
        again.undo()
        assert again.entries("diagnosis") == []
        again.redo()
        assert _row(path, "diagnosis", entry) == row
        assert check(again) == []
