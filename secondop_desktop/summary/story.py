"""The whole summary: page one and the chosen chapters, to a file or to memory."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading, NewPage, Para
from secondop_desktop.exchange.pdf.pages import document
from secondop_desktop.exchange.pdf.pages.chapter import Chapter, word
from secondop_desktop.exchange.pdf.structure.inside import DATA, Inside, with_inside
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.exchange.pdf.text.runs import bold
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import TITLE, _, code, in_short, inside
from secondop_desktop.summary.choices import COMPARISON, Choices
from secondop_desktop.summary.page_one.parts import named_in_full
from secondop_desktop.summary.page_one.room import Room
from secondop_desktop.summary.page_one.whole import page_one
from secondop_desktop.summary.reading_time import minutes
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.who import known_of, name_of

_FULL = 0.8  # of page one: what follows a fuller one begins on the next page


@dataclass(frozen=True)
class Made:
    """What came out: pages, the characters no font has, and the titles of what stays out.

    ``held_back`` is private; ``begun`` are drafts, which say nothing yet. ``words`` are those to be
    read, and ``minutes`` about how long that takes. ``appendices`` are the titles of the chapters
    that have something to tell and were not asked for; ``kept_back`` those that were asked for and
    are told only with what is private.
    """

    pages: int
    missing: int
    held_back: tuple[str, ...]
    begun: tuple[str, ...]
    words: int = 0
    appendices: tuple[str, ...] = ()
    kept_back: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """About how many minutes it takes to read."""
        return minutes(self.words)


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
    data, made = preview(journal, choices, made_at=made_at, on_page=on_page)
    write_whole(target, data)
    return made


def preview(
    journal: Journal,
    choices: Choices,
    *,
    made_at: datetime | None = None,
    on_page: Callable[[int], None] | None = None,
) -> tuple[bytes, Made]:
    """Return the same summary as bytes."""
    rows = Snapshot(journal, choices)
    about = about_of(rows, made_at)
    room = Room(document.sheet_for(about, large_print=rows.large, landscape=rows.wide))
    data, built = document.preview(
        story(rows, room), about, large_print=rows.large, landscape=rows.wide, on_page=on_page
    )
    if choices.document_inside:
        data = with_inside(data, document_inside(journal, choices, made_at))
    missing, out = built.missing.count, (tuple(rows.held_back), tuple(rows.begun))
    chapters = tuple(rows.not_chosen), tuple(rows.kept_back)
    return data, Made(built.pages, missing, *out, built.words, *chapters)


def document_inside(journal: Journal, choices: Choices, made_at: datetime | None) -> Inside:
    """Return the FHIR document of the same choices, to lie in the PDF or beside it."""
    from secondop_desktop.summary import standard_file

    rows = Snapshot(journal, standard_file.chosen(journal, choices))
    made = made_at or moment()

    name = _("Summary for other programs")
    return Inside(
        f"{name}{standard_file.ENDING}",
        standard_file.TYPE,
        lambda: BytesIO(standard_file.to_bytes(rows, made)),
        _("The same summary as data, for a hospital’s computer"),
        DATA,
    )


def moment() -> datetime:
    """Return the moment it is made: now, or what ``SOURCE_DATE_EPOCH`` says (seconds from 1970).

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdecimal():
        return datetime.fromtimestamp(int(fixed), UTC)
    return datetime.now().astimezone()


def story(rows: Snapshot, room: Room, contents: Sequence[Block] = ()) -> list[Block]:
    """Return all blocks in order; page one is left out where a chapter stands for itself.

    ``contents`` say what follows the summary; they stand before its chapters.
    """
    chapters: list[Block] = [*contents]
    for chapter, parts in rows.made:
        chapters += [Heading(2, _(chapter.title), place=chapter.key), *parts]
    if chapters and not rows.choices.page_one:
        return [*_head(rows), *(chapters[1:] if len(rows.made) == 1 else chapters)]
    return _after_page_one(rows, [chapter for chapter, _parts in rows.made], chapters, room)


def _after_page_one(
    rows: Snapshot, printed: Sequence[Chapter], chapters: list[Block], room: Room
) -> list[Block]:
    """Put the chapters behind page one: on the next page, unless much of it would stay empty.

    So it would where the end of page one had no room on it.
    """
    first = page_one(rows, printed, room)
    full = _FULL <= first.filled <= 1 and (chapters or first.over)
    turn: list[Block] = [NewPage()] if full and not rows.large else []
    return [*first.blocks, *turn, *first.over, *chapters]


def _head(rows: Snapshot) -> list[Block]:
    """Return what stands above chapters without page one: what they are, and the question."""
    asked = rows.case.question if rows.case is not None else ""
    question = [Para([bold(_("The question:")), f" {asked}"])] if asked else []
    return [Heading(1, title(rows)), *named_in_full(rows.person), *question]


def title(rows: Snapshot) -> str:
    """Return what the whole document is called."""
    if rows.choices.page_one:
        return _("Summary for a second opinion")
    printed = [chapter for chapter, _parts in rows.made]
    if len(printed) != 1:
        return _("From my health journal")
    opinions = rows.of("opinion")
    if printed[0].key == COMPARISON and len(opinions) == 1:
        return rows.names(opinions[0].id)
    return _(printed[0].title)


def about_of(rows: Snapshot, made_at: datetime | None) -> document.About:
    """Return what every page says of whose paper it is, and when it was made."""
    row = rows.person
    when = PartialDate.of(made_at or moment()).words()
    sex = inside(word(rows, "person", "sex", row.sex))
    return document.About(
        title=_("{title}: {name}").format(title=title(rows), name=in_short(name_of(row), TITLE)),
        person=name_of(row),
        born=known_of(row, sex, rows.today),
        reader=rows.reader.words,
        made=_("Made {when} with Secondop.").format(when=when),
        notice=_(
            "A personal record. Not a medical device; it does not diagnose, interpret or advise. "
            "In an emergency call 999; for urgent advice, NHS 111."
        ).replace(" 111", "\N{NO-BREAK SPACE}111"),
        lang="cy-GB" if code() == "cy" else "en-GB",
    )
