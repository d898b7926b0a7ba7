"""The list that chooses which questions are shown names its visits as they are seen."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.appointments.page.show_choice import ShowChoice, Visit, of_list
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.reads import reads


def _clinic(path: Path, number: int) -> tuple[Journal, list[Visit]]:
    """Return a journal with a question for each of so many visits."""
    journal, visits = Journal.create(path, KINDS), list[Visit]()
    with journal.change("Fill") as change:
        person = change.add("person", name="Edith Maplethorpe")
        for at in range(number):
            day = PartialDate(2001, 1 + at % 12, 1)
            visit = change.add("appointment", person=person, purpose=f"Check {at}", when=day)
            change.add("question", person=person, text=f"Why {at}?", appointments=(visit,))
            visits.append((visit, day))
    return journal, visits


def test_of_many_visits_only_those_that_are_seen_are_named(tmp_path: Path) -> None:
    journal, visits = _clinic(tmp_path / "made.secondop", 60)
    with journal:
        questions = journal.entries("question")
        with reads() as read:
            offers = of_list(journal, questions, visits)
            assert offers[1] == "Still to ask"
        assert read.statements == 0
        said = [offers[at] for at in range(len(offers))]
        assert len(offers) == 62
        assert said[2] == "For: Check 0, 1 January 2001"
        assert said[-1] == "For: Check 59, 1 December 2001"


def test_a_choice_stays_while_it_is_offered_and_is_named_anew(tmp_path: Path, qtbot: QtBot) -> None:
    journal, visits = _clinic(tmp_path / "made.secondop", 3)
    with journal:
        choice, questions = ShowChoice(), journal.entries("question")
        qtbot.addWidget(choice)
        choice.offer(of_list(journal, questions, visits))
        choice.combo.setCurrentIndex(3)
        assert choice.wanted() == ("appointment", visits[1][0])
        with journal.change("Name it") as change:
            change.edit("appointment", visits[1][0], purpose="Another check")
        choice.offer(of_list(journal, questions, visits[1:]))
        assert choice.wanted() == ("appointment", visits[1][0])
        choice.offer(of_list(journal, questions, visits[1:]))
        assert choice.combo.currentText() == "For: Another check, 1 February 2001"
        choice.offer(of_list(journal, questions, visits[2:]))
        assert choice.wanted() == ("all", None)
