"""A new person's whole way, with the keyboard alone: from Welcome to a PDF, and back again."""

from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.theme import Theme
from secondop_desktop.window.main import Main
from secondop_desktop.window.shell import Shell
from tests.window.conftest import AtOnce, bring_up
from tests.window.keyboard import Player, Script, answer, focused, press, use, write

PERSON = "Edith Maplethorpe"
QUESTION = "Do I need the operation now, or can it wait?"
LETTER = "Narrowed valve. Seen again in March."


def adding(kind: str) -> Script:
    """Choose what to add by typing its name."""
    yield partial(press, "Ctrl+N")
    yield partial(write, kind)
    yield partial(press, "Return")


def picking(field: str, name: str) -> Script:
    """Choose, or make, an entry that another one refers to."""
    yield partial(use, field)
    yield partial(write, name)
    yield partial(press, "Return")


def starting(target: Path) -> Script:
    """Name the person and the file."""
    yield partial(write, PERSON)
    yield partial(use, "Keep it somewhere else…")
    yield partial(naming, target)
    yield partial(use, "Start the journal", "Shift+Tab")


def naming(target: Path) -> None:
    """Type a path into the file dialog."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    press("Ctrl+A")
    write(str(target))
    press("Return")


def the_illness() -> Script:
    """A diagnosis with the doctor who told it, and a medicine."""
    yield from adding("Diagnosis")
    yield partial(write, "Severe aortic stenosis")
    yield partial(answer, "Month", "March")
    yield partial(answer, "Year", "2026")
    yield from picking("Choose… Who told you", "Dr Orla Penhaligon")
    yield partial(use, "Done")
    yield from adding("Medicine")
    yield partial(write, "Ramipril")
    yield partial(answer, "Dose, as written on the box", "5 mg")
    yield partial(answer, "How and when you take it", "once a day")


def the_results() -> Script:
    """One test three times, each closed by Escape, which saves."""
    for value, month in (("104", "May"), ("109", "June"), ("121", "July")):
        yield from adding("Test result")
        yield partial(write, "Haemoglobin")
        yield partial(answer, "Result, as printed", value)
        yield partial(answer, "Unit", "g/L")
        yield partial(answer, "Range, as printed", "115 to 150")
        yield partial(answer, "Month", month)
        yield partial(answer, "Year", "2026")
        yield partial(press, "Escape")


def the_records(letter: Path) -> Script:
    """A paper that lies at home, and a file."""
    yield from adding("Record")
    yield partial(answer, "What to call it", "Letter from the first clinic")
    yield partial(press, "Escape")
    yield from adding("Record")
    yield partial(use, "Choose a file… The file")
    yield partial(naming, letter)
    yield partial(press, "Escape")


def the_visit() -> Script:
    """An appointment to come, and a question with its answer."""
    yield from adding("Appointment")
    yield partial(write, "Hear the second opinion")
    yield partial(answer, "Day", "14")
    yield partial(answer, "Month", "July")
    yield partial(answer, "Year", "2031")
    yield from adding("Question")
    yield partial(write, "How long can it wait?")
    yield partial(use, "Add an answer")
    yield partial(answer, "What they said", "Three months, with check-ups.")
    yield partial(press, "Escape")


def the_case() -> Script:
    """The question of the second opinion, and how far a step is."""
    yield partial(press, "Ctrl+3")
    yield partial(press, "Space")
    yield partial(answer, "Your question, in one sentence", QUESTION)
    yield partial(press, "Escape")
    yield partial(press, "Return")
    yield partial(press, "Right")


def the_opinions() -> Script:
    """Two opinions, what each of them says, and the person's mark."""
    for by in ("Dr Orla Penhaligon", "Dr Tamsin Okonedo"):
        yield from adding("Opinion")
        yield from picking("Choose… Who gave it", by)
        yield partial(press, "Escape")
    yield partial(answer, "What they think it is, First opinion, Dr Orla Penhaligon", "Severe.")
    yield partial(answer, "What they think it is, Second opinion, Dr Tamsin Okonedo", "Moderate.")
    yield partial(answer, "Same", "3")
    yield partial(answer, "Your note: What they think it is", "They read the scan differently.")


def the_decision() -> Script:
    """What could be done, a risk of it, and what is decided."""
    yield from adding("Option")
    yield partial(write, "Open-heart operation")
    yield partial(press, "Escape")
    yield partial(use, "Add a risk: Open-heart operation")
    yield partial(answer, "What may happen", "A stroke")
    yield partial(answer, "How many people", "2")
    yield partial(answer, "Out of how many", "100")
    yield partial(press, "Escape")
    yield from adding("Decision")
    yield partial(answer, "What you decided", "Wait until the autumn.")


def the_pdf(target: Path) -> Script:
    """The summary, saved under a name of one's own."""
    yield partial(press, "Ctrl+P")
    yield partial(use, "Save the PDF…")
    yield partial(naming, target)


def journey(folder: Path) -> Script:
    """All of it."""
    yield from starting(folder / "Edith.secondop")
    yield from the_illness()
    yield from the_results()
    yield from the_records(folder / "letter.txt")
    yield from the_visit()
    yield from the_case()
    yield from the_opinions()
    yield from the_decision()
    yield from the_pdf(folder / "Summary.pdf")


def started(qtbot: QtBot) -> Main:
    """Return the window as it comes up on this device."""
    shell = Shell()
    qtbot.addWidget(shell)
    main = Main(shell, lambda _path: None)
    main.lanes = AtOnce()
    shell.resize(1280, 800)
    bring_up(qtbot, shell)
    main.start(None)
    return main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a letter in it."""
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def no_dialogs_of_the_desktop(qapp: QApplication) -> None:
    """The keyboard of a test reaches Qt's own file dialogs only."""
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def test_a_new_person_comes_from_welcome_to_a_pdf_by_keyboard(
    qtbot: QtBot, look: Theme, folder: Path
) -> None:
    main = started(qtbot)
    assert focused() == "Whose health is it about?"
    Player(journey(folder)).play(qtbot)
    main.shell.close()
    assert not main.shell.isVisible()
    the_file_holds_it(folder / "Edith.secondop")
    pages = pypdfium2.PdfDocument(folder / "Summary.pdf")
    first = pages[0].get_textpage().get_text_range()
    pages.close()
    assert PERSON in first
    assert QUESTION in " ".join(first.split())
    it_is_there_again(qtbot)


def the_file_holds_it(path: Path) -> None:
    """Look into the file for everything typed."""
    with Journal.open(path, KINDS) as journal:
        numbers = {kind: len(journal.entries(kind)) for kind in KINDS}
        wanted = {"person": 1, "diagnosis": 1, "medicine": 1, "result": 3, "record": 2}
        wanted |= {"appointment": 1, "question": 1, "answer": 1, "case": 1, "opinion": 2}
        wanted |= {"statement": 2, "mark": 1, "option": 1, "outcome": 1, "decision": 1}
        assert {kind: number for kind, number in numbers.items() if number} == {
            **wanted,
            "provider": 2,
        }
        (mark,) = journal.entries("mark")
        assert (mark.mark, mark.note) == ("different", "They read the scan differently.")
        (case,) = journal.entries("case")
        assert case.steps == {"1": "in progress"}
        assert {str(row.value) for row in journal.entries("result")} == {"104", "109", "121"}
        assert [row.file_name for row in journal.entries("record") if row.file] == ["letter.txt"]


def it_is_there_again(qtbot: QtBot) -> None:
    """Start the program again: the last journal opens, on the screen that was open last."""
    main = started(qtbot)
    assert main.session is not None
    assert main.shell.person.name() == PERSON
    assert main.shell.saved.text().startswith("All changes saved")
    assert main.shell.copied.text().startswith("Last safe copy")
    page = main.shell.page()
    assert page is not None
    assert page.accessibleName() == "Make a PDF"
    main.shell.close()
