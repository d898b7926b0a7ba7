"""Opening an encrypted journal: trying what was typed against its pages, before SQLite sees it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from secondop_desktop.journal import backup
from secondop_desktop.journal.protection.passphrases import spellings
from secondop_desktop.journal.protection.sheet_code import is_code, read
from secondop_desktop.journal.protection.sheet_slips import slip
from secondop_desktop.journal.storage.cipher import PAGE, Key, derive, page_fits
from secondop_desktop.journal.storage.header import Locked, hot_journal, not_read
from secondop_desktop.journal.storage.keys import MAGIC, give, key_of, salt_of
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.lang import _, ngettext

_TRIED = 64
"""Pages that are looked at until one fits: the first may be the damaged one."""
_SECTOR, _NUMBER = 20, 4
"""Where a rollback journal says how long its head is (SQLite file format, section 3), and how many
bytes number a page there."""


def unlock(path: Path, typed: str) -> None:
    """Let this program open a file by its passphrase, or by the code of its recovery sheet.

    Raises Locked when neither fits, which may also be because the file is damaged, and UserError
    where the disk does not give it.
    """
    pages = _read_pages(path)
    own = salt_of(path)
    for salt in _salts(path, own):
        for key in _keys(typed, salt):
            if any(page_fits(page, number, key) for number, page in pages):
                give(key, own)
                return
    raise Locked(_refusal(path, typed))


def _keys(typed: str, salt: bytes) -> Iterator[Key]:
    if is_code(typed):
        yield Key(read(typed), salt)
        return
    for text in spellings(typed):
        with suppress(UnicodeEncodeError):
            yield derive(text, salt)


def _salts(path: Path, own: bytes) -> Iterable[bytes]:
    """Return the file's own salt, and that of its newest safe copy in case its own is damaged."""
    copies = (salt_of(copy.path) for copy in backup.copies(path)[:1])
    return dict.fromkeys(salt for salt in (own, *copies) if salt != MAGIC)


def _read_pages(path: Path) -> list[tuple[int, bytes]]:
    try:
        return list(_pages(path))
    except OSError as error:
        raise not_read(path.name, error) from error


def _pages(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield some pages of a file with their numbers, and one that a crash left beside it."""
    with open_regular(path) as file:
        for number in range(1, _TRIED + 1):
            if len(page := file.read(PAGE)) == PAGE:
                yield number, page
    with suppress(OSError), open_regular(hot_journal(path)) as file:
        file.seek(_SECTOR)
        file.seek(int.from_bytes(file.read(_NUMBER), "big"))
        number = int.from_bytes(file.read(_NUMBER), "big")
        if len(page := file.read(PAGE)) == PAGE:
            yield number, page


def _refusal(path: Path, typed: str) -> str:
    """Say that it did not open, where a sheet's code has a slip, and what else there is."""
    found = len(backup.copies(path))
    wrong = _("Wrong passphrase, or a damaged file: {file} did not open.").format(file=path.name)
    told = " ".join(part for part in (wrong, why_not(typed)) if part)
    if not found:
        return told
    beside = ngettext(
        "There is {count} safe copy in {folder}.",
        "There are {count} safe copies in {folder}.",
        found,
    )
    return f"{told} {beside.format(count=found, folder=backup.folder_of(path).name)}"


def why_not(typed: str) -> str:
    """Say of a sheet's code that did not open a journal what is wrong; empty for a passphrase."""
    if is_code(typed):
        return _("This sheet belongs to an earlier passphrase or to another journal.")
    return slip(typed)


def is_current(path: Path, typed: str) -> bool:
    """Tell whether this is the passphrase of a journal that is open, or its sheet's code."""
    key = key_of(path)
    return key is not None and any(one.secret == key.secret for one in _keys(typed, key.salt))
