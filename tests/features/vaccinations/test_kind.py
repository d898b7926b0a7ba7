"""How a vaccination shows itself, on lists and on paper."""

from datetime import date
from typing import Any

import pytest

from secondop_desktop.features.vaccinations.kind import KIND
from secondop_desktop.features.vaccinations.pdf import CHAPTERS
from secondop_desktop.journal.kinds import MISTAKEN
from tests.features.desk import Desk
from tests.features.paper import Sheet
from tests.features.rows import day, names, row

TODAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("known", "title"),
    [
        ({"name": "MMR"}, "MMR"),
        ({"against": "flu"}, "flu"),
        ({"name": "MMR", "date_words": "as a child"}, "MMR (as a child)"),
        ({"name": "MMR", "status": "not given"}, "MMR (not given)"),
        ({"name": "MMR", "status": MISTAKEN[0]}, "MMR (entered by mistake)"),
    ],
)
def test_the_title_says_what_was_not_given(known: Any, title: str) -> None:
    assert KIND.title(row(KIND, **known), names) == title


def test_the_line_says_dose_and_batch() -> None:
    told = row(KIND, name="Flu vaccine", against="flu", dose_number="2", lot="A1", site="Left arm")
    assert KIND.line(told, names) == "dose 2 · Left arm · batch A1"


@pytest.mark.parametrize(
    ("known", "given"),
    [
        ({}, True),
        ({"date": day("2020")}, True),
        ({"date": day("2030")}, False),
        ({"status": "planned"}, False),
        ({"status": "not given", "date": day("2020")}, False),
    ],
)
def test_what_was_given_holds(known: Any, given: bool) -> None:
    assert KIND.holds(row(KIND, name="MMR", **known), TODAY) is given


def test_the_chapter_tells_dose_batch_and_place() -> None:
    sheet = Sheet()
    surgery = sheet.add("provider", name="Hill Surgery")
    known = {"dose_number": "2", "lot": "A1", "site": "Left arm", "reaction": "Sore arm"}
    sheet.add("vaccination", name="MMR", date=day("2020"), place=surgery, **known)
    assert sheet.printed(CHAPTERS["vaccination"]) == (
        "Vaccine When Dose and batch Where Notes MMR 2020 dose 2 batch A1 "
        "Hill Surgery Left arm Sore arm"
    )


def test_a_line_of_the_card_is_saved(desk: Desk) -> None:
    form = desk.open("vaccination")
    desk.type(form.edits["name"], "Tetanus")
    desk.type(form.edits["dose_number"], "booster")
    desk.type(form.edits["lot"], "TT-9")
    saved = desk.get(form)
    assert (saved.name, saved.dose_number, saved.lot) == ("Tetanus", "booster", "TT-9")
