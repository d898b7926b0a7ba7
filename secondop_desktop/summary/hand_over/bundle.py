"""What is handed over in a folder or a zip: the pack, the files as they are, discs, and a list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.hand_over.folder import write_folder
from secondop_desktop.exchange.hand_over.items import Item, copied, disc_items
from secondop_desktop.exchange.hand_over.locked_zip import write_zip
from secondop_desktop.exchange.hand_over.safe_names import Names, ending_of
from secondop_desktop.lang import _
from secondop_desktop.summary.pack.looked import Looked
from secondop_desktop.summary.pack.making import Pack, PackMade
from secondop_desktop.summary.pack.sheets import title_of
from secondop_desktop.summary.story import about_of, moment

Step = Callable[[], None]


@dataclass(frozen=True)
class HandedOver:
    """What came out: of the pack, how many files there are, and which could not be read."""

    made: PackMade
    files: int
    unread: tuple[str, ...]


def hand_over(
    pack: Pack,
    target: Path,
    *,
    password: str = "",
    discs: Sequence[Path] = (),
    step: Step = lambda: None,
) -> HandedOver:
    """Write a zip with a password where the name ends in .zip, else a new folder.

    Raises UserError when it cannot be written, or a zip has no password.
    """
    _check_discs(discs)
    built, made = pack.laid_out()
    zipped = target.suffix.lower() == ".zip"
    items = [
        *_documents([part.write for part in built]),
        _for_programs(pack),
        *_originals(pack, telling=not zipped),
        *_discs(discs),
    ]
    if zipped:
        moment_of = pack.made_at or moment()
        files = write_zip(target, password, _head(pack), items, made_at=moment_of, step=step)
        return HandedOver(made, len(files), ())
    written, unread = write_folder(target, _head(pack), items, step)
    return HandedOver(made, len(written), tuple(unread))


def _head(pack: Pack) -> list[str]:
    """Say at the top of the list whose records these are, and for whom."""
    about = about_of(pack.rows, pack.made_at)
    return [*filter(None, (about.person, about.born, about.reader, about.made)), ""]


def _documents(built: Sequence[Callable[[BinaryIO], None]]) -> Iterator[Item]:
    for number, write in enumerate(built, start=1):
        title = _("Pack") if len(built) == 1 else _("Pack, part {number}").format(number=number)
        yield Item(f"{title}.pdf", _("The summary and the records"), _whole(write))


def _for_programs(pack: Pack) -> Item:
    """Give the summary once more as data, which a hospital's computer can take in."""
    inside = pack.as_data()
    return Item(inside.name, inside.about, copied(inside.opened))


def _whole(write: Callable[[BinaryIO], None]) -> Callable[[BinaryIO], None]:
    """Return a way to write what needs to go back and forth in its file."""

    def onto(out: BinaryIO) -> None:
        aside = BytesIO()
        write(aside)
        out.write(aside.getbuffer())

    return onto


def _originals(pack: Pack, *, telling: bool) -> Iterator[Item]:
    """Give the files of the records as they are kept; a name that may be seen tells nothing."""
    names = Names()
    for one in sorted((*pack.records, *pack.left), key=lambda one: one.number):
        if one.paper.opened is None:
            continue
        title = title_of(pack.rows, one)
        said = _("{number} {title}") if telling else _("Record {number}")
        stem = said.format(number=one.number, title=title)
        name = names.free(stem, ending_of(one.row.file_name), _("File"))
        kept = str(one.row.file).removeprefix("sha256:")
        yield Item(f"{_FILES}/{name}", _about(one, title), copied(one.paper.opened), kept)


_FILES, _DISCS = "Files", "Disc"


def _about(one: Looked, title: str) -> str:
    return f"{title} ({one.why})" if one.why else title


def _discs(discs: Sequence[Path]) -> Iterator[Item]:
    for number, disc in enumerate(discs, start=1):
        yield from disc_items(disc, _DISCS if len(discs) == 1 else f"{_DISCS} {number}")


def _check_discs(discs: Sequence[Path]) -> None:
    for disc in discs:
        if not disc.is_dir():
            text = _("There is no folder {folder}. Put the disc in, or choose its copy.")
            raise UserError(text.format(folder=disc))
