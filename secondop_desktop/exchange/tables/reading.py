"""Reading a file that may be a table: of this program, of results, or one of the lists."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.letting_go import let_go
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import Reading, Skipped, joined
from secondop_desktop.exchange.tables import own
from secondop_desktop.exchange.tables.beside import Beside, beside
from secondop_desktop.exchange.tables.columns import key_of, settled, shape
from secondop_desktop.exchange.tables.finding import any_table, find_all, is_one_line
from secondop_desktop.exchange.tables.guessing import diary, guessed, with_pressures
from secondop_desktop.exchange.tables.half_days import with_half_days
from secondop_desktop.exchange.tables.headings import RESULTS, roles
from secondop_desktop.exchange.tables.layout import LISTS, Holds, Layout
from secondop_desktop.exchange.tables.lists import Lists
from secondop_desktop.exchange.tables.marks_beside import told_by_rows
from secondop_desktop.exchange.tables.named_above import with_names
from secondop_desktop.exchange.tables.results import Results
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.exchange.tables.under_headings import without_units
from secondop_desktop.journal.files.decoding import decoded
from secondop_desktop.journal.files.gzip_members import unpacked
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.lang import _

Found = tuple[Table, Layout | None]
"""A table, and what its headings say that its rows are."""

TYPES = frozenset({"text/plain", "application/octet-stream"})
"""What a table can look like by its first bytes; packed, it looks like no text."""


def read(
    data: bytes | str, name: str, asked: Asked, kinds: Kinds, tell: Tell = nobody
) -> Reading | None:
    """Read a table; None when the file is something else, or holds what we do not know.

    Raises UserError for a table without rows, for quotation marks that are not closed and for
    dates of which some have the day first and others the month. ``tell`` hears how far it is.
    """
    text = _text(data)
    if mine := own.read(text or _as_we_write(data), name, kinds, asked, tell):
        if not (mine.drafts or mine.people or mine.skipped):
            raise only_headings(name)
        return mine
    if not text:
        return None
    found: Sequence[Found] = find_all(text, name, tell)
    if not found:
        table = any_table(text, name, tell)
        found = [(table, diary(table))] if table else []
    rows = [row for table, _layout in found for row in table.rows]
    reading = read_tables(found, name, asked, tell)
    found = ()
    let_go(rows)
    return reading


def read_tables(
    found: Sequence[Found], name: str, asked: Asked, tell: Tell = nobody
) -> Reading | None:
    """Read the tables of one file together; None where no row of any can be read.

    A table without rows is left out by name, or raises UserError where it is the only one.
    """
    filled = [(replace(table, tell=tell), layout) for table, layout in found if table.rows]
    tables = with_names([table for table, _layout in filled], asked, name)
    filled = [(table, layout) for table, (_one, layout) in zip(tables, filled, strict=True)]
    if found and not filled:
        raise only_headings(name)
    skipped = [
        Skipped(table.name, _("There are headings and no rows under them."))
        for table, _layout in found
        if not table.rows
    ]
    told = [one for table, layout in filled if (one := _settled(table, layout, asked))]
    if not told:
        return None
    readings = [_rows(*one.known, asked, _beside(told, one)) for one in told]
    again = [_again(name)] if any(one.again for one in told) else []
    return with_notices(joined([*readings, Reading(skipped=skipped)]), again)


@dataclass(frozen=True)
class _Told:
    """A table with what its columns hold, and whether an earlier one answered that."""

    known: tuple[Table, Layout]
    again: bool


def _settled(table: Table, layout: Layout | None, asked: Asked) -> _Told | None:
    keys = {key_of("", at): key_of(table.name, at) for at in table.columns}
    again = asked.recall(shape(table), keys)
    layout = layout or _asked_layout(table, asked)
    whole = settled(table, with_pressures(table, layout), asked) if layout else None
    return (
        _Told(told_by_rows(*with_half_days(*without_units(table, whole))), again) if whole else None
    )


def _beside(told: Sequence[_Told], own_one: _Told) -> Beside:
    """Return what the other tables of the file show of how dates and numbers are written."""
    others = [beside(*one.known) for one in told if one is not own_one]
    return Beside(
        tuple(text for one in others for text in one.dates),
        tuple(text for one in others for text in one.numbers),
    )


def only_headings(name: str) -> UserError:
    text = _("{file} has headings and no rows under them. Get the file again.")
    return UserError(text.format(file=name))


def _again(name: str) -> str:
    return _(
        "{file} has the same columns as a file brought in before. The same answers are used "
        "here, unless you change them."
    ).format(file=name)


def kept(data: bytes, name: str) -> list[str]:
    """Say why a file that looks like a table is only kept as a file; nothing for any other."""
    text = _text(data)
    try:
        table = any_table(text, name) if text else None
    except UserError:
        table = None
    if table is None:
        return [_one_line(name)] if is_one_line(text, name) else []
    said = _(
        "{file} looks like a table, but what its columns ({columns}) hold is not known: it is "
        "kept as a file, and no entries were made from it."
    )
    shown = ", ".join(filter(None, table.headings))[:120]
    return [said.format(file=name, columns=shown)]


def _one_line(name: str) -> str:
    said = _("{file} has only one line. It is kept as a file, and no entries were made from it.")
    return said.format(file=name)


def _text(data: bytes | str) -> str:
    if isinstance(data, str):
        return data
    found = decoded(unpacked(data))
    return found.text if found else ""


def _as_we_write(data: bytes | str) -> str:
    """Return a text that may hold signs which no other text has: what was typed goes out whole."""
    try:
        return data.decode("utf-8-sig") if isinstance(data, bytes) and data[:3] == BOM_UTF8 else ""
    except UnicodeDecodeError:
        return ""


def _rows(table: Table, layout: Layout, asked: Asked, others: Beside) -> Reading:
    if layout.holds in LISTS:
        return Lists(table, layout, asked, others).read()
    return Results(table, layout, asked, others).read()


def _asked_layout(table: Table, asked: Asked) -> Layout | None:
    """Ask what the rows of a table are whose headings we do not know; a guess is shown."""
    layout = guessed(table)
    text = _("Are these test results in {file}?") if layout else _("What are the rows of {file}?")
    yes = _("Yes ({columns})").format(columns=_taken_for(table, layout)) if layout else ""
    question = Question(
        "columns",
        text.format(file=table.name),
        (
            Choice("results", yes or _("Test results")),
            Choice("medicines", _("Medicines")),
            Choice("appointments", _("Appointments")),
            Choice("allergies", _("Allergies")),
            Choice("vaccinations", _("Vaccinations")),
            Choice("diagnoses", _("Diagnoses")),
            Choice("treatments", _("Treatments")),
            Choice("symptoms", _("Symptoms")),
            Choice("file", _("No: keep it as a file") if layout else _("Keep it as a file")),
        ),
        "file",
    )
    answer = asked.ask(question)
    if answer == "results":
        return layout or Layout(Holds.RESULT, roles(table.headings, RESULTS))
    holds = _ASKED.get(answer)
    return Layout(holds, roles(table.headings, LISTS[holds].headings)) if holds else None


_ASKED = {
    "medicines": Holds.MEDICINE,
    "appointments": Holds.APPOINTMENT,
    "allergies": Holds.ALLERGY,
    "vaccinations": Holds.VACCINATION,
    "diagnoses": Holds.DIAGNOSIS,
    "treatments": Holds.TREATMENT,
    "symptoms": Holds.SYMPTOM,
}


def _taken_for(table: Table, layout: Layout) -> str:
    """Say which column is taken for what."""
    named = {name: table.headings[column] for name, column in layout.fields.items()}
    if layout.measures:
        named["pressure"] = ", ".join(table.headings[one.column] for one in layout.measures)
    words = {
        "pressure": _("blood pressure: {column}"),
        "test": _("the test: {column}"),
        "value": _("the result: {column}"),
        "unit": _("the unit: {column}"),
        "range": _("the range: {column}"),
        "date": _("the date: {column}"),
    }
    return ", ".join(
        text.format(column=named[name]) for name, text in words.items() if name in named
    )


def with_notices(reading: Reading, notices: list[str]) -> Reading:
    """Return a reading with more to say."""
    return replace(reading, notices=[*reading.notices, *notices])
