"""Keeping a file as what a record is about: its bytes, and what it tells about itself."""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange import files
from secondop_desktop.exchange.drafts import Content
from secondop_desktop.journal.disk import why
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.sniff import content_type
from secondop_desktop.lang import _

_OF_FILE = ("file", "file_name", "file_type", "file_size")
_OF_CONTENT = ("pages", "text")
_IF_EMPTY = ("title", "type")
_HEAD = 4096


def keep(journal: Journal, content: Content, entry: str | None, given: Mapping[str, Any]) -> str:
    """Keep a file in a record, a new one without ``entry``, and return the record's id.

    Everything is one change. Raises UserError when the file cannot be kept or read.
    """
    values = _read(content)
    label = _("Keep the file {name}").format(name=content.name)
    try:
        with journal.change(label) as change, content.open() as stream:
            journal.attach(change, stream, content.name)
            if entry is None:
                return change.add("record", **{**given, **values})
            change.edit("record", entry, **_fitting(values, journal.get("record", entry)))
    except OSError as problem:
        raise _unreadable(content, problem) from None
    return entry


def _read(content: Content) -> dict[str, Any]:
    if content.path is not None:
        return dict(files.read(content.path).drafts[0].values)
    head = (content.data or b"")[:_HEAD]
    return dict(files.draft(content, content_type(head), content.name).values)


def _fitting(values: Mapping[str, Any], row: Any) -> dict[str, Any]:
    """Leave what was written alone; another file's pages and text take the old one's place."""
    taken = [*_OF_FILE, *(name for name in _IF_EMPTY if not getattr(row, name))]
    taken += [name for name in _OF_CONTENT if row.file or not getattr(row, name)]
    empty = {"pages": None, "text": "", "type": ""}
    return {name: values.get(name, empty.get(name)) for name in taken}


def _unreadable(content: Content, problem: OSError) -> UserError:
    text = _("{name} cannot be read: {problem}.")
    return UserError(text.format(name=content.name, problem=why(problem)))
