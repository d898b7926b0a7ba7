"""How many clicks, keys and texts the usual things take, counted in the window of a small laptop.

A text typed into a field counts as one action, unless a test says that it counts keys and clicks.
"""

from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from secondop_desktop.features.opinions.rules.aspects import ASPECTS
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.dialogs import file_dialogs, print_dialog
from secondop_desktop.widgets.theme import Scheme, Theme
from secondop_desktop.window import pictures
from secondop_desktop.window.session import Session
from tests.counted import Hand
from tests.window.keyboard import play, press, write

LAPTOP: Final = (1366, 720)
"""What a desktop leaves of 1366×768 to a window, in device-independent pixels."""


@pytest.fixture
def hand() -> Hand:
    """A hand that has done nothing yet."""
    return Hand()


@pytest.fixture
def journal(session: Session) -> Session:
    """The example in a window as large as a small laptop allows."""
    session.shell.resize(*LAPTOP)
    settled()
    return session


def settled() -> None:
    """Let what was done show itself."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    pictures.settle(app)


def at(session: Session, key: str) -> Any:
    """Open a screen."""
    session.go(key)
    settled()
    return session.page


def button(session: Session, words: str) -> QAbstractButton:
    """Return the button in the page or its row that is called so."""
    page = session.page
    assert page is not None
    found = [
        part
        for whole in (page, page.bar)
        for part in whole.findChildren(QAbstractButton)
        if part.isVisible() and words in {part.text(), part.accessibleName()}
    ]
    assert found, words
    return found[0]


def made(session: Session, kind: str, **values: Any) -> Any:
    (row,) = session.journal.entries(kind, **values)
    return row


def test_a_medicine_takes_six_actions(journal: Session, hand: Hand) -> None:
    at(journal, "medicine")
    hand.click(button(journal, "Add a medicine"))
    hand.type("Folic acid")
    hand.key("Tab")
    hand.type("5 mg")
    hand.key("Tab")
    hand.type("once a week")
    assert hand.actions <= 6
    hand.key("Ctrl+Return")
    assert hand.actions - hand.texts <= 4
    row = made(journal, "medicine", name="Folic acid")
    assert (row.dose, row.how_taken) == ("5 mg", "once a week")
    assert journal.page is not None
    assert journal.page.here() == row.id


def test_a_medicine_needs_no_mouse_with_the_largest_text(
    journal: Session, qapp: QApplication, qtbot: QtBot, look: Theme, hand: Hand
) -> None:
    theme.apply(qapp, Scheme.LIGHT, 200)
    at(journal, "medicine")
    play(qtbot, partial(press, "Ctrl+N"), partial(write, "medicine"), partial(press, "Return"))
    settled()
    for text in ("Folic acid", "5 mg", "once a week"):
        hand.type(text)
        settled()
        has = QApplication.focusWidget()
        assert has is not None
        assert has.visibleRegion().boundingRect().height() >= has.fontMetrics().height()
        hand.key("Tab")
    hand.key("Ctrl+Return")
    row = made(journal, "medicine", name="Folic acid")
    assert (row.dose, row.how_taken) == ("5 mg", "once a week")
    assert hand.actions <= 7


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter as a text, of a doctor whom the example knows."""
    path = tmp_path / "scan0012.txt"
    path.write_text(
        "Date typed: 18 November 2026\n\nDear Mrs Wensleydown\n\nYour scan is as before.\n\n"
        "Yours sincerely\n\nDr Anjali Varmaraj\n"
    )
    return path


def test_a_letter_with_what_it_is_takes_three_actions(
    journal: Session, qtbot: QtBot, hand: Hand, letter: Path
) -> None:
    at(journal, "home")
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(letter))])
    QGuiApplication.clipboard().setMimeData(copied)
    try:
        play(qtbot, partial(hand.key, "Ctrl+V"), partial(hand.key, "Return"))
    finally:
        QGuiApplication.clipboard().clear()
    assert hand.actions <= 3
    row = journal.journal.entries("record", person=journal.person)[-1]
    assert (row.type, row.date) == ("letter", PartialDate(2026, 11, 18))
    assert journal.journal.name(row.from_provider) == "Dr Anjali Varmaraj"


def test_asking_for_records_takes_four_actions(journal: Session, qtbot: QtBot, hand: Hand) -> None:
    at(journal, "record:gather")
    ask = button(journal, "Ask for a record…")
    play(
        qtbot,
        partial(hand.click, ask),
        partial(hand.type, "The heart scan of June"),
        partial(hand.key, "Return"),
    )
    assert hand.actions <= 4
    row = made(journal, "record", title="The heart scan of June")
    assert row.state == "wanted"


def test_a_mark_takes_one_click(journal: Session, hand: Hand) -> None:
    page = at(journal, "opinion")
    row = next(one for one in page.grid.board.rows if one.aspect == "certainty")
    hand.click(row.mark.mark.buttons["unclear"])
    assert hand.actions == 1
    assert made(journal, "mark", aspect="certainty").mark == "unclear"


@pytest.fixture
def seen(journal: Session) -> str:
    """The id of an appointment that is over, with a third opinion of which nothing is written."""
    with journal.journal.change("Add") as change:
        return change.add(
            "appointment",
            person=journal.person,
            case=journal.case(),
            purpose="A third view",
            status="done",
            when=PartialDate(2026, 11, 20),
            opinion_place=3,
        )


def test_an_opinion_takes_three_actions_and_one_for_each_aspect(
    journal: Session, hand: Hand, seen: str
) -> None:
    """The texts themselves are not counted."""
    at(journal, f"appointment:{seen}")
    hand.click(button(journal, "Write down the opinion"))
    settled()
    said = [f"About {aspect.word}" for aspect in ASPECTS]
    for number, text in enumerate(said):
        if number:
            hand.key("Ctrl+Return")
        hand.type(text)
    hand.key("Ctrl+Return")
    assert hand.actions - hand.texts <= 3 + len(ASPECTS)
    opinion = made(journal, "opinion", appointment=seen)
    rows = journal.journal.entries("statement", opinion=opinion.id)
    written = {"": opinion.overall} | {row.aspect: row.text for row in rows}
    aspects = ["", *(aspect.word for aspect in ASPECTS[:-1])]
    assert [written[aspect] for aspect in aspects] == said


@pytest.mark.usefixtures("a_printer")
def test_printing_takes_three_actions(
    journal: Session, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[int] = []

    def press_print(_dialog: QPrintDialog) -> QDialog.DialogCode:
        hand.other()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", press_print)
    monkeypatch.setattr(print_dialog, "draw", lambda pdf, _printer: sent.append(len(pdf)))
    at(journal, "medicine")
    hand.key("Ctrl+P")
    settled()
    hand.click(button(journal, "Print…"))
    assert hand.actions <= 3
    assert sent
    assert sent[0] > 1


def test_saving_the_pdf_takes_three_actions(
    journal: Session,
    hand: Hand,
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    monkeypatch.setitem(file_dialogs._last, "folder", tmp_path)
    at(journal, "medicine")
    hand.click(journal.shell.centre.make_pdf)
    settled()
    play(qtbot, partial(hand.click, button(journal, "Save the PDF…")), partial(hand.key, "Return"))
    assert hand.actions <= 3
    assert [path.suffix for path in tmp_path.iterdir()].count(".pdf") == 1


@pytest.mark.parametrize("keys", [True, False], ids=["keys", "mouse"])
def test_finding_takes_three_actions(
    journal: Session, hand: Hand, qtbot: QtBot, *, keys: bool
) -> None:
    """By keys the word that is looked for is not counted."""
    at(journal, "home")
    if keys:
        hand.key("Ctrl+F")
    else:
        hand.click(journal.shell.search)
    hand.type("statin")
    qtbot.waitUntil(lambda: journal.key == "find")
    page: Any = journal.page
    found = page.list.items()[0].key
    if keys:
        hand.key("Return")
        hand.key("Return")
    else:
        hand.click_row(page.list, 0)
    settled()
    assert hand.actions - (hand.texts if keys else 0) <= 3
    assert journal.page is not None
    assert journal.page.here() == found
