"""A history that was harmed hides nothing, stops no saving, and is never called right again."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import UserError
from secondop_desktop.journal.check import check
from secondop_desktop.journal.file import Journal
from tests.journal.written import add, put_away, raw

_DAMAGED = "The history of changes is damaged, so undo may not go back that far."


@contextmanager
def _harmed(journal: Journal, statement: str) -> Iterator[Journal]:
    """Give the journal opened again after it was harmed."""
    journal.close()
    with raw(journal.path) as sql:
        sql.execute("PRAGMA foreign_keys=OFF")
        sql.execute(statement)
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
