"""Tables in many layouts, separators, orders of the date, encodings and files: right or asked.

The oracle knows the results by themselves and writes each table from them; whatever is read must
be one of them, or stay open where a question is asked, and with the right answer all are there.
"""

import csv
import gzip
import io
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.tables.made_books import ods, xls, xlsx

Found = tuple[str, Decimal | None, str]


@dataclass(frozen=True)
class Fact:
    """A result as it is: the oracle of these tests."""

    test: str
    value: str
    unit: str
    range: str
    day: date
    flag: str = ""


PLAIN = (date(2023, 6, 27), date(2024, 1, 30))
DOUBTFUL = (date(2023, 6, 7), date(2024, 1, 11))


def _facts(days: Sequence[date]) -> list[Fact]:
    first, second = days
    return [
        Fact("Ferritin", "8.5", "µg/L", "13-150", first, "L"),
        Fact("Calcium", "2.41", "mmol/L", "2.20-2.60", first),
        Fact("Albumin", "39", "g/L", "35-50", first),
        Fact("Ferritin", "22.5", "µg/L", "13-150", second),
        Fact("Calcium", "2.71", "mmol/L", "2.20-2.60", second, "H"),
        Fact("Albumin", "41", "g/L", "35-50", second),
    ]


# How a date and a number are written -------------------------------------------------------------

Write = Callable[[date], Any]
DATES: dict[str, Write] = {
    "iso": lambda day: day.isoformat(),
    "day first": lambda day: f"{day:%d/%m/%Y}",
    "month first": lambda day: f"{day:%m/%d/%Y}",
    "dots": lambda day: f"{day.day}.{day.month}.{day.year}",
    "words": lambda day: f"{day:%d-%b-%Y}",
    "short": lambda day: f"{day:%d/%m/%y}",
    "serial": lambda day: str((day - date(1899, 12, 30)).days),
    "real": lambda day: day,
}


def _comma(text: str) -> str:
    return text.replace(".", ",")


# Layouts: rows of cells out of the facts ---------------------------------------------------------

Rows = list[list[Any]]
Layout = Callable[[Sequence[Fact], Write], Rows]


def _per_result(facts: Sequence[Fact], told: Write) -> Rows:
    head = ["Test", "Result", "Units", "Reference range", "Flag", "Date collected"]
    return [head, *([f.test, f.value, f.unit, f.range, f.flag, told(f.day)] for f in facts)]


def _german(facts: Sequence[Fact], told: Write) -> Rows:
    head = ["Abnahmedatum", "Untersuchung", "Ergebnis", "Einheit", "Normalbereich", "Hinweis"]
    return [head, *([told(f.day), f.test, f.value, f.unit, f.range, f.flag] for f in facts)]


def _welsh(facts: Sequence[Fact], told: Write) -> Rows:
    head = ["Dyddiad", "Enw'r prawf", "Canlyniad", "Uned", "Ystod gyfeirio"]
    return [head, *([told(f.day), f.test, f.value, f.unit, f.range] for f in facts)]


def _titled(facts: Sequence[Fact], told: Write) -> Rows:
    rows = _per_result(facts, told)
    blank = [""] * 6
    title, total = ["Hillside Pathology", *blank[1:]], ["Total", str(len(facts)), *blank[2:]]
    return [title, blank, *rows, blank, total]


def _marked(facts: Sequence[Fact], told: Write) -> Rows:
    head = ["Date", "Test", "Result", "Range"]
    return [
        head,
        *([told(f.day), f.test, f"{f.value} {f.unit} {f.flag}".strip(), f.range] for f in facts),
    ]


def _days(facts: Sequence[Fact]) -> list[date]:
    return list(dict.fromkeys(f.day for f in facts))


def _tests(facts: Sequence[Fact]) -> list[Fact]:
    return list({f.test: f for f in facts}.values())


def _at(facts: Sequence[Fact], test: str, day: date) -> Fact:
    return next(f for f in facts if (f.test, f.day) == (test, day))


def _per_date(facts: Sequence[Fact], told: Write) -> Rows:
    head = ["Test", "Units", "Range", *(told(day) for day in _days(facts))]
    return [
        head,
        *(
            [one.test, one.unit, one.range]
            + [_at(facts, one.test, day).value for day in _days(facts)]
            for one in _tests(facts)
        ),
    ]


def _per_date_flags(facts: Sequence[Fact], told: Write) -> Rows:
    days = _days(facts)
    over = ["Test", "Units", *itertools.chain(*((told(day), "") for day in days))]
    under = ["", "", *["Result", "Flag"] * len(days)]
    rows: Rows = [over, under]
    for one in _tests(facts):
        cells = [_at(facts, one.test, day) for day in days]
        rows.append([one.test, one.unit, *itertools.chain(*((c.value, c.flag) for c in cells))])
    return rows


def _per_test(facts: Sequence[Fact], told: Write) -> Rows:
    head = ["Date", *(f"{one.test} ({one.unit})" for one in _tests(facts)), "Comments"]
    return [
        head,
        *(
            [told(day), *(_at(facts, one.test, day).value for one in _tests(facts)), "fasting"]
            for day in _days(facts)
        ),
    ]


def _per_test_units_below(facts: Sequence[Fact], told: Write) -> Rows:
    tests = _tests(facts)
    body = _per_test(facts, told)[1:]
    return [
        ["Date", *(one.test for one in tests)],
        ["Units", *(one.unit for one in tests)],
        ["Range", *(one.range for one in tests)],
        *(row[:-1] for row in body),
        ["Average", *("0.1" for _one in tests)],
    ]


def _per_test_grouped(facts: Sequence[Fact], told: Write) -> Rows:
    tests = _tests(facts)
    over = ["Date", *itertools.chain(*((one.test, "") for one in tests))]
    under = ["", *["Result", "Flag"] * len(tests)]
    rows: Rows = [over, under]
    for day in _days(facts):
        cells = [_at(facts, one.test, day) for one in tests]
        rows.append([told(day), *itertools.chain(*((c.value, c.flag) for c in cells))])
    return rows


LAYOUTS: dict[str, Layout] = {
    "a row per result": _per_result,
    "German headings": _german,
    "Welsh headings": _welsh,
    "a title and a total": _titled,
    "unit and flag in the cell": _marked,
    "a column per date": _per_date,
    "a column per date with flags": _per_date_flags,
    "a column per test": _per_test,
    "units and ranges below": _per_test_units_below,
    "results and flags below tests": _per_test_grouped,
}
_UNIT_UNKNOWN = {"results and flags below tests"}

# Files: bytes out of rows ------------------------------------------------------------------------


def _text(rows: Rows, separator: str, encoding: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


FILES: dict[str, Callable[[Rows], bytes]] = {
    "comma utf-8": lambda rows: _text(rows, ",", "utf-8"),
    "semicolon cp1252": lambda rows: _text(rows, ";", "cp1252"),
    "tab utf-16": lambda rows: _text(rows, "\t", "utf-16"),
    "bar utf-8-sig": lambda rows: _text(rows, "|", "utf-8-sig"),
    "gz": lambda rows: gzip.compress(_text(rows, ",", "utf-8"), mtime=0),
    "xlsx": lambda rows: xlsx({"Sheet1": _numbered(rows)}),
    "ods": lambda rows: ods({"Sheet1": _numbered(rows)}),
    "xls": lambda rows: xls({"Sheet1": _numbered(rows)}),
}
BOOKS = ("xlsx", "ods", "xls")
TEXTS = tuple(name for name in FILES if name not in BOOKS)


def _numbered(rows: Rows) -> Rows:
    """Return rows with numbers as numbers, as they stand in a spreadsheet."""
    return [[_number(cell) for cell in row] for row in rows]


def _number(cell: Any) -> Any:
    try:
        return float(cell) if isinstance(cell, str) else cell
    except ValueError:
        return cell


def _cases() -> Iterator[tuple[str, str, str, bool, Sequence[date]]]:
    """Yield layout, writing of dates, file, decimal commas and days: each layout in eight ways."""
    for number, layout in enumerate(LAYOUTS):
        for at, written in enumerate(DATES):
            real = written == "real"
            names = BOOKS if real else TEXTS
            file = names[(number + at) % len(names)]
            is_heading = "per date" in layout
            if is_heading and (real or written == "serial"):
                continue
            comma = file.startswith(("semicolon", "tab")) and not real
            days = DOUBTFUL if (number + at) % 2 else PLAIN
            yield layout, written, file, comma, days


CASES = list(_cases())


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """Return one journal in which nothing is written."""
    with Journal.create(tmp_path_factory.mktemp("many") / "j.secondop", KINDS) as made:
        with made.change("Begin") as change:
            change.add("person", name="Nora Field")
        yield made


def _found(plan: Plan) -> set[Found]:
    found = set()
    for item in plan.new:
        values = item.draft.values
        day = values.get("date")
        found.add((values["test"], values["value"].number, day.iso if day else ""))
    return found


def _known(facts: Sequence[Fact]) -> set[Found]:
    return {(f.test, Decimal(f.value), f.day.isoformat()) for f in facts}


def _right_answers(plan: Plan, written: str, *, comma: bool) -> dict[str, str]:
    told = {
        "date-order": "month-first" if written == "month first" else "day-first",
        "short-dates": "day-first",
        "serial-dates": "as-told",
        "decimal-sign": "comma" if comma else "point",
    }
    return {one.key: told[one.key] for one in plan.questions}


@pytest.mark.parametrize(("layout", "written", "file", "comma", "days"), CASES)
def test_what_is_read_is_right_or_asked(
    journal: Journal,
    tmp_path: Path,
    layout: str,
    written: str,
    file: str,
    comma: bool,
    days: Sequence[date],
) -> None:
    facts = _facts(days)
    shown = [
        Fact(f.test, _comma(f.value), f.unit, _comma(f.range), f.day, f.flag) if comma else f
        for f in facts
    ]
    path = tmp_path / "t.bin"
    path.write_bytes(FILES[file](LAYOUTS[layout](shown, DATES[written])))
    first = importing.read([path], journal)
    for test, value, day in _found(first) - _known(facts):
        same = [one for one in _known(facts) if one[0] == test and value in {None, one[1]}]
        assert same, f"{test} {value} is no fact"
        assert first.questions, f"{test} {value} {day} is wrong, and nothing is asked"
    answers = _right_answers(first, written, comma=comma)
    plan = importing.read([path], journal, answers=answers)
    assert _found(plan) == _known(facts)
    units = {item.draft.values["unit"] for item in plan.new}
    assert units == ({""} if layout in _UNIT_UNKNOWN else {f.unit for f in facts})


def test_there_are_enough_of_them() -> None:
    assert len(CASES) > 70
    assert {file for _layout, _written, file, *_rest in CASES} == set(FILES)


def test_flags_stand_beside_their_values(journal: Journal, tmp_path: Path) -> None:
    facts = _facts(PLAIN)
    for layout in ("a column per date with flags", "results and flags below tests"):
        path = tmp_path / "t.csv"
        path.write_bytes(_text(LAYOUTS[layout](facts, DATES["iso"]), ",", "utf-8"))
        plan = importing.read([path], journal)
        told = {
            (item.draft.values["test"], item.draft.values["value"].text): item.draft.values["flag"]
            for item in plan.new
        }
        assert told == {(f.test, f.value): f.flag for f in facts}
