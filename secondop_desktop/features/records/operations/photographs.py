"""Photographs as the pages of a record: kept together, and arranged again at any time.

What is seen, printed and handed over is a PDF made of them. The photographs themselves stay
beside it, as the file that it came from, and how they became pages is one line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.photographs import arrangement
from secondop_desktop.exchange.photographs.arrangement import Sheet
from secondop_desktop.exchange.photographs.originals import (
    Picture,
    as_one_file,
    is_photo,
    of_kept,
    of_paths,
)
from secondop_desktop.exchange.photographs.sheets import counted
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files.any_file import measured, shown_name, title_of
from secondop_desktop.features.records.operations.keeping import Originals, keep
from secondop_desktop.features.records.operations.moved_pages import follow
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.files.packed_type import media_type
from secondop_desktop.journal.sources import PAGES, source_of
from secondop_desktop.lang import _
from secondop_desktop.sandbox.picture_types import PHOTOS


@dataclass(frozen=True)
class Paper:
    """The photographs of one paper, what it is called, and its pages in order."""

    pictures: tuple[Picture, ...]
    name: str
    sheets: tuple[Sheet, ...]

    @cached_property
    def as_taken(self) -> tuple[Sheet, ...]:
        """Every page of every photograph as it was taken; what may hold several is opened."""
        return counted(self.pictures)

    def original(self) -> Content:
        """Return what is kept of the photographs."""
        return as_one_file(self.pictures, self.name)


def one_paper(paths: Sequence[Path]) -> Content | Paper:
    """Return one file as it is, or several photographs as the pages of one paper.

    Raises UserError where several files are not all photographs, or one cannot be read.
    """
    if len(paths) == 1:
        return Content(shown_name(paths[0]), path=paths[0])
    if not all(is_photo(path) for path in paths):
        text = _("A record holds one file. Choose one, or several photos of its pages.")
        raise UserError(text)
    pictures = tuple(of_paths(paths))
    return Paper(pictures, Path(pictures[0].name).stem, counted(pictures))


def paper_of(journal: Journal, row: Any) -> Paper | None:
    """Return the photographs of a record with its pages as arranged now; None where it has none."""
    if row.source_place.startswith(PAGES):
        source = source_of(journal, row)
        if source is None:
            return None
        pictures = tuple(of_kept(partial(journal.opened, row.source_file), source.name))
        sheets = arrangement.read(row.source_place)
        fit = all(sheet.picture < len(pictures) for sheet in sheets)
        return Paper(pictures, Path(source.name).stem, sheets) if pictures and fit else None
    if _is_photo(row):
        pictures = tuple(of_kept(partial(journal.opened, row.file), row.file_name or row.title))
        return Paper(pictures, Path(pictures[0].name).stem, counted(pictures)) if pictures else None
    return None


def can_arrange(row: Any) -> bool:
    """Tell whether a record has photographs that can be arranged."""
    arranged = row.source_file and row.source_place.startswith(PAGES)
    return bool(row.file and (_is_photo(row) or arranged))


def _is_photo(row: Any) -> bool:
    """Tell whether the file of a record is a photograph, and not a piece of another file.

    That piece leads back to what else was read from the file, which arranging would forget.
    """
    return row.file_type in PHOTOS and not row.source_place


def kept_already(journal: Journal, paper: Paper) -> bool:
    """Tell whether these very photographs are a record already, or were, in the bin."""
    _size, found = measured(paper.original())
    return any(journal.entries("record", binned=gone, source_file=found) for gone in (False, True))


def keep_paper(
    journal: Journal,
    paper: Paper,
    pdf: bytes,
    entry: str | None,
    given: Mapping[str, Any],
    *,
    label: str = "",
    also: Mapping[str, Any] | None = None,
) -> str:
    """Keep photographs with the PDF of their pages in a record, a new one without ``entry``.

    Returns the id of the record.
    """
    place = arrangement.written(paper.sheets)
    originals = Originals(place, paper.original())
    content = _as_pdf(paper, pdf)
    label = label or _("Keep photos as {name}").format(name=title_of(content.name))
    return keep(journal, content, entry, given, label=label, also=also, originals=originals)


def arrange(journal: Journal, row: Any, paper: Paper, pdf: bytes) -> None:
    """Arrange the pages of a record anew, in one change; its words and its name stay.

    What was noted at a page goes with it.

    A single photograph that is as it was taken is the file itself again.
    """
    kept = row.source_file if row.source_place.startswith(PAGES) else row.file
    label = _("Arrange the pages of {title}").format(title=row.title or row.file_name)
    before = arrangement.read(row.source_place) or paper.as_taken

    def along(change: Change) -> None:
        follow(journal, change, row.id, before, paper.sheets)

    if len(paper.pictures) == 1 and paper.sheets == paper.as_taken:
        with journal.change(label) as change:
            along(change)
            change.edit("record", row.id, **_as_itself(paper, kept))
        return
    stays = {"text": row.text, "title": row.title, "type": row.type}
    originals = Originals(arrangement.written(paper.sheets), paper.original(), kept)
    keep(
        journal,
        _as_pdf(paper, pdf),
        row.id,
        {},
        label=label,
        also=stays,
        originals=originals,
        along=along,
    )


def _as_pdf(paper: Paper, pdf: bytes) -> Content:
    return Content(f"{paper.name}.pdf", data=pdf)


def _as_itself(paper: Paper, kept: str) -> dict[str, Any]:
    picture = paper.pictures[0]
    with picture.open() as stream:
        file_type = media_type(stream)
    about: dict[str, Any] = {"file": kept, "file_name": picture.name, "file_type": file_type}
    about |= {"file_size": picture.size, "pages": len(paper.sheets)}
    return {**about, "source_file": kept, "source_place": ""}
