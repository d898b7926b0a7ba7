"""Summaries to test on: printed on one fixed day, read back as words."""

import os
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices, chapters
from secondop_desktop.summary.story import Made, preview
from tests.exchange.pdf.papers import pages_of

TODAY = date(2026, 11, 22)
MADE_AT = datetime(2026, 11, 22, 14, 41, tzinfo=UTC)
EVERY = tuple(chapter.key for chapter in chapters(KINDS))
"""All chapters, the usual ones and the others."""


def made(journal: Journal, **choices: Any) -> tuple[bytes, Made]:
    """Print the summary of the journal's first person, or of another."""
    person = choices.pop("person", None) or person_of(journal)
    return preview(journal, Choices(person, today=TODAY, **choices), made_at=MADE_AT)


def pages(journal: Journal, **choices: Any) -> list[str]:
    """Return the words of each page, a space between any two."""
    return [squeezed(page) for page in pages_of(made(journal, **choices)[0])]


def words(journal: Journal, **choices: Any) -> str:
    """Return the words of all pages."""
    return " ".join(pages(journal, **choices))


def squeezed(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def solid(text: str) -> str:
    """Return a text without any space, to find it wherever its lines were broken."""
    return re.sub(r"\s+", "", text)


def page_one(journal: Journal, **choices: Any) -> str:
    """Return the words of page one when nothing else is printed."""
    (only,) = pages(journal, sections=(), **choices)
    return only


def person_of(journal: Journal) -> str:
    """Return the id of the person entered first."""
    return str(journal.entries("person")[0].id)


def add(journal: Journal, kind: str, **values: Any) -> str:
    """Add one entry of the first person."""
    with journal.change("Add") as change:
        return change.add(kind, person=person_of(journal), **values)


def golden(path: Path, text: str) -> str:
    """Return what a golden file says; ``UPDATE_GOLDENS=1`` first writes the text into it."""
    if os.environ.get("UPDATE_GOLDENS"):
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")
