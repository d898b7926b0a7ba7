"""What goes into a summary, and the rows that are left when the rest is taken out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.pages.chapter import Chapter, plain
from secondop_desktop.journal.case_scope import of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kinds, Names
from secondop_desktop.journal.said_none import said_none
from secondop_desktop.lang import N_, _
from secondop_desktop.summary.chronology import chronology

CHRONOLOGY = "timeline"
COMPARISON = "opinion"
_WHOLE = frozenset({"result"})
"""Kinds that are printed only when all of an entry could be read: a value stands for itself."""
_FRAME = frozenset({"person", "case", "provider"})
"""Kinds that say what the paper is about and who is who, and do so with what they hold."""
_UPRIGHT = 2  # opinions with their marks that fit side by side on upright paper
_ORDER = (
    CHRONOLOGY,
    "case",
    "diagnosis",
    "opinion",
    "option",
    "decision",
    "question",
    "medicine",
    "allergy",
    "treatment",
    "symptom",
    "appointment",
    "result",
    "record",
    "relative",
    "vaccination",
    "provider",
    "person",
)


@dataclass(frozen=True)
class Choices:
    """One summary as the person wants it.

    ``sections`` are chapter keys (None: the usual ones), ``leave_out`` ids of entries,
    ``private`` lets entries marked private in. ``page_one`` is left out only where a chapter is
    printed instead. ``today`` is the day it is made.
    """

    person: str
    case: str | None = None
    sections: tuple[str, ...] | None = None
    leave_out: frozenset[str] = frozenset()
    private: bool = False
    large_print: bool = False
    page_one: bool = True
    today: date = field(default_factory=date.today)


def chapters(kinds: Kinds) -> list[Chapter]:
    """Return all chapters in the order in which they are printed."""
    rooms = dict.fromkeys(kind.model.__module__.rpartition(".")[0] for kind in kinds.values())
    own = [chapter for room in rooms for chapter in _own(room)]
    covered = {"person", *(name for chapter in own for name in chapter.kinds)}
    found = [Chapter(CHRONOLOGY, N_("What happened when"), (), chronology), *own]
    found += [plain(kind) for name, kind in kinds.items() if name not in covered]
    order = {key: at for at, key in enumerate(_ORDER)}
    return sorted(found, key=lambda chapter: order.get(chapter.key, len(order)))


def _own(room: str) -> list[Chapter]:
    """Return the chapters that a feature keeps in ``pdf.py`` beside its model."""
    if find_spec(f"{room}.pdf") is None:
        return []
    made: dict[str, Chapter] = import_module(f"{room}.pdf").CHAPTERS
    return list(made.values())


def chosen_chapters(kinds: Kinds, choices: Choices) -> list[Chapter]:
    """Return the chapters to print; raises UserError for a section that there is not."""
    known = chapters(kinds)
    if choices.sections is None:
        return [chapter for chapter in known if chapter.usual]
    keys = [chapter.key for chapter in known]
    wanted = [_key(name, keys, kinds) for name in choices.sections]
    return [chapter for chapter in known if chapter.key in wanted]


def _key(name: str, keys: Sequence[str], kinds: Kinds) -> str:
    """Return the key of a chapter, which may be named by its kind's plural too."""
    plurals = {kinds[key].plural.lower(): key for key in keys if key in kinds}
    key = plurals.get(name.lower(), name)
    if key not in keys:
        text = _("There is no section {name}. The sections are: {names}.")
        raise UserError(text.format(name=name, names=", ".join(keys)))
    return key


class Snapshot:
    """The rows of one person at one moment, without what the choices leave out.

    What was refuted or entered by mistake is never among them, nor what has no name yet; any
    other draft bears in its name that it is one. Entries owned by one that is left out are left
    out with it, and ``names`` has no word for any of them.
    ``held_back`` are the titles of private entries that stay out, ``begun`` those of drafts.
    """

    def __init__(self, journal: Journal, choices: Choices) -> None:
        self.kinds: Kinds = journal.kinds
        self.names: Names = self._name
        self.choices = choices
        self.today = choices.today
        self.large = choices.large_print
        with journal.reading():
            self.person = journal.get("person", choices.person)
            found = {name: self._found(journal, name) for name in journal.kinds}
            self._every = {
                name: journal.entries(name, person=choices.person)
                for name, kind in journal.kinds.items()
                if kind.said_none
            }
            titles = journal.names()
        held = [row.id for name in found for row in found[name] if self._held(name, row)]
        self.held_back = [titles(entry) for entry in held]
        begun = [row.id for name in found for row in found[name] if self._begun(name, row)]
        self.begun = [titles(entry) for entry in begun if entry not in held]
        out = {*held, *begun}
        self._rows = {
            name: [self._marked(name, row) for row in rows if row.id not in out]
            for name, rows in found.items()
        }
        self._drop_owned()
        self._titles: dict[str, str] = {}

    def of(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind, in the order in which they were entered."""
        return self._rows[kind]

    def said_none(self, kind: str) -> bool:
        """Tell whether they said that there are none of a kind, and no entry denies it.

        What is private or left out speaks against it too, though it is not told.
        """
        return said_none(self.kinds[kind], self.person, self._every[kind], self.today)

    def prints(self, key: str) -> bool:
        """Tell whether a chapter is chosen and has something in it."""
        chosen = [one for one in self.chapters if one.key == key]
        return any(self.of(kind) for chapter in chosen for kind in chapter.kinds)

    @cached_property
    def chapters(self) -> list[Chapter]:
        """The chapters that are chosen, in order."""
        return chosen_chapters(self.kinds, self.choices)

    @property
    def wide(self) -> bool:
        """Whether the paper lies on its side: three opinions alone read better so."""
        alone = not self.choices.page_one and [one.key for one in self.chapters] == [COMPARISON]
        return alone and not self.large and len(self.of("opinion")) > _UPRIGHT

    @cached_property
    def case(self) -> Any:
        """The case the summary is about: the chosen one, else the newest open one, or None."""
        cases = self.of("case")
        named = [row for row in cases if row.id == self.choices.case]
        open_ones = [row for row in cases if row.closed is None]
        return (named or open_ones[-1:] or [*cases][-1:] or [None])[0]

    @cached_property
    def _places(self) -> dict[str, tuple[str, Any]]:
        return {row.id: (name, row) for name, rows in self._rows.items() for row in rows}

    def _name(self, entry: str | None) -> str:
        """Return the title of an entry that is printed; empty for all that stays out."""
        if not entry or entry not in self._places:
            return ""
        if entry not in self._titles:
            kind, row = self._places[entry]
            self._titles[entry] = ""  # two entries titled after each other must come to an end
            self._titles[entry] = self.kinds[kind].title(row, self._name)
        return self._titles[entry]

    def _found(self, journal: Journal, name: str) -> list[Any]:
        """Return the rows of the person and of the case that are not left out one by one."""
        rows = journal.entries(name, person=self.choices.person)
        left = [row for row in rows if row.id not in self.choices.leave_out]
        left = [row for row in left if journal.kinds[name].is_fact(row)]
        wanted = self.choices.case
        if not wanted:
            return left
        if name == "case":
            return [row for row in left if row.id == wanted]
        return list(of_case(left, wanted))

    def _begun(self, name: str, row: Any) -> bool:
        """Tell whether an entry lacks the words that make it one, and would be read as one."""
        kind = self.kinds[name]
        if name in _WHOLE:
            return kind.is_draft(row)
        return name not in _FRAME and not all(getattr(row, one) for one in kind.naming)

    def _marked(self, name: str, row: Any) -> Any:
        """Let a draft that is printed say that it is one, where it is named."""
        return row if name in _FRAME else self.kinds[name].marked(row)

    def _held(self, name: str, row: Any) -> bool:
        return bool(row.private and not self.choices.private and name != "person")

    def _drop_owned(self) -> None:
        for name, kind in self.kinds.items():
            for owner in (one for one in kind.fields if one.owner):
                there = {"", None, *(row.id for row in self._rows[owner.refers])}
                kept = [row for row in self._rows[name] if getattr(row, owner.name) in there]
                self._rows[name] = kept
