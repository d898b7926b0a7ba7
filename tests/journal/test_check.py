"""Damage is found and told in the user's words."""

from collections import deque
from collections.abc import Iterable, Iterator
from io import BytesIO
from threading import Event
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.check import Finding, check
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files import attachments
from secondop_desktop.journal.values.columns import Whole, YesNo
from tests import patience
from tests.examples import at_most
from tests.journal.written import add, edit, put_away, raw

_INDEX = "The search index does not match the entries."


@pytest.fixture
def filled(journal: Journal, person: str) -> Journal:
    """A journal with entries that refer to each other, a file, and one entry in the bin."""
    doctor = add(journal, "provider", person=person, name="Dr Patel")
    add(journal, "diagnosis", person=person, name="Angina", given_by=doctor, notes="Zebra " * 99)
    add(journal, "opinion", person=person, place=1, provider=doctor)
    with journal.change("Attach") as change:
        stored = journal.attach(change, BytesIO(b"scan" * 100_000), "scan")
        change.add("record", person=person, title="Scan", file=stored.hash)
    put_away(journal, "symptom", add(journal, "symptom", person=person, what="Cough"))
    edit(journal, "provider", doctor, name="Dr Quill")
    journal.undo()
    return journal


def _found(journal: Journal, harm: str) -> list[Finding]:
    assert check(journal) == []
    with raw(journal.path) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(harm)
    return check(journal)


def test_a_whole_journal_has_no_findings(filled: Journal) -> None:
    assert check(filled) == []
    with Journal.look(filled.path, KINDS) as looked:
        assert check(looked) == []


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        ("UPDATE diagnosis SET name = 'Anginb'", "diagnosis"),
        ("UPDATE diagnosis SET private = 1", "diagnosis"),
        ('UPDATE diagnosis SET unread = \'{"date": "x"}\'', "diagnosis"),
        ("UPDATE person SET changed = replace(changed, 'T', 'U')", "person"),
        ("UPDATE record SET title = CAST(x'FF' AS TEXT)", "record"),
        ("UPDATE symptom SET what = 'Cougi'", "symptom"),
        ("UPDATE opinion SET seal = 'sha256:0'", "opinion"),
    ],
)
def test_an_entry_that_is_not_as_it_was_saved(filled: Journal, harm: str, kind: str) -> None:
    (finding,) = _found(filled, harm)
    assert finding.kind == kind
    (row,) = [*_ids(filled, kind)]
    assert finding.id == row
    assert finding.text == f"The entry “{filled.name(row)}” is not as it was saved."


def _ids(journal: Journal, kind: str) -> Iterator[str]:
    with raw(journal.path) as connection:
        yield from (row[0] for row in connection.execute(f'SELECT id FROM "{kind}"'))


def test_a_reference_into_the_void(filled: Journal) -> None:
    findings = _found(filled, "DELETE FROM provider")
    assert (
        Finding(
            "An entry of the kind diagnosis points to a provider that is not there.", "diagnosis"
        )
        in findings
    )


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE attachment_chunk SET bytes = CAST('x' || substr(bytes, 2) AS BLOB)",
        "DELETE FROM attachment_chunk WHERE position = 1",
    ],
)
def test_a_stored_file_that_is_not_as_it_was_saved(filled: Journal, harm: str) -> None:
    (finding,) = _found(filled, harm)
    assert finding.text.startswith("A stored file is not as it was saved (sha256:")


def test_each_of_several_harmed_files(journal: Journal, person: str) -> None:
    with journal.change("Attach") as change:
        stored = [
            journal.attach(change, BytesIO(bytes([n]) * 70_000), "scan").hash for n in range(9)
        ]
        for one in stored:
            change.add("record", person=person, title=one, file=one)
    others = ", ".join(f"'{one}'" for one in stored[1::2])
    found = _found(journal, f"UPDATE attachment_chunk SET bytes = x'00' WHERE hash IN ({others})")
    assert [one.text[-73:-2] for one in found] == sorted(stored[1::2])


@pytest.mark.parametrize(
    "harm",
    [
        "INSERT INTO search(search) VALUES ('delete-all')",
        "UPDATE search_doc SET words = words + 1 WHERE kind = 'diagnosis'",
        "INSERT INTO search(search, rowid, title, body) SELECT 'delete', doc, title, '' "
        "FROM search_doc WHERE kind = 'diagnosis'",
        "INSERT INTO search(rowid, title, body) VALUES (99, 'nobody', '')",
        "INSERT INTO search(rowid, title, body) SELECT doc, 'zebra', '' FROM search_doc LIMIT 1",
        "DELETE FROM search_doc WHERE kind = 'diagnosis'",
        "DELETE FROM search_doc WHERE kind = 'symptom'",
        "UPDATE search_doc SET binned = 1 WHERE kind = 'diagnosis'",
        "UPDATE search_doc SET person = 'nobody' WHERE kind = 'diagnosis'",
        "INSERT INTO search_doc (id, kind, binned, title, words) VALUES ('x', 'task', 0, '', 0)",
    ],
)
def test_a_search_index_that_does_not_fit(filled: Journal, harm: str) -> None:
    assert [finding.text for finding in _found(filled, harm)] == [_INDEX]


def test_an_index_with_a_broken_page(filled: Journal) -> None:
    (finding,) = _found(filled, "UPDATE search_data SET block = zeroblob(40) WHERE id > 10")
    assert finding.text == (
        "The file itself is damaged where these are kept: the search index. "
        "Bring back a safe copy of the journal."
    )
    assert "search" in finding.detail


def test_a_history_that_cannot_be_read(filled: Journal) -> None:
    (finding,) = _found(filled, "UPDATE change_row SET after = '{' WHERE seq = 2")
    assert finding.text.startswith("The history of changes is damaged")


def test_the_file_itself(filled: Journal) -> None:
    with raw(filled.path) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'ix_diagnosis_person'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with filled.path.open("rb+") as file:
        file.seek((page - 1) * size + 3)
        file.write(bytes(2))
    (finding,) = check(filled)
    assert finding.text == (
        "The file itself is damaged where these are kept: Diagnoses. "
        "Bring back a safe copy of the journal."
    )
    assert f"{page}" in finding.detail


class _Files(deque[str]):
    """Files that wait to be hashed, and tell when they need not be."""

    def __init__(self, files: Iterable[str]) -> None:
        super().__init__(files)
        self.left = Event()

    def clear(self) -> None:
        super().clear()
        self.left.set()


def test_a_check_that_is_ended_does_not_wait_for_all_files(
    filled: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _Files(["sha256:1"] * 9)

    def hashed(_sql: object, waiting: deque[str]) -> Iterator[str]:
        assert files.left.wait(patience.SECONDS)
        yield from waiting

    def ended(_sql: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(attachments, "every", lambda _sql: files)
    monkeypatch.setattr(attachments, "damaged", hashed)
    monkeypatch.setattr("secondop_desktop.journal.check.log_fits", ended)
    with pytest.raises(KeyboardInterrupt):
        check(filled)
    assert files.left.is_set()


_TEXTS = [
    (kind.name, name)
    for kind in KINDS.values()
    for name, kept in kind.types.items()
    if not isinstance(kept, YesNo | Whole)
]


@settings(max_examples=at_most(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_flipped_bit_of_an_entry_is_always_found(filled: Journal, data: st.DataObject) -> None:
    with raw(filled.path) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        written = [
            (kind, name, text)
            for kind, name in _TEXTS
            for (text,) in connection.execute(
                f'SELECT CAST("{name}" AS BLOB) FROM "{kind}" WHERE "{name}" != \'\''
            )
        ]
        kind, name, text = data.draw(st.sampled_from(written))
        harmed = bytearray(text)
        harmed[data.draw(st.integers(0, len(text) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        change = f'UPDATE "{kind}" SET "{name}" = CAST(? AS TEXT) WHERE CAST("{name}" AS BLOB) = ?'
        connection.execute(change, (bytes(harmed), text))
        try:
            assert check(filled)
        finally:
            connection.execute(change, (text, bytes(harmed)))
    assert check(filled) == []
