"""Every window over the page, on a small screen: buttons in sight, nothing cut, one scroll bar."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget

from secondop_desktop.features.appointments.page.calendar import ReminderDialog
from secondop_desktop.features.appointments.page.tick_list_dialog import Offer, PickDialog
from secondop_desktop.features.cases.page.closing import CloseDialog
from secondop_desktop.features.letters.operations import sending
from secondop_desktop.features.letters.page.kept_versions import VersionDialog
from secondop_desktop.features.letters.page.sent_dialog import SentDialog
from secondop_desktop.features.records.page.asking_dialogs import AskForRecord
from secondop_desktop.features.records.page.chase_dialog import ChaseDialog
from secondop_desktop.features.records.page.hand_over import HandOver
from secondop_desktop.features.records.page.letter_card import LetterCard
from secondop_desktop.features.records.page.minute_note import MinuteForm, VisitForm
from secondop_desktop.features.records.page.quoting import QuoteForm
from secondop_desktop.features.records.page.short_form import ShortForm
from secondop_desktop.journal.sources import Source
from secondop_desktop.widgets import theme
from secondop_desktop.widgets.dialogs import came_from, scrolling_dialog
from secondop_desktop.widgets.dialogs.came_from import CameFromDialog
from secondop_desktop.widgets.dialogs.messages import Answer, Dialog, Question, TextQuestion
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.widgets.dialogs.scrolling_dialog import ScrollingDialog
from secondop_desktop.widgets.forms.entry_dialog import EntryDialog
from secondop_desktop.widgets.picker import picker
from secondop_desktop.widgets.picker.picker import Choice, Picker
from secondop_desktop.widgets.preview.quote import Quote
from secondop_desktop.widgets.theme import Scheme
from secondop_desktop.window.about.about_dialog import AboutDialog
from secondop_desktop.window.about.licences_dialog import LicencesDialog
from secondop_desktop.window.kind_lookup import form_of
from tests.features.desk import Desk, settle
from tests.layouts_in_place import stray_items
from tests.widgets.walker import cut_off, focusable, unnamed

SMALL: Final = QSize(1024 - 48, 640 - 48)
"""The smallest screen, without the frame of a window."""
LONG: Final = "What is said here is long, so that it fills several lines of the window. " * 8
DAY: Final = date(2026, 3, 4)
Make = Callable[[Desk, QWidget], Any]


def _question(_desk: Desk, parent: QWidget) -> Question:
    verbs = ("Keep both of them as they are", "Keep the first", "Keep the second", "Not now")
    return Question(parent, "Which of these two is right?", LONG, [Answer(v, v) for v in verbs])


def _progress(_desk: Desk, parent: QWidget) -> ProgressDialog:
    dialog = ProgressDialog(parent, "Bringing in the file")
    dialog.say(LONG, 3, 10)
    return dialog


def _close(desk: Desk, parent: QWidget) -> CloseDialog:
    with desk.journal.change("end") as change:
        change.edit("case", str(desk.case), outcome=f"{LONG}\n" * 4)
    return CloseDialog(parent, desk.journal.get("case", str(desk.case)), DAY, lambda _values: None)


def _given(desk: Desk) -> dict[str, Any]:
    return {"person": desk.person, "case": desk.case}


def _letter(desk: Desk) -> str:
    return desk.add("record", title="Letter of the clinic", type="letter", text=LONG)


def _hand_over(desk: Desk, parent: QWidget) -> HandOver:
    letters = [desk.add("record", title=f"Letter {number}: {LONG[:60]}") for number in range(6)]
    return HandOver(parent, desk.journal, _given(desk), letters)


def _ready(form: ShortForm) -> ShortForm:
    form._make_ready()
    return form


def _ask(desk: Desk, parent: QWidget) -> ShortForm:
    form = _ready(AskForRecord(parent, desk.journal, _given(desk)))
    form.finish()  # with what is missing, said at the top
    return form


def _quote(desk: Desk, parent: QWidget) -> ShortForm:
    record = desk.journal.get("record", _letter(desk))
    return _ready(QuoteForm(parent, desk.journal, record, Quote(LONG, 1)))


def _card(desk: Desk, parent: QWidget) -> ShortForm:
    return _ready(LetterCard(parent, desk.journal, _letter(desk), _given(desk), ""))


def _visit(desk: Desk, parent: QWidget) -> ShortForm:
    made = [desk.add("appointment", purpose=f"{number}: {LONG[:60]}") for number in range(12)]
    visits = [desk.journal.get("appointment", entry) for entry in made]
    record = desk.journal.get("record", _letter(desk))
    return _ready(VisitForm(parent, desk.journal, record, visits))


def _minute(desk: Desk, parent: QWidget) -> ShortForm:
    made = [desk.add("question", text=f"{number}: {LONG[:100]}") for number in range(12)]
    questions = [desk.journal.get("question", entry) for entry in made]
    return _ready(MinuteForm(parent, desk.journal, questions))


def _version(_desk: Desk, parent: QWidget) -> VersionDialog:
    kept = Mock(title="To the clinic", subject="", text=f"{LONG}\n\n" * 4, kept="", created="")
    kept.sent.words.return_value = "4 March 2026"
    return VersionDialog(parent, kept)


def _sent(_desk: Desk, parent: QWidget) -> SentDialog:
    offers = [sending.Offer(f"offer {n}", LONG[:70], usual=True) for n in range(4)]
    return SentDialog(parent, offers, DAY)


def _came(desk: Desk, parent: QWidget) -> CameFromDialog:
    source = Source("sha256:0", "results of the clinic.json", "2026-03-04T10:30:00+00:00", "line:2")
    return CameFromDialog(parent, desk.journal, source)


def _pick(_desk: Desk, parent: QWidget) -> PickDialog:
    offers = [Offer(str(n), f"{n}. {LONG[:70]}", f"Heading {n // 6}") for n in range(30)]
    return PickDialog(parent, "The question bank", offers)


def _entry(desk: Desk, parent: QWidget) -> EntryDialog:
    kind = desk.journal.kinds["case"]
    form = form_of(kind)(desk.journal, desk.watch, kind, None, _given(desk))
    return EntryDialog(form, parent)


def _picker(_desk: Desk, parent: QWidget) -> Picker:
    choices = [Choice(str(n), f"Dr {n}", LONG[:60]) for n in range(30)]
    return Picker("Who wrote it", choices, add=lambda _text: None, parent=parent)


MAKERS: Final[dict[type[QWidget], Make]] = {
    Question: _question,
    TextQuestion: lambda _desk, parent: TextQuestion(parent, "Name this list", LONG[:90]),
    ProgressDialog: _progress,
    CloseDialog: _close,
    HandOver: _hand_over,
    AskForRecord: _ask,
    QuoteForm: _quote,
    LetterCard: _card,
    VisitForm: _visit,
    MinuteForm: _minute,
    ChaseDialog: lambda _desk, parent: ChaseDialog(parent, LONG[:60], None),
    VersionDialog: _version,
    SentDialog: _sent,
    ReminderDialog: lambda _desk, parent: ReminderDialog(parent, LONG),
    CameFromDialog: _came,
    PickDialog: _pick,
    EntryDialog: _entry,
    Picker: _picker,
    AboutDialog: lambda _desk, parent: AboutDialog(parent, Mock()),
    LicencesDialog: lambda _desk, parent: LicencesDialog(parent),
}


@pytest.fixture(params=[100, 200])
def small_screen(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> int:
    """A screen as small as there is, in this text size."""
    for room in (scrolling_dialog, picker):
        monkeypatch.setattr(room, "screen_room", lambda _window: SMALL)
    monkeypatch.setattr(came_from, "piece", lambda *_of: f"{LONG}\n" * 6)
    percent = int(request.param)
    theme.apply(qapp, Scheme.LIGHT, percent)
    return percent


@pytest.fixture
def opened(small_screen: int, desk: Desk) -> Iterator[Callable[[type[QWidget]], Any]]:
    """Open a dialog of a class over a window, and close it afterwards."""
    under = QWidget()
    desk.qtbot.addWidget(under)
    under.resize(1024, 640)
    under.show()
    shown: list[Any] = []

    def show(kind: type[QWidget]) -> Any:
        dialog = MAKERS[kind](desk, under)
        shown.append(dialog)
        dialog.show()
        dialog.activateWindow()
        settle()
        return dialog

    yield show
    for dialog in shown:
        dialog.hide()


def test_every_dialog_is_tried() -> None:
    known: set[type[QWidget]] = set()
    waiting: list[type[QWidget]] = [ScrollingDialog]
    while waiting:
        kind = waiting.pop()
        own = kind.__module__.startswith("secondop") and not kind.__name__.startswith("_")
        known |= {kind} if own else set()
        waiting += kind.__subclasses__()
    assert known - {ScrollingDialog, Dialog, ShortForm} <= set(MAKERS)


def _scrolls(dialog: QWidget) -> list[QAbstractScrollArea]:
    areas = dialog.findChildren(QAbstractScrollArea)
    return [one for one in areas if one.isVisible() and one.verticalScrollBar().maximum() > 0]


def _nested(dialog: QWidget) -> list[str]:
    areas = _scrolls(dialog)
    return [type(b).__name__ for a in areas for b in areas if a is not b and a.isAncestorOf(b)]


def _hidden_buttons(dialog: Any) -> list[str]:
    """Return the buttons under the content, or under a picker's list, that are not seen whole."""
    column = getattr(dialog, "column", None)
    buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
    own = [one for one in buttons if column is None or not column.isAncestorOf(one)]
    assert own
    return [one.text() for one in own if one.visibleRegion().boundingRect() != one.rect()]


def _out_of_sight(dialog: QWidget) -> list[str]:
    """Return what has the focus and is not seen, going through all that takes it."""
    hidden = []
    for part in focusable(dialog):
        part.setFocus()
        settle()
        seen = part.visibleRegion().boundingRect()
        if part.hasFocus() and seen.height() < min(part.height(), 40):
            hidden.append(part.accessibleName() or type(part).__name__)
    return hidden


@pytest.mark.parametrize("kind", MAKERS, ids=lambda kind: kind.__name__)
def test_a_dialog_on_a_small_screen(
    opened: Callable[[type[QWidget]], Any], kind: type[QWidget]
) -> None:
    dialog = opened(kind)
    assert dialog.width() <= SMALL.width()
    assert dialog.height() <= SMALL.height()
    assert _hidden_buttons(dialog) == []
    assert cut_off(dialog) == unnamed(dialog) == []
    assert _nested(dialog) == []
    assert _out_of_sight(dialog) == []
    assert stray_items() == []


def test_what_has_room_does_not_scroll(desk: Desk) -> None:
    dialog = Question(None, "Empty the bin?", LONG[:140], [Answer("yes", "Empty the bin")])
    desk.qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert _scrolls(dialog) == []
    assert dialog.buttons.geometry().bottom() < dialog.height()


def test_it_grows_with_what_comes_while_there_is_room(desk: Desk) -> None:
    dialog = ProgressDialog(None, "Bringing in the file", "Reading")
    desk.qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.height()
    dialog.say(LONG, 1, 3)
    desk.qtbot.waitUntil(lambda: dialog.height() > before and _scrolls(dialog) == [])


def test_page_down_shows_the_rest_of_a_long_text(
    opened: Callable[[type[QWidget]], Any], desk: Desk
) -> None:
    dialog = opened(CameFromDialog)
    dialog.buttons.itemAt(0).widget().setFocus()
    bar = dialog.column.verticalScrollBar()
    assert bar.value() == 0
    for _page in range(30):
        QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0
