"""Shows one page of the help: Markdown without HTML, in the type and colours of the theme."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import Space, Text, Weight
from secondop_desktop.window.help.pages import HelpPage, address_in

_DIALECT = (
    QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_MARGIN = {1: (0, Space.MEDIUM), 2: (Space.WIDE, Space.SMALL), 3: (Space.LARGE, Space.HAIR)}
_LINE = 125
"""The height of a line, in per cent of the font's own."""


class Reader(QTextBrowser):
    """Text to read and select; Tab goes from link to link, Enter follows one.

    ``link_wanted`` carries the address in the link.
    """

    link_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = HelpPage("", "")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_link)
        theme.current().changed.connect(self._draw)

    def show_page(self, page: HelpPage) -> None:
        """Show a page from its beginning; its heading is the name for screen readers."""
        self._page = page
        self.setAccessibleName(page.title)
        self._draw()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def place(self) -> int:
        """Return how far down the page is scrolled."""
        return self.verticalScrollBar().value()

    def go_to(self, place: int) -> None:
        """Scroll to a place that ``place`` returned."""
        self.verticalScrollBar().setValue(place)

    def _on_link(self, link: QUrl) -> None:
        self.link_wanted.emit(
            address_in(link.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        )

    def _draw(self) -> None:
        document = self.document()
        document.setDefaultFont(theme.current().font())
        document.setDocumentMargin(Space.LARGE)
        document.setMarkdown(f"# {self._page.title}\n\n{self._page.body}", _DIALECT)
        block = document.begin()
        while block.isValid():
            self._dress(block)
            block = block.next()

    def _dress(self, block: QTextBlock) -> None:
        """Give a block its room, a heading its type, and links their colour."""
        level = block.blockFormat().headingLevel()
        above, below = _MARGIN.get(level, (0, Space.SMALL))
        layout = QTextBlockFormat()
        layout.setTopMargin(above)
        layout.setBottomMargin(below)
        layout.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(layout)
        for start, end, kept in _spans(block):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(_type(level, is_link=kept.isAnchor(), bold=kept.fontWeight()))


def _spans(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return where each format holds; a fragment itself is the document's."""
    found, at = [], block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        start = fragment.position()
        found.append((start, start + fragment.length(), QTextCharFormat(fragment.charFormat())))
        at += 1
    return found


def _type(level: int, *, is_link: bool, bold: int) -> QTextCharFormat:
    look = theme.current()
    role = {1: Text.H1, 2: Text.H2}.get(level, Text.BODY)
    weight = Weight.BOLD if level or bold > 500 else Weight.REGULAR
    made = QTextCharFormat()
    made.setFont(look.font(role, weight))
    made.setForeground(look.colour("link" if is_link else "text"))
    made.setFontUnderline(is_link)
    return made
