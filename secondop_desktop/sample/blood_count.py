"""Two years of blood counts: once below the printed range, then another lab's range."""

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


def blood_counts(book: Notebook, papers: Papers, days: Days) -> None:
    """Copy eleven haemoglobin results, and what the iron did meanwhile."""
    for months, value in AT_THE_OLD_LAB:
        flag = "L" if months == -14 else ""
        said = {"value": value, "date": days.day(away(months)), "flag": flag}
        _haemoglobin(book, range=OLD_RANGE, lab=OLD_LAB, **said)
    for months, value in AT_THE_NEW_LAB:
        said = {"value": value, "date": days.day(away(months)), "record": papers.blood}
        _haemoglobin(book, range=NEW_RANGE, lab=NEW_LAB, page=1, **said)
    _ferritin(book, value="15", date=days.day(away(-14)), lab=OLD_LAB)
    _ferritin(book, value="34", date=days.day(away(-10)), lab=OLD_LAB)
    _ferritin(book, value="58", date=days.day(away(-4)), lab=NEW_LAB)


def _haemoglobin(book: Notebook, **said: object) -> None:
    book.add(
        "result",
        test="Haemoglobin",
        unit="g/L",
        specimen="Blood",
        panel="Full blood count",
        code="LOINC 718-7",
        unit_code="g/L",
        **said,
    )


def _ferritin(book: Notebook, **said: object) -> None:
    book.add(
        "result",
        test="Ferritin",
        unit="µg/L",
        range="13 - 150",
        specimen="Blood",
        code="LOINC 2276-4",
        unit_code="ug/L",
        **said,
    )
