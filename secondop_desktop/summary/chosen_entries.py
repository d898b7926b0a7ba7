"""A few entries on paper, as they stand on the screen: what somebody chose and nothing else."""

from collections.abc import Sequence
from datetime import datetime

from secondop_desktop.exchange.pdf.blocks.flow import Block, Facts, Heading
from secondop_desktop.exchange.pdf.pages import document
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.told_entries import Told, told
from secondop_desktop.lang import _
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.story import about_of


def paper(journal: Journal, entries: Sequence[str], made_at: datetime) -> bytes:
    """Return a PDF of these entries of one person, in their order.

    What is private is printed too, as each entry was chosen by hand.
    """
    person = journal.get(journal.kind_of(entries[0]).name, entries[0]).person
    rows = Snapshot(journal, Choices(person, page_one=False, sections=(), today=made_at.date()))
    found = told(journal, entries)
    head = [Heading(1, _("From my health journal"))]
    data, _built = document.preview(
        [*head, *(block for one in found for block in _blocks(one, 2))], about_of(rows, made_at)
    )
    return data


def _blocks(one: Told, level: int) -> list[Block]:
    facts: list[Block] = [Facts(list(one.facts))] if one.facts else []
    parts = (block for part in one.parts for block in _blocks(part, min(level + 1, 4)))
    return [Heading(level, one.title), *facts, *parts]
