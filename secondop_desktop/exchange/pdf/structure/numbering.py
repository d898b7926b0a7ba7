"""How a page says its number: of how many, or of which part where a paper comes in several."""

from dataclasses import dataclass

from secondop_desktop.lang import _


@dataclass(frozen=True, slots=True)
class Numbering:
    """Which part of how many it is, and how many pages the parts before it have."""

    part: int = 1
    parts: int = 1
    before: int = 0

    def words(self, page: int, pages: int) -> str:
        """Return the number of a page; ``page`` and ``pages`` are those of this file."""
        if self.parts == 1:
            return _("Page {page} of {pages}").format(page=page, pages=pages)
        text = _("Part {part} of {parts}, page {page}")
        return text.format(part=self.part, parts=self.parts, page=page + self.before)
