"""What was read from a file, before the journal is asked what it already knows of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from secondop_desktop.journal.files.attachments import LARGEST
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range


@dataclass(frozen=True, slots=True)
class Link:
    """Stands for the id of the entry that has this origin, known only when it is written."""

    origin: str


MAY_REFER: Final = (Link, tuple)
"""What a value is that is such a link, or may hold some; asked of every value of an import."""


def own_name(entry: str) -> str:
    """Return the origin under which a table or an archive of this program tells an entry."""
    return f"entry:{entry}"


@dataclass(frozen=True)
class Content:
    """The bytes of a file to keep: in memory, or still lying where they were found.

    What lies inside another file, or is put together from several, is opened by ``opener``.
    ``most`` is how many bytes it may have.
    """

    name: str
    data: bytes | None = None
    path: Path | None = None
    opener: Callable[[], BinaryIO] | None = None
    most: int = LARGEST

    def open(self) -> BinaryIO:
        """Open the bytes for reading."""
        if self.opener:
            return self.opener()
        return open_regular(self.path) if self.path else BytesIO(self.data or b"")


class Given(Enum):
    """Who else may give the name that an origin is made of."""

    NOBODY = "nobody"
    """The address on a server, a UUID, or the thing's own words: two of one name are one."""
    SAME_SOURCE = "same source"
    """A number that one source puts on several things, such as that of a sample."""
    LASTING = "lasting"
    """The name of an event: it stays its own when what it is called and its day change."""
    ANYBODY = "anybody"
    """``Observation/1`` of a file that does not say which system made it."""


@dataclass(frozen=True)
class Borne:
    """What an entry of another journal has there beside its values, as ``Entry`` describes it."""

    created: str = ""
    deleted_at: str = ""
    origin: str = ""
    origin_hash: str = ""
    source_file: str = ""
    source_place: str = ""


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """One entry as a file tells it.

    ``values`` are column values, with a Link where the journal keeps an id. ``origin`` tells
    what it is, the same in every file that holds it; ``where`` tells where it stood. ``alike``
    names the column by which an entry that was typed by hand is recognised as the same.
    ``settled`` means that the origin says all: what is there already stays as it is. ``given``
    tells how far the origin is to be trusted. ``file`` names the file it was read from, and
    ``pointer`` the place in it: a JSON pointer (RFC 6901), or ``line:12`` of a text. ``about`` is
    the origin of the person it is about, where a file tells of several. A table of this program
    gives the id under ``entry``, in ``names`` what its references are called, and in ``emptied``
    the fields that have a cell with nothing in it. An entry of another journal brings along what
    it ``bore`` there. ``written`` holds dates as a table prints them, for one that was read and
    turns out to need asking.
    """

    kind: str
    origin: str
    values: Mapping[str, Any]
    where: str
    alike: str = ""
    settled: bool = False
    content: Content | None = None
    given: Given = Given.NOBODY
    file: str = ""
    pointer: str = ""
    about: str = ""
    entry: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    emptied: Sequence[str] = ()
    updated: str = ""
    bore: Borne | None = None
    written: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceFile:
    """A file that entries are read from: the name they call it by, and its hash as planned.

    One that another journal kept says since when it did (UTC), in ``imported``.
    """

    name: str
    content: Content
    hash: str
    imported: str = ""


@dataclass(frozen=True)
class Skipped:
    """A part of a file that became no entry of its own: where, why, and if a record keeps it.

    ``line`` is the number of a row of a table, from 1, and 0 of anything else.
    """

    where: str
    why: str
    kept: bool = False
    line: int = 0


@dataclass(frozen=True)
class TakenBack:
    """What a sender took back: a sentence that says so, and what it was, as far as it is told.

    ``why`` is a key of ``Kind.withdrawals``, or "deleted" at its source; ``by`` names who took it
    back, ``status`` holds in JSON how a resource says so.
    """

    where: str
    said: str
    why: str
    drafts: Sequence[ReadEntry]
    by: str = ""
    status: str = "{}"


@dataclass(frozen=True)
class Reading:
    """All that one or more files say: entries, what was skipped or taken back, and about whom.

    ``files`` are those that another journal had read its entries from.
    """

    drafts: Sequence[ReadEntry] = ()
    skipped: Sequence[Skipped] = ()
    people: Sequence[ReadEntry] = ()
    notices: Sequence[str] = ()
    taken_back: Sequence[TakenBack] = ()
    files: Sequence[SourceFile] = ()


def joined(readings: Sequence[Reading]) -> Reading:
    """Return what several files or tables say as one reading."""
    return Reading(
        drafts=[draft for one in readings for draft in one.drafts],
        skipped=[part for one in readings for part in one.skipped],
        people=[who for one in readings for who in one.people],
        notices=[notice for one in readings for notice in one.notices],
        taken_back=[back for one in readings for back in one.taken_back],
        files=[file for one in readings for file in one.files],
    )


def said(kind: Kind, name: str, value: Any) -> str:
    """Return a value as one text that is equal for equal values, empty for nothing."""
    if isinstance(value, Link):
        return value.origin
    if isinstance(value, tuple):
        value = tuple(one.origin if isinstance(one, Link) else one for one in value)
    column = kind.types[name]
    if value is None or value == column.empty:
        return ""
    text = str(column.process_bind_param(value, None))
    return _OF_THE_EXPORT.sub("", text) if name == "raw" else text


_OF_THE_EXPORT = re.compile(
    r'"(?:versionId|lastUpdated)":\s*"[^"]*",?\s*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
    re.IGNORECASE,
)
"""What differs in a resource kept as it came although it says the same: when it was exported."""


STANDS_ALONE: Final = frozenset({str, PartialDate, Quantity, Range})
"""What stands for nothing but itself, and is kept as one text."""


@dataclass(frozen=True)
class Marks:
    """A short mark for every field an import gave: by them the next import sees what differs.

    Kept as ``origin_hash``: ``name:1f0c… unit:77ab…``, fields without a value left out.
    """

    fields: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, kind: Kind, values: Mapping[str, Any]) -> "Marks":
        """Mark the values of a draft."""
        texts = (
            (name, said(kind, name, value))
            for name, value in values.items()
            if value is not None and value != ""
        )
        return cls({name: mark(text) for name, text in texts if text})

    @classmethod
    def of_stored(cls, kind: Kind, values: Mapping[str, Any], stored: Mapping[str, Any]) -> "Marks":
        """Mark the same, where what the file is to hold of the values is known (Kind.stored)."""
        texts = (
            (
                name,
                stored[name]
                if type(value) in STANDS_ALONE and name != "raw"
                else said(kind, name, value),
            )
            for name, value in values.items()
            if value is not None and value != ""
        )
        return cls({name: mark(text) for name, text in texts if text})

    @classmethod
    def parse(cls, text: str) -> "Marks":
        """Read kept marks; anything else gives none."""
        parts = (part.partition(":") for part in text.split())
        return cls({name: found for name, colon, found in parts if colon})

    def __str__(self) -> str:
        return " ".join(f"{name}:{found}" for name, found in sorted(self.fields.items()))


@lru_cache(maxsize=65536)
def mark(text: str) -> str:
    """Return the mark of one text: 40 bits are plenty to tell an edit."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
