"""Keeping a file as what a record is about: its bytes, and what it tells about itself."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files import any_file, photos
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.lang import _

_OF_FILE = ("file", "file_name", "file_type", "file_size")
_OF_CONTENT = ("pages", "text")
_IF_EMPTY = ("title", "type")


def keep(
    journal: Journal,
    content: Content,
    entry: str | None,
    given: Mapping[str, Any],
    *,
    label: str = "",
    also: Mapping[str, Any] | None = None,
) -> str:
    """Keep a file in a record, a new one without ``entry``, and return the record's id.

    Everything is one change, together with the values of ``also``. Raises UserError when the
    file cannot be kept or read.
    """
    values = _read(content)
    label = label or _("Keep the file {name}").format(name=content.name)
    try:
        with journal.change(label) as change, content.open() as stream:
            journal.attach(change, stream, content.name)
            if entry is None:
                return change.add("record", **{**given, **values, **(also or {})})
            fitting = _fitting(values, journal.get("record", entry))
            change.edit("record", entry, **{**fitting, **(also or {})})
    except OSError as problem:
        raise _unreadable(content, problem) from None
    return entry


def one_paper(paths: Sequence[Path]) -> Content:
    """Return one file as it is, or several photos as one PDF with a page each.

    Raises UserError where several files are not all photos, or one of them cannot be read.
    """
    if len(paths) == 1:
        return Content(any_file.shown_name(paths[0]), path=paths[0])
    if not all(photos.is_photo(path) for path in paths):
        text = _("A record holds one file. Choose one, or several photos of its pages.")
        raise UserError(text)
    ordered = sorted(paths, key=_by_number)
    name = Path(any_file.shown_name(ordered[0])).stem
    return Content(f"{name}.pdf", data=photos.as_one_pdf(ordered))


def _by_number(path: Path) -> list[tuple[int, str]]:
    """Order photos as they were taken: IMG_9 comes before IMG_10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", path.name)
    return [(int(part), "") if part.isdigit() else (0, part.casefold()) for part in parts]


def _read(content: Content) -> dict[str, Any]:
    if content.path is not None:
        return dict(any_file.read(content.path).drafts[0].values)
    return dict(any_file.draft(content, any_file.type_of(content), content.name).values)


def _fitting(values: Mapping[str, Any], row: Any) -> dict[str, Any]:
    """Leave what was written alone; another file's pages and text take the old one's place."""
    taken = [*_OF_FILE, *(name for name in _IF_EMPTY if not getattr(row, name))]
    taken += [name for name in _OF_CONTENT if row.file or not getattr(row, name)]
    empty = {"pages": None, "text": "", "type": ""}
    return {name: values.get(name, empty.get(name)) for name in taken}


def _unreadable(content: Content, problem: OSError) -> UserError:
    text = _("{name} cannot be read: {problem}.")
    return UserError(text.format(name=content.name, problem=why(problem)))


def provider_named(
    journal: Journal, change: Change, name: str | None, given: Mapping[str, Any]
) -> str | None:
    """Return the doctor or place of this name, made with the change if nobody has it.

    Two of one name are told apart by nothing here, so the first of them is meant.
    """
    if not name:
        return None
    person = given.get("person")
    folded = " ".join(name.split()).casefold()
    for row in journal.entries("provider", person=person):
        if " ".join(row.name.split()).casefold() == folded:
            return str(row.id)
    return change.add("provider", person=person, name=name)
