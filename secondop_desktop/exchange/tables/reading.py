"""Reading a file that may be a table: of this program, of results, medicines or appointments."""

from dataclasses import replace

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import Reading
from secondop_desktop.exchange.source_files.packed import unpacked
from secondop_desktop.exchange.tables import own
from secondop_desktop.exchange.tables.columns import key_of, settled, shape
from secondop_desktop.exchange.tables.headings import APPOINTMENTS, MEDICINES, RESULTS, roles
from secondop_desktop.exchange.tables.layout import (
    Holds,
    Layout,
    any_table,
    find,
    guessed,
    is_one_line,
)
from secondop_desktop.exchange.tables.lists import Lists
from secondop_desktop.exchange.tables.results import Results
from secondop_desktop.exchange.tables.table import Table
from secondop_desktop.exchange.tables.under_headings import without_units
from secondop_desktop.journal.files.decoding import decoded
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.lang import _

TYPES = frozenset({"text/plain", "application/octet-stream"})
"""What a table can look like by its first bytes; packed, it looks like no text."""


def read(data: bytes | str, name: str, asked: Asked, kinds: Kinds) -> Reading | None:
    """Read a table; None when the file is something else, or holds what we do not know.

    Raises UserError for a table without rows, for quotation marks that are not closed and for
    dates of which some have the day first and others the month.
    """
    text = _text(data)
    if not text:
        return None
    if mine := own.read(text, name, kinds):
        if not (mine.drafts or mine.people or mine.skipped):
            raise _only_headings(name)
        return mine
    found = find(text, name)
    table = found[0] if found else any_table(text, name)
    if table is None:
        return None
    if not table.rows:
        raise _only_headings(name)
    again = asked.recall(shape(table), {key_of("", at): key_of(name, at) for at in table.columns})
    layout = found[1] if found else _asked_layout(table, asked)
    layout = settled(table, layout, asked) if layout else None
    if layout is None:
        return None
    reading = _rows(table, layout, asked)
    return with_notices(reading, [_again(name)]) if again else reading


def _only_headings(name: str) -> UserError:
    text = _("{file} has headings and no rows under them. Get the file again.")
    return UserError(text.format(file=name))


def _again(name: str) -> str:
    return _(
        "{file} has the same columns as a file brought in before. What was answered then holds "
        "here too, unless you change it."
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


def _rows(table: Table, layout: Layout, asked: Asked) -> Reading:
    if layout.holds in {Holds.MEDICINE, Holds.APPOINTMENT}:
        return Lists(table, layout, asked).read()
    return Results(*without_units(table, layout), asked).read()


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
            Choice("file", _("No: keep it as a file") if layout else _("Keep it as a file")),
        ),
        "file",
    )
    answer = asked.ask(question)
    if answer == "results":
        return layout or Layout(Holds.RESULT, roles(table.headings, RESULTS))
    known = {
        "medicines": (Holds.MEDICINE, MEDICINES),
        "appointments": (Holds.APPOINTMENT, APPOINTMENTS),
    }
    if answer not in known:
        return None
    holds, words = known[answer]
    return Layout(holds, roles(table.headings, words))


def _taken_for(table: Table, layout: Layout) -> str:
    """Say which column is taken for what."""
    named = {name: table.headings[column] for name, column in layout.fields.items()}
    words = {
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
