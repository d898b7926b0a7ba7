"""The plain list of what is handed over, and the sums by which a program can check it."""

from collections.abc import Sequence

from secondop_desktop.exchange.hand_over.items import Handed
from secondop_desktop.lang import _, ngettext

LIST, SUMS = "What is in here.txt", "checksums.sha256"
_MARK = "\ufeff"  # so that old programs on Windows read the letters right
_LINE = "\r\n"
_PROGRAMS = "7-Zip, WinZip, WinRAR, Keka, The Unarchiver"
"""Names of programs that open a zip with AES, the same in every language."""


def listing(
    head: Sequence[str], files: Sequence[Handed], unread: Sequence[str], *, locked: bool = False
) -> bytes:
    """Return the list: who it is about and for whom, then each file with its size and SHA-256."""
    count = ngettext("{number} file", "{number} files", len(files)).format(number=len(files))
    lines = [*head, count, "", *(line for one in files for line in _said(one))]
    if unread:
        lines += [_("These could not be read, so they are missing:"), *unread, ""]
    if locked:
        lines += [_("Programs that open this zip: {programs}.").format(programs=_PROGRAMS), ""]
    sums = _("A program for SHA-256 can check all files with the help of “{file}”.")
    return (_MARK + _LINE.join([*lines, sums.format(file=SUMS), ""])).encode()


def _said(one: Handed) -> list[str]:
    size = _("{number} bytes").format(number=f"{one.size:,}")
    return [one.place, f"    {one.about}, {size}", f"    SHA-256 {one.sha256}", ""]


def sums(files: Sequence[Handed]) -> bytes:
    """Return the sums as ``sha256sum --check`` reads them."""
    return "".join(f"{one.sha256} *{one.place}\n" for one in files).encode()
