"""Welcome: start a journal for oneself or for someone else, open one, or look at the example."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from secondop_desktop.catalogue import KINDS
from secondop_desktop.errors import LockedArchiveError, UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.lang import _
from secondop_desktop.paths import documents_folder
from secondop_desktop.widgets.background import jobs
from secondop_desktop.widgets.background.announce import announce
from secondop_desktop.widgets.controls.button import Button, Rank
from secondop_desktop.widgets.controls.card import Card
from secondop_desktop.widgets.controls.labels import heading, paragraph, small
from secondop_desktop.widgets.dialogs.progress import ProgressDialog
from secondop_desktop.widgets.feedback.notice import Notice
from secondop_desktop.widgets.fields.flag import TickField
from secondop_desktop.widgets.fields.line import LineField
from secondop_desktop.widgets.forms.labelled_field import Question
from secondop_desktop.widgets.layout.stacked import stacked
from secondop_desktop.widgets.layout.two_columns import Columns
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.bringing_back import brought_back, is_archive
from secondop_desktop.window.locked_archive import LockedArchivePanel
from secondop_desktop.window.recent_journals import Recent, recent_rows


class WelcomePage(Page):
    """Ways in; ``opened`` carries the path of the journal to open.

    ``write_example`` writes the example journal to a path, ``recent`` are the journals open before.
    What is said of a journal that did not open stands over what scrolls, so it is always in sight.
    """

    opened = Signal(str)

    def __init__(
        self,
        write_example: Callable[[Path], None],
        folder: Path | None = None,
        recent: Recent = (),
        run: jobs.Runner = jobs.at_once,
    ) -> None:
        super().__init__(
            _("Welcome to Secondop"),
            _(
                "A health journal for the time when you want a second medical opinion. It stays "
                "on this computer: no account, no internet."
            ),
            wide=True,
        )
        self._write_example = write_example
        self._folder = folder or documents_folder()
        self._run, self._archive = run, Path()
        self.trouble = Notice("", Tone.ERROR)
        self.trouble.hide()
        self.start = _StartCard(self._folder)
        self.start.wanted.connect(self._make)
        self._place_over(self.trouble)
        self.recent = recent_rows(recent)
        self.recent.chosen.connect(lambda path: self.opened.emit(str(path)))
        self.add(self._ways(there_are=bool(recent)))
        self.add(
            small(
                _(
                    "A personal record. Not a medical device; it does not diagnose, interpret or "
                    "advise. In an emergency call 999; for urgent advice, NHS 111."
                )
            )
        )

    def _ways(self, *, there_are: bool) -> Columns:
        """Return the ways in; what was open before comes first where there is something."""
        existing, example = self._existing(), self._example()
        if not there_are:
            return Columns(stacked(self.start), stacked(existing, example), (3, 2))
        before = stacked(heading(_("Opened before"), 2), self.recent, gap=Space.SMALL)
        return Columns(stacked(before, existing), stacked(self.start, example))

    def _place_over(self, part: QWidget) -> None:
        """Keep a part and the heading over what scrolls, with the margins of the page."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            held = QHBoxLayout()
            layout.insertLayout(1, held)
            held.setContentsMargins(0, Space.SMALL, Space.LARGE, 0)
            held.addWidget(part)
            layout.setContentsMargins(Space.LARGE, Space.SMALL, 0, 0)
            self.scroller.content.setContentsMargins(0, Space.SMALL, Space.LARGE, Space.LARGE)

    def _example(self) -> QWidget:
        text = _(
            "See how a made-up person, and the daughter who helps her, use their journal. "
            "Change what you like: it is only an example."
        )
        self.example = Button(_("Look around the example"), "eye")
        self.example.clicked.connect(lambda: self._try(self._make_example))
        return _card(_("Look around first"), text, self.example)

    def _existing(self) -> QWidget:
        text = _(
            "If you have a journal already, a safe copy of one, or an archive, open it here. A new "
            "journal is made of an archive."
        )
        self.existing = Button(_("Open a journal…"), "open")
        self.existing.clicked.connect(self._ask_existing)
        card = _card(_("I have a journal"), text, self.existing)
        self.locked = LockedArchivePanel()
        self.locked.given.connect(self._bring_back)
        card.add(self.locked)
        return card

    def focus_start(self) -> None:
        """Begin with the journal opened last, else with the name."""
        if self.recent.buttons:
            self.recent.buttons[0].setFocus()
        else:
            self.start.name.setFocus()

    def say_trouble(self, text: str) -> None:
        """Say why a journal could not be opened or made."""
        self.trouble.say(text, Tone.ERROR, _("That did not work"))
        self.trouble.show()
        announce(self, text, urgent=True)

    def _ask_existing(self) -> None:
        name, _chosen = QFileDialog.getOpenFileName(
            self,
            _("Open a journal"),
            str(self._folder),
            _("Journals and archives (*.secondop *.zip)"),
        )
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Open a journal; of an archive a new one is made first."""
        if is_archive(path):
            self._archive = path
            self._bring_back("")
        else:
            self.opened.emit(str(path))

    def _bring_back(self, password: str) -> None:
        """Make a journal of the archive, beside the window."""
        self.trouble.hide()
        self.locked.hide()
        archive = self._archive
        target = _free(self._folder / f"{archive.stem}.secondop")
        progress = ProgressDialog(self, _("Making a journal of the archive"))

        def done(path: Path) -> None:
            progress.finish()
            self.opened.emit(str(path))

        def failed(error: Exception) -> None:
            progress.finish()
            self._fail(error)

        progress.start()
        running = jobs.start(
            self._run,
            lambda job: brought_back(archive, target, KINDS, password, job.say),
            self,
            done=done,
            failed=failed,
            stopped=progress.finish,
        )
        running.said.connect(progress.say)
        progress.cancelled.connect(running.job.cancel)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if isinstance(error, LockedArchiveError):
            self.locked.ask(error.in_window)
            announce(self, error.in_window)
            self.locked.focus_start()
        else:
            self.say_trouble(str(error))

    def _make(self, person: str, carer: str, path: Path) -> None:
        def make() -> Path:
            path.parent.mkdir(parents=True, exist_ok=True)
            label = _("Start the journal")
            with Journal.create(path, KINDS) as journal, journal.change(label) as change:
                change.add("person", name=person, carer=carer)
            return path

        self._try(make)

    def _make_example(self) -> Path:
        path = _free(self._folder / _("Example journal.secondop"))
        path.parent.mkdir(parents=True, exist_ok=True)
        self._write_example(path)
        return path

    def _try(self, make: Callable[[], Path]) -> None:
        try:
            path = make()
        except UserError as error:
            self.say_trouble(str(error))
            return
        except OSError as error:
            text = _("The file {file} could not be written: {why}. Choose another place.")
            self.say_trouble(text.format(file=error.filename, why=why(error)))
            return
        self.opened.emit(str(path))


class _StartCard(Card):
    """Asks for whom the journal is and where to keep it."""

    wanted = Signal(str, str, Path)

    def __init__(self, folder: Path) -> None:
        super().__init__(_("Start a journal"))
        self._folder = folder
        self._place = Path()
        self._chosen = False
        self.where = small("")
        self.add(self._questions())
        self.add(paragraph(_("It will be kept in one file:")))
        self.add(self.where)
        self.protect = TickField(_("Set a passphrase for it next; this can wait"))
        self.add(self.protect)
        self._add_buttons()
        self._propose()

    def _questions(self) -> Columns:
        self.name, self.carer = LineField(), LineField()
        self.name.edited.connect(self._propose)
        for field in (self.name, self.carer):
            field.line.returnPressed.connect(self._begin)
        about, keeper = _("Whose health is it about?"), _("Are you keeping it for somebody else?")
        return Columns(
            Question(about, self.name, _("The full name")),
            Question(keeper, self.carer, _("If so, enter your name")),
        )

    def _add_buttons(self) -> None:
        self.begin = Button(_("Start the journal"), "check", Rank.PRIMARY)
        self.begin.clicked.connect(self._begin)
        self.elsewhere = Button(_("Keep it somewhere else…"), "open", Rank.QUIET)
        self.elsewhere.clicked.connect(self._ask_place)
        self.add_action(self.begin)
        self.add_action(self.elsewhere)

    def _propose(self) -> None:
        """Name the file after the person, until somebody has chosen another place."""
        if not self._chosen:
            self._place = _free(self._folder / f"{_file_name(self.name.value() or '')}.secondop")
            self._show_place()

    def _show_place(self) -> None:
        self.where.setText(str(self._place))

    def _ask_place(self) -> None:
        name, _chosen = QFileDialog.getSaveFileName(
            self,
            _("Keep the journal here"),
            str(self._place),
            _("Journals (*.secondop)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self._chosen = True
            self._place = Path(name if name.endswith(".secondop") else f"{name}.secondop")
            self._show_place()

    def _begin(self) -> None:
        name = self.name.value()
        self.name.show_problem(None if name else _("Enter the name"))
        if name:
            self.wanted.emit(name, self.carer.value() or "", self._place)
        else:
            self.name.setFocus()


def _card(title: str, text: str, button: Button) -> Card:
    card = Card(title)
    card.add(paragraph(text))
    card.add_action(button)
    return card


def _file_name(name: str) -> str:
    """Return a name as a file's name, without what some systems do not allow."""
    kept = "".join(char for char in name if char.isalnum() or char in " -'").strip()
    return kept or _("My journal")


def _free(path: Path) -> Path:
    """Return the path, or one with a number where there is a file already."""
    taken = (path.with_stem(f"{path.stem} {number}") for number in range(2, 1000))
    return next(free for free in (path, *taken) if not free.exists())
