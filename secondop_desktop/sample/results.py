"""Two years of test results: one blood test in a long row, and the few others that matter."""

from dataclasses import dataclass

from secondop_desktop.sample.bloods import (
    AT_THE_NEW_LAB,
    AT_THE_OLD_LAB,
    NEW_LAB,
    NEW_RANGE,
    OLD_LAB,
    OLD_RANGE,
    away,
)
from secondop_desktop.sample.days import Days
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.papers import Papers

SPEEDS = ((-22, "3.4"), (-10, "3.8"))


@dataclass(frozen=True)
class Seen:
    """The ids of the results that each of the two doctors looked at."""

    first: tuple[str, ...]
    second: tuple[str, ...]


def results(book: Notebook, papers: Papers, days: Days) -> Seen:
    """Copy the results from the reports."""
    haemoglobin(book, papers, days)
    _iron(book, days)
    _words(book, days)
    bloods, strain = _in_hospital(book, days)
    speed, later_speed = _valve(book, papers, days)
    return Seen(
        (bloods, strain, speed), (bloods, strain, speed, *_second(book, papers, days), later_speed)
    )


def haemoglobin(book: Notebook, papers: Papers, days: Days) -> None:
    """Copy eleven results: once below the printed range, then another lab's range."""
    for month, value in AT_THE_OLD_LAB:
        book.add(
            "result",
            test="Haemoglobin",
            value=value,
            unit="g/L",
            range=OLD_RANGE,
            flag="L" if month == -14 else "",
            date=days.day(away(month)),
            specimen="Blood",
            lab=OLD_LAB,
            panel="Full blood count",
            unit_code="g/L",
        )
    for month, value in AT_THE_NEW_LAB:
        book.add(
            "result",
            test="Haemoglobin",
            value=value,
            unit="g/L",
            range=NEW_RANGE,
            date=days.day(away(month)),
            specimen="Blood",
            lab=NEW_LAB,
            panel="Full blood count",
            unit_code="g/L",
            record=papers.blood,
            page=1,
        )


def _iron(book: Notebook, days: Days) -> None:
    for month, value in ((-14, "15"), (-10, "34"), (-4, "58")):
        book.add(
            "result",
            test="Ferritin",
            value=value,
            unit="µg/L",
            range="13 - 150",
            date=days.day(away(month)),
            specimen="Blood",
            lab=NEW_LAB if month == -4 else OLD_LAB,
            unit_code="ug/L",
        )


def _in_hospital(book: Notebook, days: Days) -> tuple[str, str]:
    troponin = book.add(
        "result",
        test="High-sensitivity troponin T",
        value="<5",
        unit="ng/L",
        range="<14",
        date=days.at(-75, 9, 40),
        specimen="Blood",
        lab=OLD_LAB,
        unit_code="ng/L",
        notes="They print “<5” when it is too little to count.",
    )
    strain = book.add(
        "result",
        test="NT-proBNP",
        value="412",
        unit="ng/L",
        range="<400",
        flag="H",
        date=days.at(-75, 9, 40),
        specimen="Blood",
        lab=OLD_LAB,
        unit_code="ng/L",
    )
    return troponin, strain


def _second(book: Notebook, papers: Papers, days: Days) -> tuple[str, str]:
    strain = book.add(
        "result",
        test="NT-proBNP",
        value="388",
        unit="ng/L",
        range="<400",
        date=days.day(-21),
        specimen="Blood",
        lab="Quillhaven Heart Clinic",
        record=papers.second,
        page=1,
        unit_code="ng/L",
    )
    kidneys = book.add(
        "result",
        test="Kidney function (eGFR)",
        value="68",
        unit="mL/min/1.73 m²",
        range=">60",
        date=days.day(-30),
        specimen="Blood",
        lab=NEW_LAB,
        record=papers.blood,
        page=1,
    )
    return strain, kidneys


def _valve(book: Notebook, papers: Papers, days: Days) -> tuple[str, str]:
    """Copy how fast the blood passes the valve; scan reports print no range."""
    for month, value in SPEEDS:
        _speed(book, value, days.day(away(month)))
    return (
        _speed(book, "4.1", days.day(-75), record=papers.scan, page=1),
        _speed(book, "3.9", days.day(-21), record=papers.second, page=1),
    )


def _speed(book: Notebook, value: str, date: object, **source: object) -> str:
    return book.add(
        "result",
        test="Peak speed through the aortic valve",
        value=value,
        unit="m/s",
        date=date,
        panel="Heart scan (echocardiogram)",
        **source,
    )


def _words(book: Notebook, days: Days) -> None:
    book.add(
        "result",
        test="MRSA screen",
        value="not detected",
        date=days.day(-40),
        specimen="Nose swab",
        lab=OLD_LAB,
        notes="Done early, in case the operation goes ahead.",
    )
