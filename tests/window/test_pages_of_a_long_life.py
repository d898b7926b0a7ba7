"""Pages ask as little of the file, and make as few parts, for many entries as for a few."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.engine import Engine

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.widgets.background.jobs import at_once
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.window.places import PageContext, make_page
from tests.reads import reads

_FEW, _MANY = 130, 390
_KEYS = ("home", "timeline", "task", "symptom", "result", "record", "cost", "question")


def _fill(path: Path, number: int) -> None:
    with Journal.create(path, KINDS) as journal, journal.change("Fill") as change:
        person = change.add("person", name="Edith Maplethorpe")
        own = {"person": person, "case": change.add("case", person=person, question="Wait?")}
        for at in range(number):
            day = PartialDate(2001 + at % 20, 1 + at % 12, 1 + at % 28)
            change.add("symptom", person=person, what="Tired", date=day)
            change.add("record", **own, title=f"Letter {at}", date=day)
            change.add("cost", **own, what="Taxi", date=day)
            change.add("task", **own, text=f"Ring {at}", done=at % 2 == 0)
            visit = change.add("appointment", **own, purpose=f"Check {at}", when=day)
            answered = {"status": "answered", "appointments": (visit,)}
            change.add("question", **own, text=f"Why {at}?", **answered)
            value = Quantity(f"{at % 90}.5")
            change.add("result", person=person, test=f"Test {at % 3}", value=value, date=day)


def _effort(journal: Journal, key: str, qtbot: QtBot) -> tuple[int, int]:
    """Return how many statements a page needs, and how many widgets it is made of."""
    asked: list[str] = []

    def note(*told: object) -> None:
        asked.append(str(told[2]))

    watch = Watch(journal)
    (case,) = journal.entries("case")
    event.listen(Engine, "before_cursor_execute", note)
    try:
        with reads() as read:
            page = make_page(key, PageContext(journal, watch, case.person, case.id, at_once))
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    qtbot.addWidget(page)
    watch.stop()
    return len(asked) + read.statements, len(page.findChildren(QWidget))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lives")
    for number in (_FEW, _MANY):
        _fill(made / f"{number}.secondop", number)
    return made


@pytest.mark.parametrize("key", _KEYS)
def test_a_page_of_many_is_made_of_no_more_than_one_of_a_few(
    key: str, folder: Path, qtbot: QtBot
) -> None:
    efforts = []
    for number in (_FEW, _MANY):
        with Journal.open(folder / f"{number}.secondop", KINDS) as journal:
            efforts.append(_effort(journal, key, qtbot))
    (few, parts_few), (many, parts_many) = efforts
    assert many <= few
    assert parts_many <= parts_few + 20
