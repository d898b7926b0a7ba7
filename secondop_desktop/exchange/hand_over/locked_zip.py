"""What is handed over in a zip with a password.

The names of files in such a zip can be read without its password, so whoever makes the items
gives them names that tell nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.hand_over.items import Handed, Item, Measured, Unread
from secondop_desktop.exchange.hand_over.listing import LIST, SUMS, listing, sums
from secondop_desktop.exchange.locked_zips import locked_zip
from secondop_desktop.exchange.pdf.structure.saving import stream_whole
from secondop_desktop.lang import _

_PACKED = (".jpg", ".jpeg", ".heic", ".zip", ".docx", ".mp4", ".png", ".pdf")
Step = Callable[[], None]


def write_zip(
    target: Path,
    password: str,
    head: Sequence[str],
    items: Iterable[Item],
    *,
    made_at: datetime,
    step: Step = lambda: None,
) -> list[Handed]:
    """Write all items into a zip that takes the place of an old file only when it is whole.

    Raises UserError without a password, for a file that cannot be read, or when it cannot be
    written.
    """
    if not password:
        raise UserError(_("A zip to hand over needs a password. Give one, or make a folder."))
    handed: list[Handed] = []

    def write(out: BinaryIO) -> None:
        with locked_zip(out, password) as (zipped, entry):
            made = _Entries(entry, made_at)
            for item in items:
                step()
                handed.append(_put(zipped, item, made))
            for name, data in ((LIST, listing(head, handed, (), locked=True)),
                               (SUMS, sums(handed))):  # fmt: skip
                zipped.writestr(made.named(name), data)

    stream_whole(target, write)
    return handed


def _put(zipped: Any, item: Item, entries: "_Entries") -> Handed:
    try:
        with zipped.open(entries.named(item.place), "w", force_zip64=True) as file:
            measured = Measured(file)
            item.write(cast(BinaryIO, measured))
    except Unread as problem:
        text = _("“{name}” could not be read. Leave it out, or hand over a folder.")
        raise UserError(text.format(name=item.place)) from problem
    return measured.handed(item)


@dataclass(frozen=True)
class _Entries:
    """Makes what a zip says of each file; all bear one time."""

    entry: Callable[..., Any]
    made_at: datetime

    def named(self, name: str) -> Any:
        info = self.entry(name, self.made_at.timetuple()[:6])
        packs = not name.lower().endswith(_PACKED)
        info.compress_type = ZIP_DEFLATED if packs else ZIP_STORED
        info.external_attr = 0o600 << 16
        return info
