"""What one save of what is typed asks of SQLite: a few statements, and six pages of the file."""

from pathlib import Path

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.engine import driver
from tests.journal.written import add, type_into

_PAGE = 4096


def test_a_save_is_fifteen_statements(journal: Journal, person: str) -> None:
    entry = add(journal, "diagnosis", person=person, name="Angina")
    type_into(journal, "diagnosis", entry, "notes", "At f")
    asked: list[str] = []
    with journal.change("Look") as change:
        driver(change.connection).set_trace_callback(asked.append)  # type: ignore[attr-defined]
    asked.clear()
    type_into(journal, "diagnosis", entry, "notes", "At first")
    assert len(asked) <= 15, "\n".join(asked)


def test_a_save_writes_six_pages(journal: Journal, person: str, path: Path) -> None:
    """The beginning, the entry, three of the history, and the hash of that."""
    entry = add(journal, "diagnosis", person=person, name="Angina")
    pages = []
    for text in ("At", "At first", "At first it", "At first it hurt"):
        type_into(journal, "diagnosis", entry, "notes", text)
        data = path.read_bytes()
        pages.append([data[at : at + _PAGE] for at in range(0, len(data), _PAGE)])
    before, after = pages[-2:]
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 6
