"""What a file comes to on paper, by what it is."""

from secondop_desktop.exchange.pack.paper import Paper, Shown
from secondop_desktop.exchange.pack.pdf_pages import pdf_pages
from secondop_desktop.exchange.pack.pictures import pictures
from secondop_desktop.exchange.pack.words import printed, words_of
from secondop_desktop.journal.files.readable import is_text

_FOR_PROGRAMS = frozenset({"application/json", "application/xml"})
_DRAWN = frozenset({"image/svg+xml"})


def look(paper: Paper) -> Shown:
    """Return what is shown of a file; one that cannot be shown says why, and stops nothing."""
    if paper.opened is None:
        return printed(paper.text)
    if not paper.size:
        return Shown(why="empty")
    if paper.type == "application/pdf":
        return pdf_pages(paper.opened(), paper.size)
    if paper.type.startswith("image/") and paper.type not in _DRAWN:
        return pictures(paper.opened(), paper.type)
    if is_text(paper.type) and paper.type not in _FOR_PROGRAMS:
        return words_of(paper.opened().read(), paper.type)
    return Shown(why="no pages")
