"""Words for the paper. A ``str`` is always literal; only a ``Run`` carries a look or a link."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[\x21-\x7e]+", re.IGNORECASE)


PAGE_ROOM = "00"
"""Stands for a page number while lines are broken: as wide as most."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look.

    ``link`` is ``#place`` or a web, mail or telephone address; every other target is dropped,
    so that no text can point to a file of this computer. ``hint`` describes the link to those
    who cannot see it (the text itself when empty). A ``quiet`` link looks like plain text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    muted: bool = False
    link: str = ""
    hint: str = ""
    quiet: bool = False
    numbered: Literal["", "left", "right"] = ""

    @property
    def target(self) -> str:
        """Return the link when it may be followed, otherwise an empty text."""
        inside = self.link.startswith("#") and len(self.link) > 1
        return self.link if inside or _ADDRESS.fullmatch(self.link) else ""


Words = str | Run | Sequence[str | Run]


def bold(text: str) -> Run:
    """Return the text in bold."""
    return Run(text, bold=True)


def italic(text: str) -> Run:
    """Return the text in italics."""
    return Run(text, italic=True)


def muted(text: str) -> Run:
    """Return the text in the quieter colour, for dates and sources."""
    return Run(text, muted=True)


def link(text: str, target: str, hint: str = "") -> Run:
    """Return the text as a link to ``#place`` or to an address."""
    return Run(text, link=target, hint=hint)


def page_of(
    place: str, hint: str, *, muted: bool = False, side: Literal["left", "right"] = "left"
) -> Run:
    """Return the number of the page that a place is on, as a link to it."""
    return Run(PAGE_ROOM, link=f"#{place}", hint=hint, quiet=True, numbered=side, muted=muted)


def mention(text: str, place: str, *, muted: bool = False) -> Run:
    """Return words that lead to a place, and look like the words around them."""
    return Run(text, muted=muted, link=f"#{place}", hint=text, quiet=True)


def runs(words: Words) -> tuple[Run, ...]:
    """Return any words as runs."""
    if isinstance(words, str):
        return (Run(words),)
    if isinstance(words, Run):
        return (words,)
    return tuple(Run(part) if isinstance(part, str) else part for part in words)


def plain(words: Words) -> str:
    """Return the letters alone, as for a bookmark."""
    return words if isinstance(words, str) else "".join(run.text for run in runs(words))


def paragraphs(words: Words) -> list[Words]:
    """Split words at empty lines, so that each paragraph becomes one in the document."""
    if isinstance(words, str) and "\n" not in words:
        return [words]
    parts: list[list[Run]] = [[]]
    for run in runs(words):
        first, *rest = re.split(r"\r?\n[ \t]*\r?\n\s*", run.text)
        parts[-1].append(replace(run, text=first))
        parts += [[replace(run, text=text)] for text in rest]
    return [part for part in parts if _has_text(part)] or [""]


def _has_text(part: Iterable[Run]) -> bool:
    return any(run.text.strip() for run in part)
