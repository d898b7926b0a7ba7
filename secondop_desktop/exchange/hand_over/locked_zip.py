"""A zip with a password, as most programs for zips open it: AES-256 of WinZip (AE-2).

Source: https://www.winzip.com/en/support/aes-encryption/. The names of files in such a zip can be
read without its password, so whoever makes the items gives them names that tell nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.hand_over.items import Handed, Item, Measured, Unread
from secondop_desktop.exchange.hand_over.listing import LIST, SUMS, listing, sums
from secondop_desktop.exchange.pdf.structure.saving import stream_whole
from secondop_desktop.lang import _

_BITS = 256
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
        import pyzipper

        with pyzipper.AESZipFile(out, "w", encryption=pyzipper.WZ_AES) as zipped:
            zipped.setpassword(password.encode())
            zipped.setencryption(pyzipper.WZ_AES, nbits=_BITS)
            for item in items:
                step()
                handed.append(_put(zipped, item, made_at))
            for name, data in ((LIST, listing(head, handed, (), locked=True)),
                               (SUMS, sums(handed))):  # fmt: skip
                zipped.writestr(_entry(name, made_at), data)

    stream_whole(target, write)
    return handed


def _put(zipped: Any, item: Item, made_at: datetime) -> Handed:
    try:
        with zipped.open(_entry(item.place, made_at), "w", force_zip64=True) as file:
            measured = Measured(file)
            item.write(cast(BinaryIO, measured))
    except Unread as problem:
        text = _("“{name}” could not be read. Leave it out, or hand over a folder.")
        raise UserError(text.format(name=item.place)) from problem
    return measured.handed(item)


def _entry(name: str, made_at: datetime) -> Any:
    import pyzipper

    info = pyzipper.zipfile_aes.AESZipInfo(name, made_at.timetuple()[:6])
    packs = not name.lower().endswith(_PACKED)
    info.compress_type = pyzipper.ZIP_DEFLATED if packs else pyzipper.ZIP_STORED
    info.external_attr = 0o600 << 16
    return info
