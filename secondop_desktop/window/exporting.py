"""Make a PDF: choices on the left, the pages as they will be on the right."""

from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _, ngettext
from secondop_desktop.paths import documents_folder
from secondop_desktop.summary.choices import Choices, Snapshot
from secondop_desktop.summary.story import Made, preview, write
from secondop_desktop.widgets import jobs, theme
from secondop_desktop.widgets.announce import announce
from secondop_desktop.widgets.button import Button, Rank
from secondop_desktop.widgets.columns import Columns
from secondop_desktop.widgets.empty import Empty
from secondop_desktop.widgets.notice import Notice
from secondop_desktop.widgets.page import Page
from secondop_desktop.widgets.preview import Preview
from secondop_desktop.widgets.text import heading, small
from secondop_desktop.widgets.theme import Space
from secondop_desktop.widgets.tone import Tone
from secondop_desktop.window.choosing import ChapterTree
from secondop_desktop.window.places import Around

_PAUSE_MS = 400
_LEAST_LINES = 14


class _Pages(Preview):
    """The preview asks for little and takes the room there is; it scrolls by itself."""

    def minimumSizeHint(self) -> QSize:
        """Return room for part of a page."""
        least = super().minimumSizeHint()
        return QSize(least.width(), theme.current().line_height() * _LEAST_LINES)

    def sizeHint(self) -> QSize:
        """Return the same."""
        return self.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Ask for no more where its buttons wrap: the pages give way."""
        return False


class PdfPage(Page):
    """The summary for the second doctor."""

    def __init__(self, around: Around) -> None:
        lead = _(
            "Page one tells a doctor the question, the diagnosis, the opinions and the medicines. "
            "Choose what follows it."
        )
        super().__init__(_("Make a PDF"), lead, wide=True, scrolls=False)
        self._around = around
        self._wanted = False
        self._drawing = False
        self._saving = False
        self.save = Button(_("Save the PDF…"), "pdf", Rank.PRIMARY)
        self.save.clicked.connect(self._ask_target)
        self.add_action(self.save)
        self.said = Notice("")
        self.said.hide()
        self.add(self.said)
        if not around.person:
            self._say_nobody()
            return
        self.add(Columns(self._choices(), self._pages(), (2, 3)), 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        for box in (self.large, self.private):
            box.toggled.connect(lambda _on: self._pause.start())
        self.tree.changed.connect(self._pause.start)
        around.watch.on(around.journal.kinds, self.refresh, self)
        self.refresh()

    def _say_nobody(self) -> None:
        self.save.setEnabled(False)
        self.nobody = Empty(
            "pdf",
            _("Nobody to print for yet"),
            _("A PDF is about one person. Add the person first."),
            _("Add a person"),
        )
        self.nobody.pressed.connect(lambda: self.place_wanted.emit("person"))
        self.add(self.nobody)
        self.content.addStretch(1)

    def _choices(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        self.tree = ChapterTree()
        self.large = QCheckBox(_("Large print"))
        self.private = QCheckBox(_("With what I marked as private"))
        self.left_out = small("")
        column.addWidget(heading(_("What goes in"), 2))
        column.addWidget(small(_("Open a chapter to leave out single entries.")))
        column.addWidget(self.tree, 1)
        for part in (self.large, self.private, self.left_out):
            column.addWidget(part)
        return whole

    def _pages(self) -> QWidget:
        self.preview = _Pages(self._around.run)
        self.preview.setAccessibleName(_("The pages as they will be"))
        return self.preview

    def refresh(self) -> None:
        """Offer what the journal holds now and draw it; what was unticked stays so."""
        everything = Choices(self._around.person, self._around.case, private=True)
        self.tree.fill(Snapshot(self._around.journal, everything))
        self._draw()

    def choices(self) -> Choices:
        """Return what is chosen on the left."""
        return self.tree.choices(
            self._around.person,
            self._around.case,
            private=self.private.isChecked(),
            large_print=self.large.isChecked(),
        )

    def _draw(self) -> None:
        if self._drawing:
            self._wanted = True
            return
        self._drawing = True
        choices, journal = self.choices(), self._around.journal
        jobs.start(
            self._around.run,
            lambda job: preview(journal, choices, on_page=lambda _page: job.check()),
            self,
            done=self._show,
            failed=self._fail,
        )

    def _show(self, found: tuple[bytes, Made]) -> None:
        self._drawing = False
        data, made = found
        page = self.preview.page()
        self.preview.open(data, "application/pdf", _("The pages as they will be"), page)
        self.left_out.setText(_left_out(made.held_back))
        self.left_out.setVisible(bool(made.held_back))
        if self._wanted:
            self._wanted = False
            self._draw()

    def focus_start(self) -> None:
        """Begin with the chapters."""
        (self.tree if self._around.person else self.nobody.button).setFocus()

    def _ask_target(self) -> None:
        name = self._around.journal.name(self._around.person)
        start = documents_folder() / _("Summary {name}.pdf").format(name=name)
        target, _chosen = QFileDialog.getSaveFileName(
            self, _("Save the PDF"), str(start), _("PDF files (*.pdf)")
        )
        if target:
            self.save_to(Path(target))

    def save_to(self, target: Path) -> None:
        """Write the PDF beside the window."""
        if self._saving:
            return
        self._saving = True
        choices, journal = self.choices(), self._around.journal
        jobs.start(
            self._around.run,
            lambda job: write(journal, choices, target, on_page=lambda _page: job.check()),
            self,
            done=lambda made: self._saved(target, made),
            failed=self._fail,
        )

    def _saved(self, target: Path, made: Made) -> None:
        self._saving = False
        text = ngettext(
            "{file} was saved, {number} page.", "{file} was saved, {number} pages.", made.pages
        )
        self._say(text.format(file=target.name, number=made.pages), Tone.SUCCESS)

    def _fail(self, error: Exception) -> None:
        self._drawing = self._saving = False
        if not isinstance(error, UserError):
            raise error
        self._say(str(error), Tone.ERROR)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.say(text, tone)
        self.said.show()
        announce(self, text)


def _left_out(titles: tuple[str, ...]) -> str:
    text = ngettext(
        "{number} private entry left out: {titles}",
        "{number} private entries left out: {titles}",
        len(titles),
    )
    return text.format(number=len(titles), titles=", ".join(titles))
