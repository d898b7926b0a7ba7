"""The test results that concern the heart, as the hospital and the clinic printed them."""

from dataclasses import dataclass

from secondop_desktop.sample.bloods import NEW_LAB, OLD_LAB, away
from secondop_desktop.sample.days import Days
from secondop_desktop.sample.notebook import Notebook
from secondop_desktop.sample.papers import Papers


@dataclass(frozen=True)
class Seen:
    """The ids of the results that each of the two doctors looked at."""

    first: tuple[str, ...]
    second: tuple[str, ...]


def results(book: Notebook, papers: Papers, days: Days) -> Seen:
    """Copy the results that concern the heart, and say which of them each doctor saw."""
    _words(book, days)
    bloods, strain = _in_hospital(book, days)
    speed, later_speed = _valve(book, papers, days)
    return Seen(
        (bloods, strain, speed), (bloods, strain, speed, *_second(book, papers, days), later_speed)
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
        code="LOINC 33762-6",
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
        code="LOINC 33762-6",
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
    _speed(book, "3.4", days.month(-22))
    _speed(book, "3.8", days.day(away(-10)))
    return (
        _speed(book, "4.1", days.day(-75), record=papers.scan, page=1, star=True),
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
