"""The tables' common ground: what every entry of a journal has, and how columns are declared.

SQLAlchemy's own classes for this prepare sessions, which nobody opens here, and were a quarter
of what every command costs.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import Column, ForeignKey, MetaData, Table

from secondop_desktop.journal.values import columns

V = TypeVar("V")


class Mapped(Generic[V]):
    """A column as a model declares it: rows of its table have a ``V`` under its name."""

    def __init__(self, type_: columns.Value, refers: str = "", *, key: bool = False) -> None:
        """Declare a column; ``refers`` names the table whose ids it holds."""
        self.type, self._refers, self._key = type_, refers, key

    def __get__(self, row: object, model: type) -> V:
        """Give rows their static types: what is read has them, but is not of the model's class."""
        raise AttributeError

    def column(self, name: str) -> Column[Any]:
        """Return the column, made anew for each table that has it."""
        return Column(
            name,
            self.type,
            *self._target(),
            primary_key=self._key,
            nullable=self.type.empty is None and not self._key,
            index=True if self._refers else None,
        )

    def _target(self) -> list[ForeignKey]:
        """Return what the column points to; the file checks it at the end of each change."""
        if not self._refers:
            return []
        return [ForeignKey(f"{self._refers}.id", deferrable=True, initially="DEFERRED")]


def line() -> Mapped[str]:
    """One line of free text, empty when unknown."""
    return Mapped(columns.Line())


def prose() -> Mapped[str]:
    """Free text of several lines, empty when unknown."""
    return Mapped(columns.Prose())


def choice() -> Mapped[str]:
    """One of the words listed by the kind's field, empty when not answered."""
    return Mapped(columns.Code())


def choices() -> Mapped[tuple[str, ...]]:
    """Several of the words listed by the kind's field."""
    return Mapped(columns.Words())


def yes_no() -> Mapped[bool | None]:
    """Yes, no, or None for not asked."""
    return Mapped(columns.YesNo())


def whole() -> Mapped[int | None]:
    """A whole number."""
    return Mapped(columns.Whole())


def day() -> Mapped[Any]:
    """A PartialDate as far as it is known."""
    return Mapped(columns.Day())


def measured() -> Mapped[Any]:
    """A Quantity as printed."""
    return Mapped(columns.Measured())


def printed_range() -> Mapped[Any]:
    """A Range as printed."""
    return Mapped(columns.PrintedRange())


def amount() -> Mapped[Any]:
    """An exact Decimal sum."""
    return Mapped(columns.Amount())


def pairs() -> Mapped[Mapping[str, str]]:
    """Texts under keys."""
    return Mapped(columns.Pairs())


def named_texts() -> Mapped[Mapping[str, str]]:
    """Texts under names that are said with them."""
    return Mapped(columns.Named())


def checklist() -> Mapped[tuple[tuple[str, bool], ...]]:
    """Lines to tick off."""
    return Mapped(columns.Checklist())


def refs() -> Mapped[tuple[str, ...]]:
    """The ids of several other entries."""
    return Mapped(columns.Refs())


def ref(kind: str) -> Mapped[str | None]:
    """The id of one other entry."""
    return Mapped(columns.Reference(), kind)


MADE = MetaData()
"""The tables made so far."""


class _Tables:
    """The list of all tables: a model's is made when the list is asked for, as rows need none."""

    def __init__(self) -> None:
        self._waiting: list[type[Entry]] = []

    def add(self, model: "type[Entry]") -> None:
        self._waiting.append(model)

    def __get__(self, row: object, model: type) -> MetaData:
        while self._waiting:
            new = self._waiting.pop()
            found = (one.column(name) for name, one in new.declared.items())
            Table(new.__tablename__, MADE, *found)
        return MADE


class _Table:
    """One model's table in the list of all."""

    def __get__(self, row: object, model: "type[Entry]") -> Table:
        return model.metadata.tables[model.__tablename__]


class Base:
    """What the models have in common: the list of all tables."""

    metadata = _Tables()


class Entry(Base):
    """What every entry has.

    ``unread`` holds what was typed and cannot be read as a value yet (a draft loses nothing);
    ``origin`` names where an import took it from, ``origin_hash`` what it said there, so that
    the same file adds nothing twice; ``source_file`` is the hash of the file it was read from
    and ``source_place`` where in it (see ``sources``); ``seal`` is a hash of the
    row that ``check`` verifies.
    """

    __tablename__: ClassVar[str]
    __table__ = _Table()
    declared: ClassVar[Mapping[str, Mapped[Any]]]
    """The columns by name: the model's own, then those of every entry."""

    id: Mapped[str] = Mapped(columns.Line(), key=True)
    created: Mapped[str] = Mapped(columns.Moment())
    changed: Mapped[str] = Mapped(columns.Moment())
    deleted_at: Mapped[str] = Mapped(columns.Moment())
    private: Mapped[bool | None] = yes_no()
    unread: Mapped[Mapping[str, str]] = pairs()
    origin: Mapped[str] = line()
    origin_hash: Mapped[str] = line()
    source_file: Mapped[str] = line()
    source_place: Mapped[str] = line()
    seal: Mapped[str] = line()
    person: Mapped[str | None] = ref("person")
    """The person the entry belongs to; a person belongs to herself."""

    def __init_subclass__(cls) -> None:
        """List the columns of a model."""
        if "__tablename__" in vars(cls):
            found = [part for base in cls.__mro__ for part in vars(base).items()]
            cls.declared = {name: one for name, one in found if isinstance(one, Mapped)}
            vars(Base)["metadata"].add(cls)


class CaseEntry(Entry):
    """An entry that may belong to one second-opinion case."""

    case: Mapped[str | None] = ref("case")


KEPT_BY_JOURNAL = frozenset({"id", "created", "changed", "deleted_at", "seal"})
"""Columns that only the journal itself writes."""
