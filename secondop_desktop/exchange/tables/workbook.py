"""A spreadsheet file as tables: each sheet by its own headings, and by what is in it."""

from collections.abc import Sequence

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import Reading, joined
from secondop_desktop.exchange.tables import own
from secondop_desktop.exchange.tables.cells import Row, plain_cell
from secondop_desktop.exchange.tables.finding import any_rows, tables_in
from secondop_desktop.exchange.tables.guessing import diary, guessed
from secondop_desktop.exchange.tables.reading import (
    Found,
    only_headings,
    read_tables,
    with_notices,
)
from secondop_desktop.exchange.tables.table import on_sheet
from secondop_desktop.journal.files import workbooks
from secondop_desktop.journal.files.workbooks import SheetRows, TooLargeError
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.journal.progress import Tell, nobody
from secondop_desktop.lang import _, ngettext
from secondop_desktop.sandbox.answers import LOCKED, TOO_LARGE, TroubleError
from secondop_desktop.sandbox.process import EndedError


def read(data: bytes, name: str, asked: Asked, kinds: Kinds, tell: Tell = nobody) -> Reading | None:
    """Read the tables of a workbook; None where none of its sheets holds one that is known.

    ``tell`` hears how many rows are read. Raises UserError for a workbook that is locked, broken
    or larger than people make them.
    """
    sheets = [sheet for sheet in _sheets(data, name) if not _is_only_shown(sheet)]
    hidden = _left_hidden(sheets, name, asked)
    filled = [sheet for sheet in sheets if sheet.rows and sheet not in hidden]
    if not filled:
        raise UserError(_("{name} is empty. Get the file again.").format(name=name))
    owned = ((one, _own(one, name, kinds, asked, tell)) for one in filled)
    mine = {sheet.name: found for sheet, found in owned if found}
    others = [sheet for sheet in filled if sheet.name not in mine]
    tables = _tables(others, name, is_known=bool(mine), alone=len(filled) == 1)
    reading = read_tables([one for found in tables.values() for one in found], name, asked, tell)
    readings = [*mine.values(), *([reading] if reading else [])]
    if not readings:
        return None
    if not any(one.drafts or one.people or one.skipped for one in readings):
        raise only_headings(name)
    unread = (one for one in sheets if one not in hidden and one.name not in mine)
    passed = [one.name for one in unread if not tables.get(one.name)]
    return with_notices(joined(readings), _passed_over(name, passed))


def _left_hidden(sheets: Sequence[SheetRows], name: str, asked: Asked) -> list[SheetRows]:
    """Ask of sheets that nobody sees in the spreadsheet; return those that are left out."""
    known = [sheet for sheet in sheets if any(one.hidden for one in sheets)]
    known = [sheet for sheet in known if tables_in(_rows(sheet), name)]
    hidden = [sheet for sheet in known if sheet.hidden]
    if not hidden or len(hidden) == len(known):
        return []
    text = ngettext(
        "{file} has a sheet that is hidden, with rows on it: {names}. Bring in those too?",
        "{file} has sheets that are hidden, with rows on them: {names}. Bring in those too?",
        len(hidden),
    )
    names = ", ".join(f"“{one.name}”" for one in hidden)
    choices = (Choice("leave", _("No: leave them out")), Choice("bring", _("Yes")))
    said = text.format(file=name, names=names)
    answer = asked.ask(Question("hidden-sheets", said, choices, "leave"))
    return [] if answer == "bring" else hidden


def kept(name: str) -> list[str]:
    """Say why a workbook is only kept as a file."""
    said = _(
        "{file} is a spreadsheet, but what its columns hold is not known: it is kept as a file, "
        "and no entries were made from it."
    )
    return [said.format(file=name)]


def _sheets(data: bytes, name: str) -> list[SheetRows]:
    try:
        return workbooks.sheets(data)
    except TroubleError as trouble:
        raise _refused(name, trouble.trouble) from None
    except (TooLargeError, EndedError):
        raise _refused(name, TOO_LARGE) from None


def _refused(name: str, trouble: str) -> UserError:
    said = {
        LOCKED: _(
            "{file} is protected with a password. Open it in your spreadsheet program, save it "
            "without the password, and bring in that file."
        ),
        TOO_LARGE: _(
            "{file} takes far more memory or time to read than a table of results does, so "
            "it was not brought in. Copy the rows you need into a new spreadsheet, and bring "
            "in that."
        ),
    }
    broken = _("{file} is not a whole spreadsheet. Get the file again.")
    return UserError(said.get(trouble, broken).format(file=name))


def _is_only_shown(sheet: SheetRows) -> bool:
    """Tell a sheet of ours that holds nothing which the others do not."""
    return bool(sheet.rows) and own.is_only_shown(sheet.rows[0][1])


def _own(sheet: SheetRows, name: str, kinds: Kinds, asked: Asked, tell: Tell) -> Reading | None:
    """Read a sheet that this program wrote."""
    return own.read_lines(sheet.rows, name, sheet.name, kinds, sheet.name, asked=asked, tell=tell)


def _tables(
    sheets: Sequence[SheetRows], name: str, *, is_known: bool, alone: bool
) -> dict[str, list[Found]]:
    """Return the tables of each sheet: those of known headings, else what looks like one.

    Beside sheets that are known another is asked about only where it may hold results.
    """
    rows = {sheet.name: _rows(sheet) for sheet in sheets}
    called = {one: name if alone else on_sheet(name, one) for one in rows}
    known = {one: tables_in(lines, called[one], name) for one, lines in rows.items()}
    is_known = is_known or any(known.values())
    found: dict[str, list[Found]] = {}
    for one, lines in rows.items():
        table = None if known[one] else any_rows(lines, called[one], name)
        may_be = table is not None and (not is_known or guessed(table) is not None)
        found[one] = [(table, diary(table))] if table and may_be else [*known[one]]
    return found


def _rows(sheet: SheetRows) -> list[Row]:
    """Return the rows of a sheet, cleaned, without the empty columns beside its tables."""
    cells = [(number, tuple(map(plain_cell, texts))) for number, texts in sheet.rows]
    filled = {at for _number, plain in cells for at, text in enumerate(plain) if text}
    begins, ends = min(filled, default=0), max(filled, default=0) + 1
    return [Row(number, plain[begins:ends], sheet.name) for number, plain in cells if any(plain)]


def _passed_over(name: str, sheets: Sequence[str]) -> list[str]:
    if not sheets:
        return []
    text = ngettext(
        "{file}: the sheet {names} holds no table that is known, and was left out.",
        "{file}: the sheets {names} hold no table that is known, and were left out.",
        len(sheets),
    )
    return [text.format(file=name, names=", ".join(f"“{one}”" for one in sheets))]
