"""The rows of one person at one moment, without what the choices leave out."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from secondop_desktop.exchange.pdf.blocks.flow import Block
from secondop_desktop.exchange.pdf.pages.chapter import Chapter, Rows
from secondop_desktop.journal.case_scope import of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kinds, Names
from secondop_desktop.journal.said_none import said_none
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import COMPARISON, Choices, chapters, chosen_chapters
from secondop_desktop.summary.membership import FRAME, WHOLE, is_begun, is_held
from secondop_desktop.summary.reader import Reader, questions_for, reader_of
from secondop_desktop.summary.since import since_of

T = TypeVar("T")
_UPRIGHT = 2  # opinions with their marks that fit side by side on upright paper


class Snapshot:
    """The rows of one person at one moment, without what the choices leave out.

    What was refuted or entered by mistake is never among them, nor what has no name yet; any
    other draft bears in its name that it is one. Entries owned by one that is left out are left
    out with it, and ``names`` has no word for any of them.
    Of kinds that are not among ``only`` nothing is read, and so nothing told or named.
    ``held_back`` are the titles of private entries that stay out, ``begun`` those of drafts.
    """

    def __init__(
        self, journal: Journal, choices: Choices, *, only: Collection[str] | None = None
    ) -> None:
        self.kinds: Kinds = journal.kinds
        self.names: Names = self._name
        self.choices = choices
        self.today = choices.today
        self._more: set[str] = set()
        self._journal = journal
        self.large = choices.large_print
        with journal.reading():
            self.person = journal.get("person", choices.person)
            read = [name for name in journal.kinds if only is None or name in only]
            found = {name: self._found(name) for name in read}
            self._every = {
                name: journal.entries(name, person=choices.person)
                for name in read
                if journal.kinds[name].said_none
            }
            held = {row.id: None for name in found for row in found[name] if self._held(name, row)}
            self.held_back = [journal.name(entry) for entry in held]
            begun = [
                row.id for name in found for row in found[name] if is_begun(self.kinds[name], row)
            ]
            self.begun = [journal.name(entry) for entry in begun if entry not in held]
        self._written = {row.id: row for rows in found.values() for row in rows}
        out = {*held, *begun}
        left = {name: [row for row in rows if row.id not in out] for name, rows in found.items()}
        self._in_part = {
            name: [self._marked(name, row) for row in left[name] if self.kinds[name].is_draft(row)]
            for name in WHOLE & found.keys()
        }
        parted = {row.id for rows in self._in_part.values() for row in rows}
        self._rows = {
            name: [self._marked(name, row) for row in rows if row.id not in parted]
            for name, rows in left.items()
        }
        self._drop_owned()
        self._titles: dict[str, str] = {}
        self._once: dict[Callable[[Rows], Any], Any] = {}

    def of(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind, in the order in which they were entered."""
        return self._rows[kind]

    def in_part(self, kind: str) -> Sequence[Any]:
        """Return the drafts that say something, of a kind whose drafts stand by themselves."""
        return self._in_part.get(kind, ())

    def once(self, make: Callable[[Rows], T]) -> T:
        """Return what is made of these rows, which several parts of a paper tell of."""
        if make not in self._once:
            self._once[make] = make(self)
        found: T = self._once[make]
        return found

    def written(self, entry: str) -> Any:
        """Return a row as it stands in the journal: its name without the mark of a draft."""
        return self.person if entry == self.person.id else self._written[entry]

    def of_case(self, kind: str) -> Sequence[Any]:
        """Return what belongs to the case of this paper; without a case, all there is."""
        found = self.of(kind)
        return found if self.case is None else of_case(found, self.case.id)

    def asks(self, question: Any) -> bool:
        """Tell whether an open question is for whoever this paper is for."""
        return question.id in self._asked

    @cached_property
    def _asked(self) -> frozenset[str]:
        return frozenset(row.id for row in questions_for(self, self.reader))

    @property
    def private(self) -> bool:
        """Whether what is told to few may be printed, such as where papers lie at home."""
        return self.choices.private

    @cached_property
    def reader(self) -> Reader:
        """Who it is for."""
        return reader_of(self, self.choices.reader)

    @cached_property
    def since(self) -> date:
        """How far back results, papers and events go."""
        return self.choices.since or since_of(self)

    def said_none(self, kind: str) -> bool:
        """Tell whether they said that there are none of a kind, and no entry denies it.

        What is private or left out speaks against it too, though it is not told.
        """
        return said_none(self.kinds[kind], self.person, self._every[kind], self.today)

    def tells_all(self, kind: str) -> bool:
        """Tell whether nothing of a kind was left out by hand, or as private or of another case."""
        return kind not in self._more and not (self.choices.case and self._tells_elsewhere(kind))

    def prints(self, key: str) -> bool:
        """Tell whether a chapter is chosen and has something in it."""
        chosen = [one for one in self.chapters if one.key == key]
        return any(self._has(kind) for chapter in chosen for kind in chapter.kinds)

    def _has(self, kind: str) -> bool:
        return bool(self.of(kind) or self.in_part(kind))

    @cached_property
    def chapters(self) -> list[Chapter]:
        """The chapters that are chosen, in order."""
        return chosen_chapters(self.kinds, self.choices)

    @cached_property
    def made(self) -> list[tuple[Chapter, list[Block]]]:
        """The chosen chapters that have something to tell; their blocks are drawn once."""
        told = [one for one in self.chapters if self.private or not one.private]
        return [(one, blocks) for one in told if (blocks := one.make(self))]

    @cached_property
    def kept_back(self) -> Sequence[str]:
        """The titles of chapters that were chosen, yet are told to few."""
        few = [one for one in self.chapters if one.private and not self.private]
        return [_(one.title) for one in few if one.make(self)]

    @cached_property
    def not_chosen(self) -> Sequence[str]:
        """The titles of the chapters that have entries and were not asked for."""
        left = [one for one in chapters(self.kinds) if one not in self.chapters]
        return [_(one.title) for one in left if any(map(self._has, one.kinds))]

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

    def _found(self, name: str) -> list[Any]:
        """Return the rows of the person and of the case that are not left out one by one."""
        facts = [row for row in self._of_case(name) if self.kinds[name].is_fact(row)]
        left = [row for row in facts if row.id not in self.choices.leave_out]
        if len(left) < len(facts) or any(self._held(name, row) for row in left):
            self._more.add(name)
        return left

    def _of_case(self, name: str) -> list[Any]:
        """Return the rows of the case that is wanted, where one is; what is of others is not read.

        After twenty years that is nearly all there is.
        """
        wanted, person = self.choices.case, self.choices.person
        if not wanted:
            return self._journal.entries(name, person=person)
        if name == "case":
            return self._journal.entries(name, person=person, id=wanted)
        return self._journal.of_case(name, wanted, person=person)

    def _tells_elsewhere(self, name: str) -> bool:
        """Tell whether something of a kind is of another case than the one that is wanted."""
        there = {row.id for row in self._of_case(name)}
        every = self._journal.entries(name, person=self.choices.person)
        return any(row.id not in there and self.kinds[name].is_fact(row) for row in every)

    def _marked(self, name: str, row: Any) -> Any:
        """Let a draft that is printed say that it is one, where it is named."""
        return row if name in FRAME else self.kinds[name].marked(row)

    def _held(self, name: str, row: Any) -> bool:
        return is_held(self.kinds[name], row) and not self.choices.private

    def _drop_owned(self) -> None:
        for name in self._rows:
            for owner in (one for one in self.kinds[name].fields if one.owner):
                there = {"", None, *(row.id for row in self._rows[owner.refers])}
                kept = [row for row in self._rows[name] if getattr(row, owner.name) in there]
                self._rows[name] = kept
