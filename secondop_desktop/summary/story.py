"""The whole summary: page one and the chosen chapters, to a file or to memory."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, NewPage, Para
from secondop_desktop.exchange.pdf.pages import document
from secondop_desktop.exchange.pdf.pages.chapter import listed
from secondop_desktop.exchange.pdf.text.runs import bold
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, code
from secondop_desktop.summary.choices import COMPARISON, Choices, Snapshot
from secondop_desktop.summary.fitting import pages
from secondop_desktop.summary.page_one import page_one
from secondop_desktop.summary.who import born, name_of, number

_PAGES = 1  # for page one
_LARGE_PAGES = 3


@dataclass(frozen=True)
class Made:
    """What came out: pages, the characters no font has, and the titles of what stays out.

    ``held_back`` is private; ``begun`` are drafts, which say nothing yet.
    """

    pages: int
    missing: int
    held_back: tuple[str, ...]
    begun: tuple[str, ...]


def write(
    journal: Journal,
    choices: Choices,
    target: Path,
    *,
    made_at: datetime | None = None,
    on_page: Callable[[int], None] | None = None,
) -> Made:
    """Write the summary to a file, which is replaced only when whole.

    ``made_at`` is printed as when it was made. Raises UserError when it cannot be written.
    """
    rows = Snapshot(journal, choices)
    about = _about(rows, made_at)
    built = document.build(
        target, story(rows), about, large_print=rows.large, landscape=rows.wide, on_page=on_page
    )
    return Made(built.pages, built.missing.count, tuple(rows.held_back), tuple(rows.begun))


def preview(
    journal: Journal,
    choices: Choices,
    *,
    made_at: datetime | None = None,
    on_page: Callable[[int], None] | None = None,
) -> tuple[bytes, Made]:
    """Return the same summary as bytes."""
    rows = Snapshot(journal, choices)
    about = _about(rows, made_at)
    data, built = document.preview(
        story(rows), about, large_print=rows.large, landscape=rows.wide, on_page=on_page
    )
    return data, Made(built.pages, built.missing.count, tuple(rows.held_back), tuple(rows.begun))


def story(rows: Snapshot) -> list[Block]:
    """Return all blocks in order; page one is left out where a chapter stands for itself."""

    def fits(blocks: list[Block]) -> bool:
        return pages(blocks, large=rows.large) <= (_LARGE_PAGES if rows.large else _PAGES)

    made = [(chapter, chapter.make(rows)) for chapter in rows.chapters]
    chapters: list[Block] = []
    for chapter, parts in made:
        if parts:
            chapters += [Heading(2, _(chapter.title), place=chapter.key), *parts]
    if chapters and not rows.choices.page_one:
        alone = len([parts for _chapter, parts in made if parts]) == 1
        return [*_head(rows), *(chapters[1:] if alone else chapters)]
    first = page_one(rows, fits)
    return [*first, NewPage(), *chapters] if chapters else first


def _head(rows: Snapshot) -> list[Block]:
    """Return what stands above chapters without page one: what they are, and the question."""
    asked = rows.case.question if rows.case is not None else ""
    question = [Para([bold(_("The question:")), f" {asked}"])] if asked else []
    return [Heading(1, title(rows)), *question]


def title(rows: Snapshot) -> str:
    """Return what the whole document is called."""
    if rows.choices.page_one:
        return _("Summary for a second opinion")
    printed = [one for one in rows.chapters if one.make(rows)]
    if len(printed) != 1:
        return _("From my health journal")
    opinions = rows.of("opinion")
    if printed[0].key == COMPARISON and len(opinions) == 1:
        return rows.names(opinions[0].id)
    return _(printed[0].title)


def _about(rows: Snapshot, made_at: datetime | None) -> document.About:
    row = rows.person
    moment = made_at or datetime.now().astimezone()
    when = PartialDate.of(moment).words()
    known = born(row) if rows.large else listed(born(row), number(row))
    return document.About(
        title=_("{title}: {name}").format(title=title(rows), name=name_of(row)),
        person=name_of(row),
        born=known[:1].upper() + known[1:],
        made=_("Made {when} with Secondop").format(when=when),
        notice=_(
            "A personal record. Not a medical device; it does not diagnose, interpret or advise. "
            "In an emergency call 999; for urgent advice, NHS 111."
        ).replace(" 111", "\N{NO-BREAK SPACE}111"),
        lang="cy-GB" if code() == "cy" else "en-GB",
    )
