"""A pack from the journal to its file or files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pack.joining import Claims, join
from secondop_desktop.exchange.pack.paper import Guest
from secondop_desktop.exchange.pdf.blocks.flow import Block, Heading
from secondop_desktop.exchange.pdf.pages import document
from secondop_desktop.exchange.pdf.structure.inside import Inside
from secondop_desktop.exchange.pdf.structure.numbering import Numbering
from secondop_desktop.exchange.pdf.structure.saving import check_no_journal, stream_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files.file_names import plain_name
from secondop_desktop.lang import _
from secondop_desktop.summary.pack.choices import PackChoices, usual
from secondop_desktop.summary.pack.contents import contents, goes_inside
from secondop_desktop.summary.pack.looked import Looked, look_at, numbered
from secondop_desktop.summary.pack.parts import Part, in_parts
from secondop_desktop.summary.pack.sheets import guest_name, record_pages, title_of
from secondop_desktop.summary.page_one.room import Room
from secondop_desktop.summary.snapshot import Snapshot
from secondop_desktop.summary.story import about_of, document_inside, story

Step = Callable[[], None]


@dataclass(frozen=True)
class PackMade:
    """What came out: the pages of each part, and what is to be said of the records.

    ``left`` are titles of records that could not be shown with the reason, ``inside`` those that
    lie in the PDF as files, ``unfit`` those that a screen reader cannot read aloud. ``missing``
    counts characters that no font has; ``held_back`` are private, ``begun`` are drafts.
    """

    pages: tuple[int, ...]
    records: int
    left: tuple[tuple[str, str], ...]
    inside: tuple[str, ...]
    unfit: tuple[str, ...]
    missing: int
    held_back: tuple[str, ...]
    begun: tuple[str, ...]


class Pack:
    """A pack that was looked through: its parts are known, and can be written."""

    def __init__(
        self,
        journal: Journal,
        choices: PackChoices,
        *,
        made_at: datetime | None = None,
        step: Step = lambda: None,
    ) -> None:
        """Look at each record; ``step`` is called in between, and may raise to stop.

        Raises UserError for a record that may not go in.
        """
        self.rows = Snapshot(journal, choices.summary)
        self.choices = choices
        self._journal, self._step, self.made_at = journal, step, made_at
        every = tuple(look_at(journal, self._chosen(), step))
        shown = [one for one in every if not one.shown.why]
        left = [one for one in every if one.shown.why]
        self.records = numbered(shown, 1)
        self.left = numbered(left, len(shown) + 1)

    def _chosen(self) -> list[Any]:
        there = {row.id: row for row in self.rows.of("record")}
        wanted = usual(self.rows) if self.choices.records is None else self.choices.records
        absent = [entry for entry in wanted if entry not in there]
        if absent:
            text = _("The record {id} is private, left out, or not of this person.")
            raise UserError(text.format(id=absent[0]))
        return [there[entry] for entry in dict.fromkeys(wanted)]

    @cached_property
    def parts(self) -> Sequence[Part]:
        """The parts, one where all of it is small enough or wanted in one file."""
        return in_parts(self.records, whole=self.choices.whole)

    @property
    def size(self) -> int:
        """About how many bytes it has."""
        return sum(one.shown.size for one in self.records)

    def targets(self, target: Path) -> list[Path]:
        """Return the files that are written: the one named, or one for each part."""
        if len(self.parts) == 1:
            return [target]
        text = _("{name}, part {part} of {parts}")
        count = len(self.parts)
        names = (
            plain_name(text.format(name=target.stem, part=part, parts=count), f"{part}")
            for part in range(1, count + 1)
        )
        return [target.with_name(name + target.suffix) for name in names]

    def write(self, target: Path) -> PackMade:
        """Write it; each file is replaced only when its new one is whole.

        Raises UserError when it cannot be written.
        """
        for path in self.targets(target):
            check_no_journal(path)
        built, made = self.laid_out()
        for path, part in zip(self.targets(target), built, strict=True):
            stream_whole(path, part.write)
        return made

    def to_memory(self) -> tuple[list[bytes], PackMade]:
        """Return the files as bytes."""
        built, made = self.laid_out()
        found = []
        for part in built:
            out = BytesIO()
            part.write(out)
            found.append(out.getvalue())
        return found, made

    def laid_out(self) -> tuple[Sequence["Laid"], PackMade]:
        """Lay out all parts, to be written, and return what there is to say of them.

        The numbers of the later ones follow those of the earlier.
        """
        found: list[Laid] = []
        before = 0
        for part in self.parts:
            numbering = Numbering(part.number, len(self.parts), before)
            found.append(Laid(self, part, numbering))
            before += found[-1].built.pages
        return found, self._made(found)

    def _made(self, built: Sequence["Laid"]) -> PackMade:
        def titles(found: Sequence[Looked]) -> tuple[str, ...]:
            return tuple(title_of(self.rows, one) for one in found)

        return PackMade(
            tuple(one.built.pages for one in built),
            len(self.records),
            tuple((title_of(self.rows, one), one.why) for one in self.left),
            titles(self._as_files()),
            titles([one for one in self.records if one.shown.unfit]),
            max(one.built.missing.count for one in built),
            tuple(self.rows.held_back),
            tuple(self.rows.begun),
        )

    @property
    def held(self) -> list[str]:
        """The ids of the records that it holds, on pages or as files in it."""
        return [one.row.id for one in (*self.records, *self._as_files())]

    def _as_files(self) -> list[Looked]:
        return [one for one in self.left if self.choices.inside and goes_inside(one)]

    def inside(self) -> Iterator[Inside]:
        """Give the files that lie in the PDF as they are."""
        if self.choices.summary.document_inside:
            yield self.as_data()
        for one in self._as_files():
            if one.paper.opened is not None:
                row, plain = one.row, plain_name(one.row.file_name, _("File"))
                name = f"{one.number} {plain}"
                yield Inside(name, row.file_type, one.paper.opened, title_of(self.rows, one))

    def as_data(self) -> Inside:
        """Return the summary as data for other programs."""
        return document_inside(self._journal, self.choices.summary, self.made_at)

    def story(self, part: Part, room: Room) -> list[Block]:
        """Return the blocks of one part."""
        listed = contents(self.rows, part, self.parts, self.left, inside=self.choices.inside)
        first = story(self.rows, room, listed) if part.number == 1 else self._head(part, listed)
        blocks = (record_pages(self.rows, one, len(self.records)) for one in part.records)
        return [*first, *(block for found in blocks for block in found)]

    def _head(self, part: Part, listed: Sequence[Block]) -> list[Block]:
        text = _("Records, part {part} of {parts}")
        return [Heading(1, text.format(part=part.number, parts=len(self.parts))), *listed]

    def about(self) -> document.About:
        """Return what every page says."""
        return about_of(self.rows, self.made_at)

    def claims(self, part: Part) -> Claims:
        """Return what the file may say of itself."""
        return Claims(
            accessible=not any(one.shown.unfit for one in part.records),
            lasting=all(one.shown.lasting for one in part.records),
        )

    def stepped(self) -> None:
        """Stop here when that is wanted."""
        self._step()


class Laid:
    """One part that is laid out, to be written."""

    def __init__(self, pack: Pack, part: Part, numbering: Numbering) -> None:
        self.pack, self.part, self.numbering = pack, part, numbering
        rows, about = pack.rows, pack.about()
        room = Room(document.sheet_for(about, large_print=rows.large, landscape=rows.wide))
        self._base, self.built = document.preview(
            pack.story(part, room),
            replace(about),
            large_print=rows.large,
            landscape=rows.wide,
            on_page=lambda _page: pack.stepped(),
            numbering=numbering,
        )

    def write(self, out: BinaryIO) -> None:
        """Write the whole of it."""
        claims = self.pack.claims(self.part)
        join(
            self._base,
            self._guests(),
            out,
            layers=[one.shown.layers for one in self.part.records],
            inside=list(self.pack.inside()) if self.part.number == 1 else (),
            claims=claims,
            password=self.pack.choices.password,
            step=self.pack.stepped,
        )

    def _guests(self) -> dict[str, tuple[int, Guest]]:
        found: dict[str, tuple[int, Guest]] = {}
        for one in self.part.records:
            for page, guest in enumerate(one.shown.guests, start=1):
                name = guest_name(one, page)
                found[name] = (self.built.places[name] - 1 - self.numbering.before, guest)
        return found
