"""All seven steps with two opinions and again with a third, by keyboard; the same by commands."""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window import pictures
from tests.cli.shell import Shell as CommandLine
from tests.window.keyboard import Player, Script, answer, press, tab_to, use, write
from tests.window.relatives import told
from tests.window.test_journey import PERSON, QUESTION, adding, picking, started, starting

DOCTORS: Final = ("Dr Orla Penhaligon", "Dr Tamsin Okonedo", "Dr Ines Rowbottom")
PLACES: Final = ("First opinion", "Second opinion", "Third opinion")
SAID: Final = ("Severe.", "Moderate.", "Moderate, with care.")
ASPECT: Final = "What they think it is"
NOTE: Final = "They read the scan differently."
SECOND_NOTE: Final = " The third agrees with the second."
_LAST: Final = 11
"""How many steps come before telling the doctors, once there is a second round."""
TEXTS: Final = {
    "task": "Ring the heart clinic",
    "record": "CT pictures on a disc",
    "appointment": "Hear the second opinion",
    "question": "How long can it wait?",
    "answer": "Three months, with check-ups.",
    "option": "Open-heart operation",
    "outcome": "A stroke",
    "decision": "Wait until the autumn.",
    "symptom": "Out of breath on the stairs",
}


@pytest.fixture(autouse=True)
def no_dialogs_of_the_desktop(qapp: QApplication) -> None:
    """The keyboard of a test reaches Qt's own file dialogs only."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


# By keyboard ---------------------------------------------------------------------------------


def a_step(at: int, note: str) -> Script:
    """Go to a step by its place in the list, call it completed, and write a note."""
    yield partial(press, "Ctrl+3")
    yield partial(tab_to, "The steps")
    yield partial(press, "Home")
    for _each in range(at):
        yield partial(press, "Down")
    yield partial(press, "Return")
    yield partial(press, "Right")
    yield partial(press, "Right")
    yield partial(answer, "Your notes on this step", note)


def talk() -> Script:
    """Step 1: the question, and what was said about waiting."""
    yield partial(press, "Ctrl+3")
    yield partial(press, "Space")
    yield partial(answer, "Your question, in one sentence", QUESTION)
    yield partial(press, "Escape")
    yield from a_step(0, "I said I would like another view.")
    yield from adding("Symptom")
    yield partial(write, TEXTS["symptom"])


def choose(doctor: str) -> Script:
    """Step 2: somebody to see."""
    yield from adding("Doctor or place")
    yield partial(write, doctor)
    yield partial(press, "Escape")


def asked_again_on(day: str, month: str, year: str) -> Script:
    """Step 3: the last of its dates, when to ask how the referral is getting on."""
    yield partial(write, day)
    yield partial(answer, "Month", month)
    yield partial(answer, "Year", year)


def gather() -> Script:
    """Step 4: a paper to have, an appointment, and something to do."""
    yield from adding("Record")
    yield partial(answer, "What to call it", TEXTS["record"])
    yield partial(press, "Escape")
    yield from adding("Task")
    yield partial(write, TEXTS["task"])
    yield partial(press, "Escape")
    yield from adding("Appointment")
    yield partial(write, TEXTS["appointment"])
    yield partial(answer, "Day", "14")
    yield partial(answer, "Month", "July")
    yield partial(answer, "Year", "2031")
    yield partial(press, "Escape")


def ask() -> Script:
    """Step 5: a question and what was answered."""
    yield from adding("Question")
    yield partial(write, TEXTS["question"])
    yield partial(use, "Add an answer")
    yield partial(answer, "What they said", TEXTS["answer"])
    yield partial(press, "Escape")


def hear(at: int) -> Script:
    """Put an opinion down, as far as its first aspect."""
    yield from adding("Opinion")
    yield from picking("Choose… Who gave it", DOCTORS[at])
    yield partial(press, "Escape")
    yield partial(answer, f"{ASPECT}, {PLACES[at]}, {DOCTORS[at]}", SAID[at])


def compare() -> Script:
    """Step 6: the person's own mark and note."""
    yield partial(answer, "Same", "3")
    yield partial(answer, f"Your note: {ASPECT}", NOTE)


def decide() -> Script:
    """Step 6: an option with a risk, and what is decided."""
    yield from adding("Option")
    yield partial(write, TEXTS["option"])
    yield partial(press, "Escape")
    yield from adding("Decision")
    yield partial(answer, "What you decided", TEXTS["decision"])


def tell() -> Script:
    """Step 7: each of the doctors seen is told today."""
    yield partial(press, "Ctrl+8")
    yield partial(use, "Who was told")
    for doctor in DOCTORS:
        yield partial(use, f"I told them today: {doctor}")


def again() -> Script:
    """A third opinion in the same case: steps 2 to 6 once more."""
    yield partial(press, "Ctrl+3")
    yield partial(tab_to, "The steps")
    yield partial(press, "Home")
    for _each in range(5):
        yield partial(press, "Down")
    yield partial(press, "Return")
    yield partial(use, "Ask for a third opinion")
    yield from choose(DOCTORS[2])
    yield from hear(2)
    yield partial(use, f"Your note: {ASPECT}")
    yield partial(write, SECOND_NOTE)


def seven_steps(folder: Path) -> Script:
    """The whole way."""
    yield from starting(folder / "Edith.secondop")
    yield from talk()
    yield from choose(DOCTORS[0])
    yield from choose(DOCTORS[1])
    yield from a_step(1, "Two names from the nurse.")
    yield from a_step(2, "The GP will refer me.")
    yield partial(tab_to, "Day", "Shift+Tab")
    yield from asked_again_on("3", "March", "2031")
    yield from gather()
    yield from a_step(3, "The disc is on its way.")
    yield from ask()
    yield from a_step(4, "Tom came along.")
    yield from hear(0)
    yield from hear(1)
    yield from compare()
    yield from decide()
    yield from a_step(5, "They differ.")
    yield from again()
    yield from tell()
    yield from a_step(_LAST, "I told my GP.")


def two_opinions(folder: Path) -> Script:
    """As much of it as there is to compare."""
    yield from starting(folder / "Edith.secondop")
    yield from talk()
    for at in range(2):
        yield from choose(DOCTORS[at])
    for at in range(2):
        yield from hear(at)
    yield from compare()


# By commands ---------------------------------------------------------------------------------


def by_commands(run: CommandLine, doctors: Sequence[str], note: str) -> None:
    """Make the same comparison with the command line alone."""

    def add(kind: str, **values: Any) -> str:
        words = [f"{name}={value}" for name, value in values.items()]
        said = run.run("add", run.journal, kind, *words)
        assert (said.code, said.err) == (0, "")
        return said.out.strip()

    assert run.run("new", run.journal, "--person", PERSON).code == 0
    case = add("case", question=QUESTION)
    aspect = next(w for w, label in KINDS["statement"].by_name["aspect"].choices if label == ASPECT)
    for at, doctor in enumerate(doctors):
        provider = add("provider", name=doctor)
        opinion = add("opinion", case=case, provider=provider, place=at + 1)
        add("statement", case=case, opinion=opinion, aspect=aspect, text=SAID[at])
    add("mark", case=case, aspect=aspect, mark="different", note=note)


def compared(journal: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """Return what ``compare --json`` says, each id by the order in which it is met.

    ``words`` are what it must say.
    """
    said = CommandLine(journal, capsys).run("compare", journal, "--json")
    assert (said.code, said.err) == (0, "")
    with Journal.look(journal, KINDS) as opened:
        ids = [row.id for kind in KINDS for row in opened.entries(kind)]
    text = said.out
    met = sorted((entry for entry in ids if entry in text), key=text.index)
    for number, entry in enumerate(met):
        text = text.replace(entry, f"entry {number}")
    assert [word for word in words if word not in text] == []
    return json.loads(text)


# The walk ------------------------------------------------------------------------------------


def test_two_opinions_by_keyboard_are_compared_as_by_commands(
    qtbot: QtBot, look: Theme, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = started(qtbot)
    Player(two_opinions(tmp_path)).play(qtbot)
    main.shell.close()
    path, run = tmp_path / "Edith.secondop", CommandLine(tmp_path / "Same.secondop", capsys)
    by_commands(run, DOCTORS[:2], NOTE)
    words = (NOTE, QUESTION, *SAID[:2], *DOCTORS[:2])
    assert compared(path, capsys, *words) == compared(run.journal, capsys, *words)


@pytest.mark.long
def test_seven_steps_and_a_third_opinion_by_keyboard(
    qtbot: QtBot, look: Theme, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = started(qtbot)
    Player(seven_steps(tmp_path)).play(qtbot)
    main.shell.close()
    assert not main.shell.isVisible()
    path = tmp_path / "Edith.secondop"
    the_file_holds_it(path)
    run = CommandLine(tmp_path / "Same.secondop", capsys)
    by_commands(run, DOCTORS, NOTE + SECOND_NOTE)
    words = (NOTE, SECOND_NOTE, QUESTION, *SAID, *DOCTORS)
    assert compared(path, capsys, *words) == compared(run.journal, capsys, *words)
    everything_is_shown_again(qtbot)


def the_file_holds_it(path: Path) -> None:
    """Look into the file for what was typed."""
    with Journal.open(path, KINDS) as journal:
        (case,) = journal.entries("case")
        assert (case.question, case.round) == (QUESTION, 2)
        assert {key for key, status in case.steps.items() if status == "completed"} == set(
            "1234567"
        )
        assert case.step_notes["7"] == "I told my GP."
        assert "3 March 2031" in case.step_notes["3"]
        names = journal.names()
        assert sorted(names(row.provider) for row in journal.entries("told")) == sorted(DOCTORS)
        assert sorted(row.name for row in journal.entries("provider")) == sorted(DOCTORS)
        assert sorted(row.place for row in journal.entries("opinion")) == [1, 2, 3]
        assert sorted(row.text for row in journal.entries("statement")) == sorted(SAID)
        (mark,) = journal.entries("mark")
        assert (mark.mark, mark.note) == ("different", NOTE + SECOND_NOTE)


def everything_is_shown_again(qtbot: QtBot) -> None:
    """Start the program again and find every text on the screen of its kind."""
    main = started(qtbot)
    session = main.session
    assert session is not None
    for kind, text in TEXTS.items():
        for row in session.journal.entries(kind):
            session.open_entry(row.id)
            pictures.settle(QApplication.instance())  # type: ignore[arg-type]
            assert text in told(main.shell), kind
    session.go("opinion")
    shown = told(main.shell)
    assert [text for text in (*SAID, *DOCTORS, NOTE) if text not in shown] == []
    main.shell.close()
