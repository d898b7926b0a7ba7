"""The whole summary: page one, the chronology, the chosen chapters; to a file or to memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from secondop_desktop.exchange.pdf import document
from secondop_desktop.exchange.pdf.chapter import day
from secondop_desktop.exchange.pdf.flow import Block, Column, Heading, NewPage, Table
from secondop_desktop.exchange.pdf.text import Run, muted
from secondop_desktop.features.people.rules import nhs_number_spaced
from secondop_desktop.journal.dates import PartialDate
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.timeline import Dated, timeline
from secondop_desktop.lang import _, code
from secondop_desktop.summary.choices import CHRONOLOGY, Choices, Snapshot, chosen_chapters
from secondop_desktop.summary.page_one import page_one

_NOT_DATED = frozenset({"task", "cost", "letter", "told", "result"})


@dataclass(frozen=True)
class Made:
    """What came out: pages, the characters no font has, and the private entries left out."""

    pages: int
    missing: int
    held_back: tuple[str, ...]


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
    built = document.build(
        target,
        story(journal, rows),
        _about(rows, made_at),
        large_print=choices.large_print,
        on_page=on_page,
    )
    return Made(built.pages, built.missing.count, tuple(rows.held_back))


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
        story(journal, rows), about, large_print=choices.large_print, on_page=on_page
    )
    return data, Made(built.pages, built.missing.count, tuple(rows.held_back))


def story(journal: Journal, rows: Snapshot) -> list[Block]:
    """Return all blocks in order."""
    shown = {row.id for name in rows.kinds for row in rows.of(name)}
    dated = [one for one in timeline(journal, rows.choices.person) if one.id in shown]
    blocks: list[Block] = [*page_one(rows, dated), NewPage()]
    for chapter in chosen_chapters(rows.kinds, rows.choices):
        parts = _chronology(dated) if chapter.key == CHRONOLOGY else chapter.make(rows)
        if parts:
            blocks += [Heading(2, _(chapter.title), place=chapter.key), *parts]
    return blocks


def _chronology(dated: Sequence[Dated]) -> list[Block]:
    """Return everything dated in order; results stand in their own chapter."""
    left = [one for one in dated if one.kind.name not in _NOT_DATED]
    cells = [(one.date.words(), _entry(one)) for one in left]
    return [Table([Column(_("When"), 2), Column(_("What"), 7)], cells)] if cells else []


def _entry(one: Dated) -> list[str | Run]:
    more = f" – {one.line}" if one.line else ""
    return [one.title, more, muted(f"  ({_(one.kind.label)})")]


def _about(rows: Snapshot, made_at: datetime | None) -> document.About:
    row = rows.person
    number = nhs_number_spaced(row.nhs_number)
    born = _("Born {date}").format(date=day(row.birth_date)) if row.birth_date else ""
    nhs = _("NHS number {number}").format(number=number) if number else ""
    moment = made_at or datetime.now().astimezone()
    when = PartialDate.of(moment).words()
    made = _("Made {when} with Secondop").format(when=when)
    title = _("Summary for a second opinion: {name}").format(name=row.name)
    return document.About(
        title=title,
        person=row.name or _("No name yet"),
        born=", ".join(part for part in (born, nhs) if part),
        made=made,
        notice=_(
            "A personal record. Not a medical device; it does not diagnose, interpret or advise."
        ),
        lang="cy-GB" if code() == "cy" else "en-GB",
    )
