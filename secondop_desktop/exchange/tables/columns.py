"""What each column of a table holds, as the headings say it or as somebody chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from secondop_desktop.exchange.questions import Asked, Choice
from secondop_desktop.exchange.read_entries import mark
from secondop_desktop.exchange.tables.above import dated_above
from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.headings import plain
from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.marks_beside import with_marks
from secondop_desktop.exchange.tables.measures import chosen
from secondop_desktop.exchange.tables.several_times import with_times
from secondop_desktop.exchange.tables.signs import signs
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.lang import N_, _

UNUSED = "unused"
RESULTS = "results"
"""The role of each column that holds the results of one test, or of one day."""
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
        ("status", N_("Status")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.MEASURES: (
        (RESULTS, N_("Results of this test")),
        ("flag", N_("Mark beside the result")),
        ("date", N_("Date")),
        ("time", N_("Time")),
        ("lab", N_("Lab")),
        ("specimen", N_("What was tested")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.DATES: (
        (RESULTS, N_("Results of this day")),
        ("test", N_("Name of the test")),
        ("unit", N_("Unit")),
        ("range", N_("Range")),
        ("flag", N_("Mark beside the result")),
        ("low", N_("Lower end of the range")),
        ("high", N_("Upper end of the range")),
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
        ("status", N_("Whether it is taken")),
        ("when_needed", N_("Only when needed")),
        ("why_stopped", N_("Why it was stopped")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.APPOINTMENT: (
        ("date", N_("Date")),
        ("time", N_("Time")),
        ("provider", N_("Who with")),
        ("place", N_("Where")),
        ("purpose", N_("What it is for")),
        ("status", N_("Did it go ahead")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.ALLERGY: (
        ("substance", N_("What the person reacts to")),
        ("reaction", N_("What happens")),
        ("severity", N_("How bad it was")),
        ("criticality", N_("How serious the next time could be")),
        ("kind_of", N_("What kind of reaction")),
        ("status", N_("How it is now")),
        ("certainty", N_("How sure it is")),
        ("since", N_("Since when")),
        ("last", N_("When it last happened")),
        ("recorded", N_("When it was written down")),
        ("recorder", N_("Who wrote it down")),
        ("code", N_("Code")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.VACCINATION: (
        ("name", N_("Which vaccine")),
        ("against", N_("What it protects against")),
        ("date", N_("When it was given")),
        ("dose_number", N_("Which dose")),
        ("lot", N_("Batch number")),
        ("site", N_("Where on the body")),
        ("route", N_("How it was given")),
        ("given_by", N_("Who gave it")),
        ("place", N_("Where it was given")),
        ("status", N_("Was it given")),
        ("why_not", N_("Why it was not given")),
        ("reaction", N_("How it went afterwards")),
        ("maker", N_("Who made the vaccine")),
        ("amount", N_("How much was given")),
        ("expires", N_("Use by")),
        ("next", N_("When the next one is due")),
        ("code", N_("Code")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.DIAGNOSIS: (
        ("name", N_("What it is called")),
        ("date", N_("When it began or was found")),
        ("ended", N_("When it ended")),
        ("recorded", N_("When it was written down")),
        ("status", N_("How it is now")),
        ("certainty", N_("How sure it is")),
        ("stage", N_("Stage or how serious")),
        ("body_site", N_("Part of the body")),
        ("given_by", N_("Who told you")),
        ("code", N_("Code")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.TREATMENT: (
        ("name", N_("What was done")),
        ("type", N_("What kind of treatment")),
        ("body_site", N_("Part of the body")),
        ("date", N_("When it was, or began")),
        ("until", N_("When it ended")),
        ("cycles", N_("How many times")),
        ("dose", N_("Dose")),
        ("reason", N_("What it was for")),
        ("given_by", N_("Who did it")),
        ("place", N_("Which hospital or clinic")),
        ("status", N_("Where it has got to")),
        ("why_stopped", N_("Why it was stopped or not done")),
        ("response", N_("How it turned out")),
        ("side_effects", N_("Side effects and complications")),
        ("implants", N_("What was left in the body")),
        ("anaesthetic", N_("Anaesthetic")),
        ("stay", N_("How long the stay was")),
        ("code", N_("Code")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
    Holds.SYMPTOM: (
        ("what", N_("What was felt")),
        ("date", N_("When it was, or began")),
        ("time", N_("Time")),
        ("until", N_("When it ended")),
        ("severity", N_("How bad it was")),
        ("helps", N_("What helps")),
        ("lasted", N_("How long it lasted")),
        ("often", N_("How often it comes")),
        ("trigger", N_("What brings it on")),
        ("place", N_("Part of the body")),
        ("doing", N_("What was being done")),
        ("taken", N_("What was taken for it")),
        ("notes", N_("Notes")),
        *_PERSON,
    ),
}
_NEEDED: Mapping[Holds, Sequence[str]] = {
    Holds.RESULT: ("test", "value"),
    Holds.MEASURES: (RESULTS, "date"),
    Holds.DATES: (RESULTS, "test"),
    Holds.MEDICINE: ("name",),
    Holds.APPOINTMENT: ("date",),
    Holds.ALLERGY: ("substance",),
    Holds.VACCINATION: ("name",),
    Holds.DIAGNOSIS: ("name",),
    Holds.TREATMENT: ("name",),
    Holds.SYMPTOM: ("what",),
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
    """Return the layout with what somebody said of the columns; None while one is missing."""
    roles = _ROLES[layout.holds]
    choices = (*(Choice(name, _(label)) for name, label in roles), Choice(UNUSED, _("Not used")))
    said = _answered(table, choices, asked)
    layout = _with_dates_in_time(table, layout)
    whole = with_marks(table, _with_results(table, _with_fields(layout, said), said), said)
    whole = with_times(table, _with_signs(table, whole, said))
    held = {at: name for marks in whole.marks.values() for name, at in marks.items()}
    held |= {at: name for name, at in whole.fields.items() if name in dict(roles)}
    held |= dict.fromkeys(_columns_of_results(whole), RESULTS)
    held |= dict.fromkeys(whole.signs, "notes")
    held |= {at: name for whens in whole.whens.values() for name, at in whens.items()}
    missing = [
        _(label)
        for name, label in roles
        if name in _needed(table, layout) and name not in held.values()
    ]
    asked.show_table(
        Columns(
            table.name,
            shape(table),
            tuple(_column(table, at, held.get(at, UNUSED)) for at in table.columns),
            choices,
            tuple(missing),
            chosen=bool(said),
        )
    )
    return None if missing else whole


def _needed(table: Table, layout: Layout) -> Sequence[str]:
    """Return the roles without which no row can be read; a date above the table holds for all."""
    needed = _NEEDED[layout.holds]
    dated = layout.holds is Holds.MEASURES and bool(dated_above(table.above))
    return [name for name in needed if name != "date"] if dated else needed


def _with_dates_in_time(table: Table, layout: Layout) -> Layout:
    """Take a column that is headed ``Time`` and holds dates for that of the dates."""
    cells = table.column(layout.fields.get("time"))
    if "date" in layout.fields or sum(map(is_date, cells)) * 5 < len(cells) * 4 or not cells:
        return layout
    fields = {name if name != "time" else "date": at for name, at in layout.fields.items()}
    return replace(layout, fields=fields)


def _with_fields(layout: Layout, said: Mapping[int, str]) -> Layout:
    left = {name: at for name, at in layout.fields.items() if at not in said}
    told = {role: at for at, role in said.items() if role not in {UNUSED, RESULTS}}
    return replace(layout, fields=left | told)


def _with_results(table: Table, layout: Layout, said: Mapping[int, str]) -> Layout:
    """Return a layout of many columns of results with those that somebody said are such."""
    known = {one.column: one for one in layout.measures}
    before = {*known, *layout.dates}
    found = [at for at in table.columns if said.get(at, RESULTS if at in before else "") == RESULTS]
    if layout.holds is Holds.DATES:
        return replace(layout, dates=tuple(found))
    if layout.holds is Holds.MEASURES:
        measures = (known.get(at) or chosen(at, table.headings[at]) for at in found)
        return replace(layout, measures=tuple(measures))
    return layout


def _with_signs(table: Table, layout: Layout, said: Mapping[int, str]) -> Layout:
    """Return a layout that knows the columns of a meter's signs, but those put to another use."""
    if layout.holds is not Holds.MEASURES:
        return layout
    marks = (at for one in layout.marks.values() for at in one.values())
    used = (*layout.fields.values(), *_columns_of_results(layout), *marks, *said)
    return replace(layout, signs=signs(table.headings, used))


def _columns_of_results(layout: Layout) -> tuple[int, ...]:
    return (*(one.column for one in layout.measures), *layout.dates)


def _answered(table: Table, choices: Sequence[Choice], asked: Asked) -> dict[int, str]:
    """Return what somebody said that columns hold; of two with one role the later has it."""
    roles = [choice.key for choice in choices]
    found = ((at, asked.answer(key_of(table.name, at), roles)) for at in table.columns)
    return {at: role for at, role in found if role}


def _column(table: Table, at: int, role: str) -> Column:
    cells = tuple(table.cell(row, at) for row in table.rows[:_SHOWN])
    return Column(key_of(table.name, at), table.headings[at], cells, role)
