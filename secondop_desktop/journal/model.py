"""The tables' common ground: what every entry of a journal has, and how columns are declared."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column

from secondop_desktop.journal import columns


class Base(DeclarativeBase):
    """The declarative registry of all kinds."""


def _value(kind: type[columns.Value], **options: Any) -> MappedColumn[Any]:
    return mapped_column(kind(), nullable=kind.empty is None, **options)


def line() -> MappedColumn[str]:
    """One line of free text, empty when unknown."""
    return _value(columns.Line)


def prose() -> MappedColumn[str]:
    """Free text of several lines, empty when unknown."""
    return _value(columns.Prose)


def choice() -> MappedColumn[str]:
    """One of the words listed by the kind's field, empty when not answered."""
    return _value(columns.Code)


def choices() -> MappedColumn[tuple[str, ...]]:
    """Several of the words listed by the kind's field."""
    return _value(columns.Words)


def yes_no() -> MappedColumn[bool | None]:
    """Yes, no, or None for not asked."""
    return _value(columns.YesNo)


def whole() -> MappedColumn[int | None]:
    """A whole number."""
    return _value(columns.Whole)


def day() -> MappedColumn[Any]:
    """A PartialDate as far as it is known."""
    return _value(columns.Day)


def measured() -> MappedColumn[Any]:
    """A Quantity as printed."""
    return _value(columns.Measured)


def printed_range() -> MappedColumn[Any]:
    """A Range as printed."""
    return _value(columns.PrintedRange)


def amount() -> MappedColumn[Any]:
    """An exact Decimal sum."""
    return _value(columns.Amount)


def pairs() -> MappedColumn[Mapping[str, str]]:
    """Texts under keys."""
    return _value(columns.Pairs)


def checklist() -> MappedColumn[tuple[tuple[str, bool], ...]]:
    """Lines to tick off."""
    return _value(columns.Checklist)


def refs() -> MappedColumn[tuple[str, ...]]:
    """The ids of several other entries."""
    return _value(columns.Refs)


def ref(kind: str) -> MappedColumn[str | None]:
    """The id of one other entry; checked by the file at the end of each change."""
    target = ForeignKey(f"{kind}.id", deferrable=True, initially="DEFERRED", use_alter=False)
    return mapped_column(columns.Reference(), target, nullable=True, index=True)


class Entry(Base):
    """What every entry has.

    ``unread`` holds what was typed and cannot be read as a value yet (a draft loses nothing);
    ``origin`` names where an import took it from, ``origin_hash`` what it said there, so that
    the same file adds nothing twice; ``seal`` is a hash of the row that ``check`` verifies.
    """

    __abstract__ = True

    id: Mapped[str] = mapped_column(columns.Line(), primary_key=True)
    created: Mapped[str] = line()
    changed: Mapped[str] = line()
    deleted_at: Mapped[str] = line()
    private: Mapped[bool | None] = yes_no()
    unread: Mapped[Mapping[str, str]] = pairs()
    origin: Mapped[str] = line()
    origin_hash: Mapped[str] = line()
    seal: Mapped[str] = line()

    @declared_attr
    def person(cls) -> Mapped[str | None]:  # noqa: N805 - SQLAlchemy passes the class
        """The person the entry belongs to; a person belongs to herself."""
        return ref("person")


class CaseEntry(Entry):
    """An entry that may belong to one second-opinion case."""

    __abstract__ = True

    @declared_attr
    def case(cls) -> Mapped[str | None]:  # noqa: N805 - SQLAlchemy passes the class
        """The case it belongs to."""
        return ref("case")


KEPT_BY_JOURNAL = frozenset({"id", "created", "changed", "deleted_at", "seal"})
"""Columns that only the journal itself writes."""
