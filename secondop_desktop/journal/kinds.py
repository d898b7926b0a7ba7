"""What a kind of entry tells the rest of the program, so that nobody needs to know it by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import repeat
from typing import Any

from secondop_desktop.journal.model import KEPT_BY_JOURNAL, Entry
from secondop_desktop.journal.stored_rows import StoredRows
from secondop_desktop.journal.unsure import Unsure, nowhere
from secondop_desktop.journal.values.columns import Day, Line, Pairs, Prose, Refs, Value, Words
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _

Names = Callable[[str | None], str]
"""Gives the title of an entry by its id (an empty text for None)."""


_CODES = frozenset({"file", "file_type", "raw", "code"})
"""Fields that hold no words."""


@dataclass(frozen=True)
class Field:
    """One field as the user meets it; its type is the column's.

    ``label`` and the labels of ``choices`` are untranslated texts. ``refers`` names the kind an
    id points to; ``owner`` means that this entry goes to the bin together with that one.
    ``happened`` is the date of what lies in the past, and is asked about when it does not;
    ``past_if`` holds the statuses of an entry under which that is so. ``only_with`` names the
    fields with which it stands: a frame on a page says nothing of another page, so that an edit
    of one of those empties it, unless the same edit gives it too. ``said`` puts a value into words
    where nobody knows it as it is kept, such as a size in bytes; the search knows it as kept.
    """

    name: str
    label: str
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    refers: str = ""
    owner: bool = False
    file: bool = False
    happened: bool = False
    past_if: frozenset[str] = frozenset()
    only_with: tuple[str, ...] = ()
    said: Callable[[Any], str] | None = None

    def lies_ahead(self, values: Mapping[str, Any], today: date) -> bool:
        """Tell whether an entry of these values says that this happened, on a day still to come."""
        told = values.get(self.name)
        happened = self.happened or values.get("status") in self.past_if
        return happened and isinstance(told, PartialDate) and told.first_day > today

    def label_of(self, value: str) -> str:
        """Return the untranslated label of one of the choices, or the value itself."""
        return dict(self.choices).get(value, value)


MISTAKEN = ("entered in error", N_("Entered by mistake"))
"""The choice of a status that says of an entry that whoever sent it took it back."""


@dataclass(frozen=True)
class Turn:
    """What an entry can become: an entry of the kind ``into``, whose field ``name`` names it.

    ``same`` gives for fields of the one the fields of the other that mean the same; where none
    gives the name, it is made of the entry's title by ``naming``. ``link`` is the field that points
    back. ``rest`` takes every other answer, in words, where the first entry goes to the bin; one
    that ``stays`` keeps them itself. ``words`` and ``naming`` are untranslated.
    """

    into: str
    words: str
    name: str
    same: Mapping[str, str] = field(default_factory=dict)
    naming: str = "{title}"
    rest: str = ""
    link: str = ""
    stays: bool = False


ASK_ABOUT = Turn(
    "question",
    N_("Ask about this"),
    "text",
    naming=N_("I want to ask about {title}"),
    stays=True,
)
DO_ABOUT = Turn("task", N_("Add this to the things to do"), "text", link="linked", stays=True)


def _always(_row: Any) -> bool:
    return True


def _always_on(_row: Any, _today: date) -> bool:
    return True


def _no_doubt(_row: Any, _today: date) -> str:
    return ""


def _nothing_more(_row: Any) -> tuple[str, ...]:
    return ()


def _whole(_values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {}


def _wording(field: Field, kept: Value) -> Callable[[Any], str]:
    if isinstance(kept, Words):
        return lambda value: "\n".join(map(field.label_of, value))
    return field.label_of if field.choices else kept.words


@dataclass(frozen=True)
class Kind:
    """A kind of entry: its table, fields and the few words by which it shows itself.

    ``title`` and ``line`` turn a row and the names of other entries into one line each; ``when``
    names the date field that puts entries on the timeline; ``main_date`` the one whose "about"
    stands beside it in JSON. Each of ``rules`` takes a row with the entry's values and returns
    one clear sentence about what is wrong, or an empty text. ``fhir`` gives the types of FHIR
    resource that become entries of this kind and the function that reads each, loaded when asked.
    ``add`` is what the button says that makes a new one.

    ``is_fact`` tells whether an entry says what is so: one that was refuted or entered by mistake
    does not, and is never printed as if it did. ``judged_by`` names the columns that it and
    ``is_unfinished`` look at: to count entries, no others are read. ``holds`` tells whether it is
    so on a day, such as a medicine that is taken then; ``doubt`` says why that is not certain, or
    nothing. ``must_say``
    gives what no paper and no letter leaves out beside its name, in words for inside a sentence:
    the dose of a medicine and how it is taken, what an allergy does and how bad it is.
    ``withdrawals`` gives for each way to take an entry back ("mistake", "refuted", "cancelled") the
    field that says so and the value it then has.
    ``unsure`` gives what changes of the values of an entry of which its source is not certain.
    ``said_none`` names the person's own answer that there are none of this kind.
    ``parted`` returns what to put elsewhere of values that were given as one, such as a mark
    beside a number. ``is_unfinished`` adds to what a draft is, beyond what is missing or unread.
    ``turns`` are the other kinds that an entry can become. ``of_others`` says that it tells of
    other people, whose dates may lie before the person was born.
    """

    name: str
    model: type[Entry]
    label: str
    plural: str
    icon: str
    fields: tuple[Field, ...]
    title: Callable[[Any, Names], str]
    line: Callable[[Any, Names], str]
    when: str = ""
    columns: tuple[str, ...] = ()
    rules: tuple[Callable[[Any], str], ...] = ()
    fhir: Callable[[], Mapping[str, Callable[..., Any]]] = dict
    add: str = ""
    is_fact: Callable[[Any], bool] = _always
    judged_by: tuple[str, ...] = ()
    holds: Callable[[Any, date], bool] = _always_on
    doubt: Callable[[Any, date], str] = _no_doubt
    must_say: Callable[[Any], tuple[str, ...]] = _nothing_more
    withdrawals: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    unsure: Unsure = nowhere
    said_none: str = ""
    parted: Callable[[Mapping[str, Any]], Mapping[str, Any]] = _whole
    is_unfinished: Callable[[Any], bool] | None = None
    turns: tuple[Turn, ...] = ()
    of_others: bool = False

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by name."""
        return {one.name: one for one in self.fields}

    def type_of(self, name: str) -> Value:
        """Return the column type of a field; raises KeyError for an unknown one."""
        return self.types[name]

    @cached_property
    def dates(self) -> tuple[str, ...]:
        """The names of the date fields, the main one first."""
        names = [field.name for field in self.fields if isinstance(self.type_of(field.name), Day)]
        return tuple(sorted(names, key=lambda name: name != self.when))

    @cached_property
    def types(self) -> Mapping[str, Value]:
        """The types of all columns, those that every entry has among them."""
        return {name: column.type for name, column in self.model.declared.items()}

    @cached_property
    def writable(self) -> frozenset[str]:
        """The columns that are not the journal's own to fill."""
        own = {"person"} if self.name == "person" else set[str]()
        return frozenset(self.types.keys() - KEPT_BY_JOURNAL - own)

    @cached_property
    def blank(self) -> Mapping[str, Any]:
        """An empty row as the file holds it."""
        return {
            name: kept.process_bind_param(kept.empty, None) for name, kept in self.types.items()
        }

    def stored(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return values as the file holds them; raises KeyError for a column there is not."""
        types, lines = self.types, self._lines
        return {
            name: value
            # Most of what comes in is plain text, which is kept as it is.
            if type(value) is str and name in lines and value.isascii() and "\x00" not in value
            else types[name].process_bind_param(value, None)
            for name, value in values.items()
        }

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(
            name
            for name, kept in self.types.items()
            if type(kept).process_bind_param is Line.process_bind_param
        )

    @cached_property
    def referring(self) -> tuple[tuple[str, str, bool], ...]:
        """The fields that hold ids: name, the kind they are of, and whether there are several."""
        several = {field.name: type(self.types[field.name]) is Refs for field in self.fields}
        return tuple(
            (field.name, field.refers, several[field.name])
            for field in self.fields
            if field.refers or several[field.name]
        )

    @cached_property
    def leaning(self) -> tuple[Field, ...]:
        """The fields that stand only together with others."""
        return tuple(one for one in self.fields if one.only_with)

    @cached_property
    def _stored(self) -> StoredRows:
        return StoredRows(self.model.__name__, self.types)

    def rows(
        self, found: Iterable[Sequence[Any]], met_harm: Callable[[], None] = lambda: None
    ) -> list[Any]:
        """Return rows of the file, each with all columns in order, as immutable rows of values.

        ``met_harm`` is called when something among them could not be read.
        """
        return self._stored.rows(found, met_harm)

    def column(
        self, name: str, stored: Sequence[Any], met_harm: Callable[[], None] = lambda: None
    ) -> Sequence[Any]:
        """Return the values of one column of the file; one that cannot be read is empty."""
        return self._stored.column(name, stored, met_harm)

    def row(self, raw: Mapping[str, Any]) -> Any:
        """Return a whole row of the file with its values as the program works with them."""
        return self._stored.row(raw)

    def decode(self, name: str, stored: object) -> tuple[Any, object]:
        """Return the value that a column held, and its JSON; what stands there if it is none."""
        return self._stored.decode(name, stored)

    @cached_property
    def worded(self) -> tuple[tuple[str, str, Callable[[Any], str]], ...]:
        """The fields that hold words to search for: name, label, how a value is said in words.

        Ids and codes are not among them.
        """
        return tuple(
            (field.name, field.label, _wording(field, kept))
            for field, kept in ((field, self.types[field.name]) for field in self.fields)
            if field.name not in _CODES
            and not field.refers
            and type(kept) is not Refs
            and not (field.choices and isinstance(kept, Pairs))
        )

    @cached_property
    def naming(self) -> tuple[str, ...]:
        """The fields whose words an entry needs to be one, such as the name of a medicine."""
        needed = (field.name for field in self.fields if field.required)
        return tuple(name for name in needed if type(self.types[name]) in {Line, Prose})

    def marked(self, row: Any) -> Any:
        """Return a row that says where it is named that it is a draft, if it is one."""
        if not self.is_draft(row):
            return row
        named = {one: getattr(row, one) for one in self.naming if getattr(row, one)}
        return row._replace(**{one: draft_name(name) for one, name in named.items()})

    def missing(self, row: Any) -> tuple[Field, ...]:
        """Return the required fields that are still empty: such an entry is a draft."""
        return tuple(f for f in self._needed if not getattr(row, f.name))

    @cached_property
    def _needed(self) -> tuple[Field, ...]:
        return tuple(f for f in self.fields if f.required)

    def is_draft(self, row: Any) -> bool:
        """Tell whether an entry is only begun: it is listed as a draft and never counted."""
        return bool(row.unread) or self._lacks(row)

    def is_only_unread(self, row: Any) -> bool:
        """Tell whether a draft is one only for what was written and could not be read."""
        return bool(row.unread) and not self._lacks(row)

    def _lacks(self, row: Any) -> bool:
        if self.is_unfinished is not None and self.is_unfinished(row):
            return True
        # Asked of each of thousands: as a generator it takes twice as long.
        return not all(map(getattr, repeat(row), self._needed_names))

    @cached_property
    def _needed_names(self) -> tuple[str, ...]:
        return tuple(field.name for field in self._needed)


def draft_name(name: str) -> str:
    """Return a name that says that the entry which bears it is a draft."""
    return _("{name} (draft)").format(name=name)


Kinds = Mapping[str, Kind]
"""All kinds by name, in the catalogue's order."""


def owned_kinds(kind: Kind, kinds: Kinds) -> Iterator[tuple[Kind, str]]:
    """Yield the kinds whose entries belong to one of this kind, with the field that says so."""
    for other in kinds.values():
        for part in other.fields:
            if part.owner and part.refers == kind.name and other is not kind:
                yield other, part.name
