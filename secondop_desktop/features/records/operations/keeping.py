"""Keeping a file as what a record is about: its bytes, and what it tells about itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from secondop_desktop.exchange.read_entries import Content, Link, ReadEntry
from secondop_desktop.exchange.source_files import any_file
from secondop_desktop.exchange.source_files.unreadable import reading_of
from secondop_desktop.features.records.operations import attached
from secondop_desktop.journal import sources
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _

_OF_FILE = ("file", "file_name", "file_type", "file_size")
_OF_CONTENT = ("pages", "text")
_IF_EMPTY = ("title", "type")


@dataclass(frozen=True)
class Originals:
    """What a file was put together from, and how (see ``photographs.arrangement``).

    It is new ``content``, or a file that the journal keeps under this hash.
    """

    place: str
    content: Content
    kept: str = ""


def keep(
    journal: Journal,
    content: Content,
    entry: str | None,
    given: Mapping[str, Any],
    *,
    label: str = "",
    also: Mapping[str, Any] | None = None,
    originals: Originals | None = None,
    along: Callable[[Change], None] = lambda _change: None,
) -> str:
    """Keep a file in a record, a new one without ``entry``, and return the record's id.

    Everything is one change, together with the values of ``also``, what the file was put
    together from, and what goes ``along`` in it. Raises UserError when the file cannot be kept
    or read.
    """
    own, *others = _read(content)
    values = own.values
    label = label or _("Keep the file {name}").format(name=content.name)
    with reading_of(content.name), journal.change(label) as change, content.open() as stream:
        journal.attach(change, stream, content.name)
        along(change)
        more = {**_came_from(journal, change, originals), **(also or {})}
        if entry is None:
            entry = change.add("record", **{**given, **values, **more})
        else:
            row = journal.get("record", entry)
            given = {"person": row.person, "case": row.case}
            more = more if originals else {**_not_arranged(row), **more}
            change.edit("record", entry, **{**_fitting(values, row), **more})
        attached.keep(journal, change, {own.origin: entry}, others, given)
    return entry


def _came_from(journal: Journal, change: Change, originals: Originals | None) -> dict[str, str]:
    """Keep what a file was put together from, to the bit, and say where it is."""
    if originals is None:
        return {}
    what = originals.content
    if originals.kept:
        sources.note(change, originals.kept, what.name)
        return {"source_file": originals.kept, "source_place": originals.place}
    with what.open() as stream:
        kept = sources.keep(journal, change, stream, what.name, packed=False, most=what.most)
    return {"source_file": kept, "source_place": originals.place}


def _not_arranged(row: Any) -> dict[str, str]:
    """Let go of the photographs of a record whose file is another one now."""
    arranged = row.source_place.startswith(sources.PAGES)
    return {"source_file": "", "source_place": ""} if arranged else {}


def _read(content: Content) -> Sequence[ReadEntry]:
    """Return what a file says of itself, and of an e-mail what is attached to it."""
    from secondop_desktop.exchange.source_files import mail_file  # reads calendars too

    if content.path is None:
        return [any_file.draft(content, any_file.type_of(content), content.name)]
    found = mail_file.read(content.path).drafts
    if found[0].content and found[0].content.path:
        return found
    (whole,) = any_file.read(content.path).drafts
    return [whole, *(_within(whole, one) for one in found)]


def _within(whole: ReadEntry, mail: ReadEntry) -> ReadEntry:
    """Let each of several e-mails in one file belong to the record that keeps the file."""
    if "linked" in mail.values:
        return mail
    return replace(mail, values={**mail.values, "linked": (Link(whole.origin),)})


def _fitting(values: Mapping[str, Any], row: Any) -> dict[str, Any]:
    """Leave what was written alone; another file's pages and text take the old one's place."""
    taken = [*_OF_FILE, *(name for name in _IF_EMPTY if not getattr(row, name))]
    taken += [name for name in _OF_CONTENT if row.file or not getattr(row, name)]
    empty = {"pages": None, "text": "", "type": ""}
    return {name: values.get(name, empty.get(name)) for name in taken}


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
