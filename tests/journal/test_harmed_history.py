"""A history that was harmed hides nothing, stops no saving, and is never called right again."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.journal.written import add, edit, put_away, raw

_DAMAGED = "The history of changes is damaged, so undo may not go back that far."


@contextmanager
def _harmed(journal: Journal, statement: str, *values: str) -> Iterator[Journal]:
    """Give the journal opened again after it was harmed."""
    journal.close()
    with raw(journal.path) as sql:
        sql.execute("PRAGMA foreign_keys=OFF")
        sql.execute(statement, values)
    with Journal.open(journal.path, KINDS) as opened:
        yield opened


@pytest.fixture
def used(journal: Journal, person: str) -> Journal:
    """A journal in which something was written, put away, and taken back."""
    put_away(journal, "symptom", add(journal, "symptom", person=person, what="Ache"))
    add(journal, "task", person=person, text="Ring the surgery")
    journal.undo()
    return journal


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE change_log SET label = x'FF1B5B'",
        "UPDATE change_log SET what = x'00FF' WHERE seq = 2",
        "UPDATE change_row SET entry = x'FFFE'",
        "UPDATE change_row SET kind = 7.5",
        "UPDATE search_doc SET title = x'FF00'",
        "DELETE FROM change_log WHERE seq > 1",
        "UPDATE change_log SET seq = seq + 4000 WHERE seq = (SELECT max(seq) FROM change_log)",
    ],
)
def test_everything_goes_on(used: Journal, person: str, harm: str) -> None:
    with _harmed(used, harm) as journal:
        for label in (journal.undo_label(), journal.redo_label()):
            assert isinstance(label, str)
        for moment in journal.history():
            assert isinstance(journal.name(moment.id) + moment.label + moment.what, str)
        entry = add(journal, "symptom", person=person, what="Cough")
        assert journal.names()(entry) == "Cough"
        assert journal.undo() is not None
        assert check(journal) != []


@pytest.mark.parametrize("harm", ["label = 'Edit: Dose'", "at = '2001' || substr(at, 5)"])
def test_saving_and_emptying_the_bin_do_not_call_it_right(
    used: Journal, person: str, harm: str
) -> None:
    with _harmed(used, f"UPDATE change_log SET {harm} WHERE seq = 2") as journal:
        for act in (
            lambda: add(journal, "symptom", person=person, what="Cough"),
            journal.undo,
            journal.empty_bin,
            lambda: add(journal, "symptom", person=person, what="Cramp"),
        ):
            act()
            assert _DAMAGED in [one.text for one in check(journal)]


def _attach(journal: Journal, person: str, data: bytes) -> None:
    with journal.change("Attach") as change:
        file = journal.attach(change, BytesIO(data), "scan").hash
        change.add("record", person=person, title="Scan", file=file)


def test_a_list_of_files_that_was_harmed_is_not_called_right(journal: Journal, person: str) -> None:
    _attach(journal, person, b"one")
    with _harmed(journal, "UPDATE attachment SET type = 'text/html'") as harmed:
        _attach(harmed, person, b"two")
        (found,) = check(harmed)
    assert found.text == "The list of stored files is not as it was saved."


def test_a_place_behind_which_there_is_none_is_a_sentence(used: Journal, person: str) -> None:
    last = "SET seq = 9223372036854775807 WHERE seq = (SELECT max(seq) FROM change_log)"
    with (
        _harmed(used, f"UPDATE change_log {last}") as journal,
        pytest.raises(UserError, match="history of this journal is damaged"),
    ):
        add(journal, "symptom", person=person, what="Cough")


_STRANGE = {
    "a list": [1],
    "a part": 0.5,
    "nothing where there must be something": None,
    "half a letter": "\ud83d",
    "more than a number": 2**63,
}


@pytest.mark.parametrize("side", ["before", "after"])
@pytest.mark.parametrize("value", _STRANGE.values(), ids=_STRANGE)
def test_a_step_with_a_value_that_no_column_holds_is_a_sentence(
    journal: Journal, person: str, side: str, value: object
) -> None:
    entry = add(journal, "symptom", person=person, what="Ache")
    edit(journal, "symptom", entry, what="Cramp")
    harm = f'UPDATE change_row SET "{side}" = json_set("{side}", \'$.what\', json(?))'
    with _harmed(journal, f"{harm} WHERE seq = 3", json.dumps(value)) as harmed:
        with pytest.raises(UserError, match="cannot be taken back"):
            harmed.undo()
        assert harmed.get("symptom", entry).what == "Cramp"
        assert [one.text for one in check(harmed)] == [_DAMAGED]


@pytest.mark.parametrize(
    "harm", ['"before" = NULL', '"after" = NULL', """"before" = NULL, "after" = '{}\'"""]
)
def test_an_edit_that_was_harmed_takes_no_entry_out_of_the_journal(
    journal: Journal, person: str, harm: str
) -> None:
    entry = add(journal, "symptom", person=person, what="Ache")
    edit(journal, "symptom", entry, what="Cramp")
    with _harmed(journal, f"UPDATE change_row SET {harm} WHERE seq = 3") as harmed:
        with pytest.raises(UserError, match="cannot be taken back"):
            harmed.undo()
        assert harmed.get("symptom", entry).what == "Cramp"
