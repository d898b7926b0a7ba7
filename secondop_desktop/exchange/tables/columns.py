"""What each column of a table holds, as the headings say it or as somebody chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from secondop_desktop.exchange.questions import Asked, Choice
from secondop_desktop.exchange.read_entries import mark
from secondop_desktop.exchange.tables.headings import plain
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.lang import N_, _

UNUSED = "unused"
_SHOWN = 3
"""So many rows are shown with their columns."""

_PERSON = (("person", N_("Who it is about")), ("born", N_("Date of birth")))
_ROLES: Mapping[Holds, Sequence[tuple[str, str]]] = {
    Holds.RESULT: (
        ("test", N_("Name of the test")),
        ("value", N_("Result")),
        ("unit", N_("Unit")),
        ("range", N_("Range")),
        ("low", N_("Lower end of the range")),
        ("high", N_("Upper end of the range")),
        ("flag", N_("Mark beside the result")),
        ("date", N_("Date")),
        ("time", N_("Time")),
        ("lab", N_("Lab")),
        ("specimen", N_("What was tested")),
        ("panel", N_("Group of tests")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.MEDICINE: (
        ("name", N_("Name of the medicine")),
        ("dose", N_("Dose")),
        ("how_taken", N_("How it is taken")),
        ("route", N_("How it is given")),
        ("reason", N_("What it is for")),
        ("start", N_("Start")),
        ("stop", N_("Stop")),
        ("prescriber", N_("Who prescribed it")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.APPOINTMENT: (
        ("date", N_("Date")),
        ("time", N_("Time")),
        ("provider", N_("Who with")),
        ("place", N_("Where")),
        ("purpose", N_("What it is for")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
}
_NEEDED: Mapping[Holds, Sequence[str]] = {
    Holds.RESULT: ("test", "value"),
    Holds.MEDICINE: ("name",),
    Holds.APPOINTMENT: ("date",),
}


@dataclass(frozen=True)
class Column:
    """One column: the key by which it is answered, its heading, some cells, and its role."""

    key: str
    heading: str
    cells: tuple[str, ...]
    role: str


@dataclass(frozen=True)
class Columns:
    """The columns of one table, the roles to choose from, and how tables like it are known.

    ``missing`` names the roles without which no row can be read.
    """

    file: str
    shape: str
    columns: tuple[Column, ...]
    choices: tuple[Choice, ...]
    missing: tuple[str, ...] = ()
    chosen: bool = False


def shape(table: Table) -> str:
    """Return a mark of the headings, the same for the next file from the same place."""
    return mark("\x1f".join(map(plain, table.headings)))


def key_of(file: str, column: int) -> str:
    """Return the key that answers what a column holds; the first is 1.

    ``file`` is empty in what is remembered of all tables of one shape.
    """
    return f"{file}#{column + 1}"


def settled(table: Table, layout: Layout, asked: Asked) -> Layout | None:
    """Return the layout with what somebody said of the columns; None while one is missing.

    Tables with a column for each test or date are read as they stand.
    """
    roles = _ROLES.get(layout.holds)
    if roles is None:
        return layout
    choices = (*(Choice(name, _(label)) for name, label in roles), Choice(UNUSED, _("Not used")))
    said = _answered(table, choices, asked)
    left = {name: at for name, at in layout.fields.items() if at not in said}
    fields = left | {role: at for at, role in said.items() if role != UNUSED}
    by_column = {fields[name]: name for name, _label in roles if name in fields}
    missing = [
        _(label) for name, label in roles if name in _NEEDED[layout.holds] and name not in fields
    ]
    asked.show_table(
        Columns(
            table.name,
            shape(table),
            tuple(_column(table, at, by_column.get(at, UNUSED)) for at in table.columns),
            choices,
            tuple(missing),
            chosen=bool(said),
        )
    )
    return None if missing else replace(layout, fields=fields)


def _answered(table: Table, choices: Sequence[Choice], asked: Asked) -> dict[int, str]:
    """Return what somebody said that columns hold; of two with one role the later has it."""
    roles = [choice.key for choice in choices]
    found = ((at, asked.answer(key_of(table.name, at), roles)) for at in table.columns)
    return {at: role for at, role in found if role}


def _column(table: Table, at: int, role: str) -> Column:
    cells = tuple(table.cell(row, at) for row in table.rows[:_SHOWN])
    return Column(key_of(table.name, at), table.headings[at], cells, role)
