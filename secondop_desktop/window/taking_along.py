"""Takes one entry or a selection along: as text or a table to paste, on paper, or as a file."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.formulas import neutralised
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files.file_names import file_name
from secondop_desktop.journal.told_entries import as_table, as_text, told
from secondop_desktop.lang import _, ngettext
from secondop_desktop.widgets.dialogs.file_dialogs import ask_target
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.kind_pages.take_acts import PRINT, SAVE, TABLE, TEXT
from secondop_desktop.widgets.screen.page import Page
from secondop_desktop.widgets.theme.tone import Tone

_TEXT_FILE = ".txt"


class TakingAlong:
    """Does for one page what its menus ask; what came of it is said at the top of the page."""

    def __init__(self, journal: Journal, page: Page) -> None:
        self._journal, self.page = journal, page
        self._said: SavedFileNotice | None = None

    def take(self, how: str, entries: Sequence[str]) -> None:
        """Take entries along; says so over the page, or what stood in the way."""
        acts = {TEXT: self._copy_text, TABLE: self._copy_table, PRINT: self._print,
                SAVE: self._ask_target}  # fmt: skip
        if not entries or not self.page.flush():
            return
        try:
            acts[how](entries)
        except UserError as error:
            self.said.say(str(error), Tone.ERROR)
            self.said.tell()

    def _copy_text(self, entries: Sequence[str]) -> None:
        QGuiApplication.clipboard().setText(as_text(told(self._journal, entries)))
        self._say_copied(len(entries))

    def _copy_table(self, entries: Sequence[str]) -> None:
        """Put a table on the clipboard that spreadsheets and word processors take as one."""
        rows = as_table(self._journal, entries)
        held = QMimeData()
        held.setText("\n".join("\t".join(map(_cell, row)) for row in rows))
        held.setHtml(_html(rows))
        QGuiApplication.clipboard().setMimeData(held)
        self._say_copied(len(entries))

    def _say_copied(self, number: int) -> None:
        text = ngettext("{number} entry was copied.", "{number} entries were copied.", number)
        self._say(text.format(number=number))

    def _print(self, entries: Sequence[str]) -> None:
        from secondop_desktop.widgets.dialogs.print_dialog import print_pdf

        if print_pdf(self.page, self._paper(entries), self._name(entries)):
            self._say(_("The pages were sent to the printer."))

    def _paper(self, entries: Sequence[str]) -> bytes:
        from secondop_desktop.summary.chosen_entries import paper
        from secondop_desktop.summary.story import moment

        return paper(self._journal, entries, moment())

    def _ask_target(self, entries: Sequence[str]) -> None:
        kinds = ";;".join((_("PDF files (*.pdf)"), _("Text files (*.txt)")))
        name = file_name(self._name(entries), ".pdf", _("Entries"))
        target = ask_target(self.page, _("Save what you chose"), name, kinds)
        if target is not None:
            self.save_to(entries, target)

    def save_to(self, entries: Sequence[str], target: Path) -> None:
        """Write entries into a file: as text where its name ends in .txt, else as a PDF."""
        from secondop_desktop.exchange.pdf.structure.saving import write_whole

        as_words = target.suffix.lower() == _TEXT_FILE
        text = as_text(told(self._journal, entries)) + "\n"
        write_whole(target, text.encode() if as_words else self._paper(entries))
        self.said.say_saved(_("{file} was saved.").format(file=target.name), target)

    def _name(self, entries: Sequence[str]) -> str:
        """Return what the file is called at first."""
        if len(entries) == 1:
            return self._journal.name(entries[0])
        return _(self._journal.kind_of(entries[0]).plural)

    def _say(self, text: str) -> None:
        self.said.say(text, Tone.SUCCESS)
        self.said.tell()

    @property
    def said(self) -> SavedFileNotice:
        """The message at the top of the page, put there when first needed."""
        if self._said is None:
            self._said = SavedFileNotice()
            self.page.passing(self._said)
            self.page.content.insertWidget(0, self._said)
        return self._said


def _cell(text: str) -> str:
    """Return a text as one cell: no tab or line parts it, and no spreadsheet runs it."""
    return neutralised(" ".join(text.split()))


def _html(rows: Sequence[Sequence[str]]) -> str:
    """Return a table in which every cell is only text."""
    tags = ("th", *("td" for _row in rows[1:]))
    head, *body = (
        "".join(f"<{tag}>{_marked(cell)}</{tag}>" for cell in row)
        for row, tag in zip(rows, tags, strict=True)
    )
    lines = "".join(f"<tr>{row}</tr>" for row in (head, *body))
    return f'<meta charset="utf-8"><table>{lines}</table>'


def _marked(cell: str) -> str:
    return escape(neutralised(cell)).replace("\n", "<br>")
