"""Laboratory reports as other programs print them: eight layouts, by three makers of PDF."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

Put = Callable[[float, float, str], None]
"""Writes a text whose base line begins so many points from the left and the top of an A4 page."""


class Line(NamedTuple):
    """A row as printed."""

    name: str
    value: str
    unit: str
    range: str = ""
    flag: str = ""
    date: str = ""


@dataclass(frozen=True)
class Report:
    """A page, and the rows that are results on it."""

    draw: Callable[[Put], None]
    truth: tuple[Line, ...]


_BLOOD = (
    Line("Haemoglobin", "98", "g/L", "115 - 165", "L"),
    Line("White cell count", "6.2", "10⁹/L", "4.0 - 11.0"),
    Line("Platelets", "412", "10⁹/L", "150 - 400", "H"),
    Line("MCV", "71.4", "fL", "80 - 100", "L"),
    Line("Neutrophils", "3.91", "10⁹/L", "1.70 - 7.50"),
    Line("Ferritin", "6", "µg/L", "15 - 300", "L"),
    Line("Vitamin B12", "341", "ng/L", "180 - 900"),
    Line("Folate", "7.4", "µg/L", "> 3.9"),
    Line("CRP", "<1", "mg/L", "< 5"),
    Line("HbA1c", "48", "mmol/mol", "20 - 41", "H"),
    Line("CA 125", "22", "kU/L", "0 - 35"),
)
_SALTS = (
    Line("Sodium", "139", "mmol/L", "133 - 146"),
    Line("Potassium", "5.6", "mmol/L", "3.5 - 5.3", "H"),
    Line("Urea", "9.8", "mmol/L", "2.5 - 7.8", "H"),
    Line("Creatinine", "104", "µmol/L", "45 - 84", "H"),
    Line("eGFR", "47", "mL/min/1.73m²", "> 60", "L"),
    Line("Adjusted calcium", "2.41", "mmol/L", "2.20 - 2.60"),
    Line("Phosphate", "1.02", "mmol/L", "0.80 - 1.50"),
    Line("Alkaline phosphatase", "130", "U/L", "30 - 130"),
    Line("ALT", "28", "U/L", "< 33"),
    Line("Bilirubin", "11", "µmol/L", "< 21"),
    Line("Albumin", "36", "g/L", "35 - 50"),
    Line("INR", "1.1", "ratio", "0.8 - 1.2"),
)
_HORMONES = (
    Line("TSH", "0.03", "mU/L", "0.27 - 4.20", "L"),
    Line("Free T4", "31.2", "pmol/L", "12.0 - 22.0", "H"),
    Line("25-OH vitamin D", "38", "nmol/L", "50 - 125", "L"),
    Line("Testosterone", "12.4", "nmol/L", "8.6 - 29.0"),
    Line("PSA", "4.71", "µg/L", "< 4.00", "H"),
    Line("Cortisol 9am", "402", "nmol/L", "133 - 537"),
    Line("LDL cholesterol", "2.9", "mmol/L", "< 3.0"),
    Line("Troponin T", "9", "ng/L", "< 14"),
    Line("NT-proBNP", "1204", "ng/L", "< 400", "H"),
)
SETS = (_BLOOD, _SALTS, _HORMONES)


def reports(tests: Sequence[Line]) -> Iterator[tuple[str, Report]]:
    """Yield each layout with these tests, by its name."""
    for layout in (
        headed, bare, closed, side_by_side, by_dates, one_below_the_other, letter, marked,
    ):  # fmt: skip
        yield layout.__name__, layout(tests)


def _title(put: Put) -> None:
    put(60, 60, "Department of Clinical Biochemistry    Page 1 of 2")
    put(60, 76, "Patient: Ann Example    NHS No: 943 476 5919    DOB: 12/03/1947    Age: 77 years")
    put(60, 92, "Tel: 01632 960123    Lab number 24.118533    Ward 5")
    put(60, 108, "Collected: 14/05/2024 09:30    Reported: 15/05/2024")


def headed(tests: Sequence[Line]) -> Report:
    """A table with headings, the earlier values beside the new ones, and a group in its midst."""

    def draw(put: Put) -> None:
        _title(put)
        columns = (60, 200, 270, 360, 450, 490)
        for x, head in zip(
            columns, ("Test", "Result", "Units", "Reference range", "Flag", "Previous"), strict=True
        ):
            put(x, 140, head)
        y = 158.0
        for at, test in enumerate(tests):
            if at == len(tests) // 2:
                put(60, y, "LIVER PROFILE")
                y += 16
            for x, part in zip(columns, (*test[:5], "77"), strict=True):
                put(x, y, part)
            y += 16

    return Report(draw, tuple(tests))


def bare(tests: Sequence[Line]) -> Report:
    """Columns without headings, numbers set to the right, ranges in brackets."""

    def draw(put: Put) -> None:
        _title(put)
        for at, test in enumerate(tests):
            y = 150 + at * 17
            put(70, y, test.name)
            put(260 - 5.5 * len(test.value), y, test.value)
            put(275, y, test.unit)
            put(370, y, f"({test.range})")
            put(470, y, test.flag)

    return Report(draw, tuple(tests))


def closed(tests: Sequence[Line]) -> Report:
    """Each row as one run of words with single spaces."""

    def draw(put: Put) -> None:
        _title(put)
        for at, test in enumerate(tests):
            words = (test.name, test.value, test.unit, f"({test.range})", test.flag)
            put(60, 150 + at * 15, " ".join(word for word in words if word))

    return Report(draw, tuple(tests))


def side_by_side(tests: Sequence[Line]) -> Report:
    """Two rows on each line."""

    def draw(put: Put) -> None:
        _title(put)
        half = (len(tests) + 1) // 2
        for at, test in enumerate(tests):
            left, y = (30, 150 + at * 18) if at < half else (318, 150 + (at - half) * 18)
            put(left, y, test.name)
            put(left + 112, y, test.value)
            put(left + 138, y, test.unit)
            put(left + 219, y, test.range)

    return Report(draw, tuple(test._replace(flag="") for test in tests))


def by_dates(tests: Sequence[Line]) -> Report:
    """A column for each date, units and ranges at the end."""
    days = ("03/01/2024", "14/05/2024")

    def draw(put: Put) -> None:
        put(60, 60, "Cumulative report")
        for x, head in zip(
            (60, 210, 290, 370, 460), ("Test", *days, "Units", "Range"), strict=True
        ):
            put(x, 110, head)
        for at, test in enumerate(tests):
            y = 130 + at * 16
            put(60, y, test.name)
            for x, part in zip((210, 290), (_older(test), test.value), strict=True):
                put(x, y, part)
            put(370, y, test.unit)
            put(460, y, test.range)

    rows = [
        Line(test.name, value, test.unit, test.range, "", day)
        for test in tests
        for value, day in zip((_older(test), test.value), days, strict=True)
    ]
    return Report(draw, tuple(rows))


def _older(test: Line) -> str:
    return test.value.translate(str.maketrans("0123456789", "1234567891"))


def one_below_the_other(tests: Sequence[Line]) -> Report:
    """A name, under it the value with its unit, under that the range: as on a telephone."""

    def draw(put: Put) -> None:
        put(60, 50, "Your test results")
        for at, test in enumerate(tests):
            y = 80 + at * 56
            put(60, y, test.name)
            put(60, y + 16, f"{test.value} {test.unit}")
            put(60, y + 32, f"Normal range: {test.range} {test.unit}")

    rows = (test._replace(range=f"{test.range} {test.unit}", flag="") for test in tests)
    return Report(draw, tuple(rows))


def letter(tests: Sequence[Line]) -> Report:
    """A letter: what it says of doses, ages and visits are no results."""

    def draw(put: Put) -> None:
        for at, text in enumerate(_letter(tests)):
            put(60, 60 + at * 15, text)

    return Report(draw, tuple(test._replace(range="", flag="") for test in tests[:4]))


def _letter(tests: Sequence[Line]) -> list[str]:
    one, two, three, four = (f"{t.name} was {t.value} {t.unit}" for t in tests[:4])
    return [
        "Dear Dr Sample, clinic date 14 May 2024",
        "I saw this 77 year old lady, who takes methotrexate 15 mg once a week and",
        "furosemide 40 mg each morning; amlodipine 5 mg was started on 3 March 2024.",
        f"Her {one} and her {two} at this visit.",
        f"Today {three}.",
        f"By contrast {four}.",
        "Folic acid 5 mg weekly goes on. I gave her 2 units of blood in 2019.",
        "Please see her again in 6 weeks in room 12. Weight is stable.",
    ]


def marked(tests: Sequence[Line]) -> Report:
    """Marks before the values, dots that lead to them, a name that goes on in the next line."""

    def draw(put: Put) -> None:
        _title(put)
        y = 150.0
        for test in tests:
            put(60, y, f"{test.name} ......")
            put(230, y, f"{'*' if test.flag else ''} {test.value}".strip())
            put(300, y, test.unit)
            put(400, y, test.range)
            y += 18

    return Report(draw, tuple(t._replace(flag="*" if t.flag else "") for t in tests))
