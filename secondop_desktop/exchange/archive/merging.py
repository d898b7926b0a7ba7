"""An archive for a journal that has entries: read like any other file, into a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from secondop_desktop.exchange.archive import layout
from secondop_desktop.exchange.archive.opening import Archive
from secondop_desktop.exchange.archive.restoring import entries, noted
from secondop_desktop.exchange.progress import Step, silent
from secondop_desktop.exchange.read_entries import (
    Borne,
    Content,
    ReadEntry,
    Reading,
    SourceFile,
    own_name,
)
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.storage.raw_rows import Raw
from secondop_desktop.journal.whole import KeptSource
from secondop_desktop.lang import _, ngettext

_OWN = ("case", "private", "unread")
_OF_FILE = frozenset({"file", "file_name", "file_type", "file_size", "pages"})


def read(archive: Archive, journal: Journal, step: Step = silent) -> Reading:
    """Read all that another journal can take: entries, those of the bin, and their files.

    An entry that was changed here since stays as it is here, and so does one that was put into
    the bin only there, or only here. What stays in the archive is told.
    """
    merging = _Merging(archive, journal, _there(journal))
    for kind, raw in entries(archive, journal.kinds, step):
        merging.take(journal.kinds[kind], raw)
    return Reading(
        merging.drafts,
        people=merging.people,
        notices=list(merging.notices()),
        files=list(_sources(archive)),
    )


def _there(journal: Journal) -> dict[str, tuple[str, bool]]:
    """Return of each entry of the journal when it was changed last, and if it is in the bin."""
    found: dict[str, tuple[str, bool]] = {}
    with journal.reading() as connection:
        for name in journal.kinds:
            rows = connection.exec_driver_sql(f'SELECT id, changed, deleted_at FROM "{name}"')
            found.update((row[0], (row[1], bool(row[2]))) for row in rows)
    return found


@dataclass
class _Merging:
    archive: Archive
    journal: Journal
    there: Mapping[str, tuple[str, bool]]
    drafts: list[ReadEntry] = field(default_factory=list)
    people: list[ReadEntry] = field(default_factory=list)
    binned: int = 0
    put_away_there: list[str] = field(default_factory=list)
    without_file: list[str] = field(default_factory=list)
    gone_people: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    def take(self, kind: Kind, raw: Raw) -> None:
        """Take a row of the archive, unless it is of a person who lies in its bin."""
        row = kind.row(raw)
        title = kind.title(row, lambda entry: self.titles.get(entry or "", ""))
        self.titles[row.id] = title
        if row.deleted_at and kind.name == "person":
            self.gone_people[row.id] = title
        if (row.person or row.id) in self.gone_people:
            return
        if row.deleted_at:
            self._note_binned(row, title)
        draft = self._draft(kind, row, title)
        (self.people if kind.name == "person" else self.drafts).append(draft)

    def _note_binned(self, row: Any, title: str) -> None:
        if row.id not in self.there:
            self.binned += 1
        elif not self.there[row.id][1]:
            self.put_away_there.append(title)

    def _draft(self, kind: Kind, row: Any, title: str) -> ReadEntry:
        changed, _binned = self.there.get(row.id, ("", False))
        content = self._content(kind, row, title)
        lost = content is None and any(getattr(row, one.name) for one in kind.fields if one.file)
        values = _values(kind, row, left=_OF_FILE if lost else frozenset())
        settled = bool(row.deleted_at) or changed >= row.changed
        if settled and content and not row.deleted_at and self._lacks_file(kind, row.id):
            return self._file_alone(kind, row, content, values)
        person = kind.name == "person"
        return ReadEntry(
            kind.name,
            own_name(row.id),
            values,
            self.archive.name if person else f"{self.archive.name}: {title}",
            settled=settled,
            content=content,
            about="" if person else own_name(row.person),
            entry=row.id,
            names={name: self._named(value) for name, value in values.items()},
            emptied=_emptied(kind, values),
            bore=self._borne(row),
        )

    def _lacks_file(self, kind: Kind, entry: str) -> bool:
        """Tell whether an entry came here without its file before, as from a table."""
        here = self.journal.get(kind.name, entry) if entry in self.there else None
        return here is not None and not any(getattr(here, f.name) for f in kind.fields if f.file)

    def _file_alone(
        self, kind: Kind, row: Any, content: Content, values: Mapping[str, Any]
    ) -> ReadEntry:
        """Return a draft that brings a file to an entry, and leaves all else as it is here."""
        here = self.journal.get(kind.name, row.id)
        own = {name: getattr(here, name) for name in kind.naming}
        return ReadEntry(
            kind.name,
            own_name(row.id),
            own | {name: one for name, one in values.items() if name in _OF_FILE},
            f"{self.archive.name}: {self.titles[row.id]}",
            content=content,
            about=own_name(row.person),
            entry=row.id,
        )

    def _named(self, value: object) -> str:
        """Return the titles of the entries that a field names."""
        ids = value if isinstance(value, tuple) else (value,)
        return ", ".join(filter(None, (self.titles.get(str(one), "") for one in ids)))

    def _content(self, kind: Kind, row: Any, title: str) -> Content | None:
        held = next((getattr(row, one.name) for one in kind.fields if one.file), "")
        if not held:
            return None
        place = layout.bytes_of(held)
        if place not in self.archive.names:
            self.without_file.append(title)
            return None
        self.files.add(held)
        return _bytes(self.archive, held, getattr(row, "file_name", ""))

    def _borne(self, row: Any) -> Borne:
        self.files.add(row.source_file)
        return Borne(**{name: getattr(row, name) for name in Borne.__dataclass_fields__})

    def notices(self) -> Iterator[str]:
        """Say how the archive comes in, and what of it does not, with the reason."""
        text = _(
            "There are entries in this journal already, so those of {file} are added to them. Its "
            "history stays in the archive, because steps that were taken there cannot be undone "
            "here. To have all as it was, bring it into a new, empty journal."
        )
        yield text.format(file=self.archive.name)
        yield from self._of_the_bin()
        for title in self.without_file:
            text = _(
                "{title} comes in without its file: that was damaged when the archive was written."
            )
            yield text.format(title=title)
        if left := len(self._of_history_alone()):
            yield ngettext(
                "{count} file is part of its history only, so it stays in the archive too.",
                "{count} files are part of its history only, so they stay in the archive too.",
                left,
            ).format(count=left)

    def _of_the_bin(self) -> Iterator[str]:
        if self.binned:
            yield ngettext(
                "{count} entry is in its bin, and goes into the bin here.",
                "{count} entries are in its bin, and go into the bin here.",
                self.binned,
            ).format(count=self.binned)
        for title in self.put_away_there:
            text = _("{title} is in its bin. Here it is still in use, so it stays as it is.")
            yield text.format(title=title)
        for title in self.gone_people.values():
            text = _("{title} is in its bin, with all that belongs to them; that is left out.")
            yield text.format(title=title)

    def _of_history_alone(self) -> set[str]:
        return self.archive.attachments() - {layout.bytes_of(one) for one in self.files if one}


def _values(kind: Kind, row: Any, left: frozenset[str]) -> dict[str, Any]:
    """Return what an entry says, without what is empty and what is left."""
    names = [*kind.by_name, *(name for name in _OWN if name in kind.types)]
    found = {name: getattr(row, name) for name in names if name not in left}
    return {name: one for name, one in found.items() if one != kind.types[name].empty}


def _emptied(kind: Kind, values: Mapping[str, Any]) -> list[str]:
    left = {*values, *_OF_FILE, *values.get("unread", ())}
    return [name for name in kind.by_name if name not in left]


def _bytes(archive: Archive, file_hash: str, name: str) -> Content:
    place = layout.bytes_of(file_hash)
    most = archive.size(place)
    return Content(name or archive.name, opener=lambda: archive.stream(place), most=most)


def _sources(archive: Archive) -> Iterator[SourceFile]:
    """Yield the files that entries were read from there."""
    for line in archive.lines(layout.SOURCES):
        one = noted(KeptSource, line, archive)
        content = _bytes(archive, one.hash, one.name)
        yield SourceFile(one.hash, content, one.hash, one.imported)
