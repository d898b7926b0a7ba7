"""Packs to test on: a journal with files in it, and what the pack of them shows."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files.sniff import content_type
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.pack.choices import PackChoices
from secondop_desktop.summary.pack.making import Pack, PackMade
from tests.summary.printed import MADE_AT, TODAY, person_of

_OF_SUMMARY = ("private", "large_print", "reader")


def keep(journal: Journal, name: str, data: bytes, **values: Any) -> str:
    """Keep a file in a record of the journal's first person; return its id."""
    with journal.change("Add a record") as change:
        stored = journal.attach(change, BytesIO(data), name)
        of_file = {"file": stored.hash, "file_name": name, "file_size": stored.size,
                   "file_type": content_type(data[:4096])}  # fmt: skip
        given = {"title": name.rpartition(".")[0], "person": person_of(journal)}
        return change.add("record", **{**given, **of_file, **values})


def keep_all(journal: Journal, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Keep many files, in their order."""
    return tuple(keep(journal, name, data) for name, data in files.items())


def pack_of(journal: Journal, records: tuple[str, ...] | None = None, **more: Any) -> Pack:
    """Look a pack through that is made on the fixed day."""
    of_summary = {
        name: more.pop(name) for name in ("private", "large_print", "reader") if name in more
    }
    summary = Choices(person_of(journal), today=TODAY, **of_summary)
    return Pack(journal, PackChoices(summary, records, **more), made_at=MADE_AT)


def packed(
    journal: Journal, records: tuple[str, ...] | None = None, **more: Any
) -> tuple[bytes, PackMade]:
    """Return a pack in one file, and what is said of it."""
    (data,), made = pack_of(journal, records, **more).to_memory()
    return data, made


def checked(data: bytes) -> list[str]:
    """Return what qpdf finds wrong with a file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [str(one) for one in pdf.check_pdf_syntax()]


def bookmarks(data: bytes) -> list[str]:
    """Return the words of all bookmarks."""
    found: list[str] = []
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            one = waiting.pop(0)
            found.append(str(one.title))
            waiting[:0] = list(one.children)
    return found
