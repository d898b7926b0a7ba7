"""Papers of the story as real PDF files, each page marked as made up."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Column,
    Facts,
    Heading,
    NewPage,
    Para,
    Table,
)
from secondop_desktop.exchange.pdf.pages.document import About, preview
from secondop_desktop.sample.people import NAME

NOTICE = "Made up for the Secondop example. No such person, doctor, hospital or letter exists."


@dataclass(frozen=True)
class Part:
    """A heading, what stands below it, and perhaps a table whose first row are its titles."""

    heading: str
    text: str = ""
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Paper:
    """One paper: its sender, the facts above the text, and what stands on each page."""

    title: str
    sender: str
    facts: tuple[tuple[str, str], ...]
    pages: tuple[tuple[Part, ...], ...]

    @property
    def text(self) -> str:
        """All its words, as a search in the file would find them."""
        facts = (f"{label}: {value}" for label, value in self.facts)
        parts = [line for page in self.pages for part in page for line in _lines(part)]
        return "\n".join([self.sender, self.title, *facts, *parts])


def printed(paper: Paper, born: str) -> bytes:
    """Return a paper as a PDF file."""
    sender = paper.sender.partition("\n")[0]
    about = About(paper.title, NAME, born, sender, NOTICE, author=sender)
    data, _built = preview(_story(paper), about)
    return data


def _story(paper: Paper) -> list[Block]:
    story: list[Block] = [Para(paper.sender, "small", align="right"), Para(paper.title, "title")]
    story.append(Facts(paper.facts))
    for number, page in enumerate(paper.pages):
        if number:
            story.append(NewPage())
        for part in page:
            story += _blocks(part)
    return story


def _blocks(part: Part) -> list[Block]:
    blocks: list[Block] = [Heading(2, part.heading)] if part.heading else []
    if part.text:
        blocks += [Para(text) for text in part.text.split("\n\n")]
    if part.table:
        blocks.append(_table(part.table))
    return blocks


def _table(rows: Sequence[Sequence[str]]) -> Block:
    return Table([Column(title) for title in rows[0]], rows[1:])


def _lines(part: Part) -> list[str]:
    return [line for line in (part.heading, part.text, *map("  ".join, part.table)) if line]
