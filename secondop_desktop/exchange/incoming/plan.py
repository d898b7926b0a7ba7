"""What an import would do, to be shown and agreed to before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from secondop_desktop.exchange.archive.opening import Archive
from secondop_desktop.exchange.questions import Question
from secondop_desktop.exchange.read_entries import ReadEntry, Skipped, SourceFile
from secondop_desktop.exchange.tables.columns import Columns
from secondop_desktop.journal.file import MUCH
from secondop_desktop.journal.storage.long_list import LongNames

__all__ = ["Item", "Plan", "Skipped"]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the plan: its kind, the title it will bear, and where it stands in the file.

    ``entry`` is the id of the entry already there, ``edits`` the fields that would change in it.
    ``told`` is the sentence for a row that needs more than its title: the entry is now said to
    be wrong. ``waits`` tells that a question about it has no answer yet.
    """

    kind: str
    title: str
    where: str
    draft: ReadEntry
    entry: str = ""
    edits: Mapping[str, Any] = field(default_factory=dict)
    told: str = ""
    waits: bool = False


PartSize = tuple[int, int]
"""How many entries a part adds, and how many it changes."""


@dataclass(frozen=True)
class Parts:
    """How a plan is carried out part by part that is more than the memory holds.

    ``known`` leads from origins to the ids of entries that are there, ``renamed`` from origins
    to those that things bear now, for links of another part.
    """

    sizes: tuple[PartSize, ...]
    known: LongNames
    renamed: LongNames


@dataclass(frozen=True)
class Plan:
    """New, changed and same entries, what was skipped and why, and what else is worth knowing.

    ``name`` says what is imported; ``person`` is the id of the person it is for, None when the
    first of ``new`` is that person; ``known`` holds the ids of entries there by their origin.
    ``questions`` is what the files leave open, with the answers the plan rests on. ``certain``
    tells that the files say themselves that they are this person's, or say nothing of anybody.
    ``files`` are those that the items name, to be kept with them. ``tables`` says what each column
    of a table holds, where that can be chosen. ``whole`` is the archive that an empty journal is
    filled from, with its bin and its history. ``holder`` keeps what was unpacked from a zip until
    the plan goes. ``parts`` is told where the items lie on the disk.
    """

    name: str
    person: str | None
    new: Sequence[Item] = ()
    changed: Sequence[Item] = ()
    same: Sequence[Item] = ()
    skipped: Sequence[Skipped] = ()
    notices: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    certain: bool = True
    files: tuple[SourceFile, ...] = ()
    tables: tuple[Columns, ...] = ()
    whole: Archive | None = None
    holder: object = None
    parts: Parts | None = None

    @property
    def written(self) -> Iterator[Item]:
        """The items of which something is written, one after another."""
        return chain(self.new, self.changed)

    @property
    def keeps_readers_out(self) -> bool:
        """Whether so much is written that nobody can read the journal meanwhile."""
        paths = (one.content.path for one in self.files)
        large = any(path and path.is_file() and path.stat().st_size > MUCH for path in paths)
        return bool(self.parts or self.whole) or large

    @property
    def of_journal(self) -> bool:
        """Whether it comes from an archive: that is no file to look up later."""
        return self.whole is not None or any(one.imported for one in self.files)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The questions without which nothing may be written."""
        return tuple(one for one in self.questions if not one.answer)

    def summary(self) -> dict[str, object]:
        """Return the counts, what was skipped, and the questions if there are any, for JSON."""
        counted: dict[str, object] = {
            "new": len(self.new),
            "changed": len(self.changed),
            "same": len(self.same),
            "skipped": [{"where": one.where, "why": one.why} for one in self.skipped],
        }
        if self.tables:
            counted["columns"] = {
                one.key: {"heading": one.heading, "holds": one.role}
                for table in self.tables
                for one in table.columns
            }
        if self.questions:
            counted["questions"] = [_shown(one) for one in self.questions]
        return counted


def _shown(question: Question) -> dict[str, object]:
    choices = [{"key": one.key, "label": one.label} for one in question.choices]
    return {
        "key": question.key,
        "text": question.text,
        "choices": choices,
        "answer": question.answer,
    }
