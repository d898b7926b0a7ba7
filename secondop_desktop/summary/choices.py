"""What goes into a summary, and the rows that are left when the rest is taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.chapter import Chapter, plain
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kinds, Names
from secondop_desktop.lang import N_, _

CHRONOLOGY = "timeline"
_AFTER_PAGE_ONE = (CHRONOLOGY, "case", "opinion", "option", "decision", "question", "result")


@dataclass(frozen=True)
class Choices:
    """One summary as the person wants it.

    ``sections`` are chapter keys (None: the usual ones), ``leave_out`` ids of entries,
    ``private`` lets entries marked private in. ``today`` is the day it is made.
    """

    person: str
    case: str | None = None
    sections: tuple[str, ...] | None = None
    leave_out: frozenset[str] = frozenset()
    private: bool = False
    large_print: bool = False
    today: date = field(default_factory=date.today)


def chapters(kinds: Kinds) -> list[Chapter]:
    """Return all chapters in the order in which they are printed."""
    found = [Chapter(CHRONOLOGY, N_("What happened when"), (), lambda _rows: [])]
    covered: set[str] = {"person"}
    own = [chapter for name in kinds for chapter in _own(kinds, name)]
    covered.update(name for chapter in own for name in chapter.kinds)
    found += own
    found += [plain(kind) for name, kind in kinds.items() if name not in covered]
    order = {key: at for at, key in enumerate(_AFTER_PAGE_ONE)}
    return sorted(found, key=lambda chapter: order.get(chapter.key, len(order)))


def _own(kinds: Kinds, name: str) -> list[Chapter]:
    """Return the chapter that a kind keeps in ``pdf.py`` beside its model."""
    module = kinds[name].model.__module__.rpartition(".")[0] + ".pdf"
    if find_spec(module) is None:
        return []
    made: dict[str, Chapter] = import_module(module).CHAPTERS
    return [made[name]] if name in made else []


def chosen_chapters(kinds: Kinds, choices: Choices) -> list[Chapter]:
    """Return the chapters to print; raises UserError for a section that there is not."""
    known = chapters(kinds)
    if choices.sections is None:
        return [chapter for chapter in known if chapter.usual]
    keys = {chapter.key for chapter in known}
    for key in choices.sections:
        if key not in keys:
            raise UserError(
                _("There is no section {name}. The sections are: {names}.").format(
                    name=key, names=", ".join(chapter.key for chapter in known)
                )
            )
    return [chapter for chapter in known if chapter.key in choices.sections]


class Snapshot:
    """The rows of one person at one moment, without what the choices leave out.

    Entries owned by one that is left out are left out with it. ``held_back`` are the titles of
    private entries that stay out.
    """

    def __init__(self, journal: Journal, choices: Choices) -> None:
        self.kinds: Kinds = journal.kinds
        self.names: Names = journal.names()
        self.choices = choices
        self.today = choices.today
        self.held_back: list[str] = []
        self.person = journal.get("person", choices.person)
        with journal.reading() as connection:
            read = {
                name: journal.entries(name, connection=connection, person=choices.person)
                for name in journal.kinds
            }
        self._out = set(choices.leave_out)
        self._rows: dict[str, list[Any]] = {name: self._kept(name, read[name]) for name in read}
        self._drop_owned()

    def of(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind, in the order in which they were entered."""
        return self._rows[kind]

    @cached_property
    def case(self) -> Any:
        """The case the summary is about: the chosen one, else the newest open one, or None."""
        cases = self.of("case")
        named = [row for row in cases if row.id == self.choices.case]
        open_ones = [row for row in cases if row.closed is None]
        return (named or open_ones[-1:] or [*cases][-1:] or [None])[0]

    def _kept(self, name: str, rows: Sequence[Any]) -> list[Any]:
        kept = []
        for row in rows:
            other = self.choices.case and getattr(row, "case", None) not in (
                None,
                self.choices.case,
            )
            mine = not (name == "case" and self.choices.case and row.id != self.choices.case)
            if row.id in self._out or other or not mine:
                self._out.add(row.id)
            elif row.private and not self.choices.private and name != "person":
                self._out.add(row.id)
                self.held_back.append(self.kinds[name].title(row, self.names))
            else:
                kept.append(row)
        return kept

    def _drop_owned(self) -> None:
        for name, kind in self.kinds.items():
            for owner in (one for one in kind.fields if one.owner):
                self._rows[name] = [
                    row for row in self._rows[name] if getattr(row, owner.name) not in self._out
                ]
