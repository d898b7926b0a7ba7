"""What the first hundred bytes of a file say, read before any database touches it.

The layout is that of the SQLite file format, section 1.3, "The Database Header".
"""

import errno
import os
import struct
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.cipher import PAGE, looks_encrypted
from secondop_desktop.journal.storage.disk import DamagedJournal, why
from secondop_desktop.journal.storage.keys import MAGIC, key_of
from secondop_desktop.journal.storage.long_names import refuse_long
from secondop_desktop.journal.storage.places import is_folder
from secondop_desktop.journal.storage.private_files import open_regular
from secondop_desktop.lang import _

APPLICATION_ID = 0x5EC0D0F1
"""Marks our files, in four bytes that no other registered application uses."""

_MARK = struct.pack(">I", APPLICATION_ID)
_LENGTH = 100
_FEW = 4


class Locked(UserError):
    """A journal that has a passphrase, which this program was not given yet."""


def read_header(path: Path, newest: int) -> None:
    """Check that a file is a whole journal we can read; raises UserError, touches nothing.

    Of one with a passphrase only noise can be seen; ``Locked`` is raised without its key.
    """
    raw = _first_bytes(path)
    if is_encrypted(path, raw):
        if key_of(path) is None:
            raise needs_passphrase(path.name)
        return
    schema, application = _marks(raw[:_LENGTH])
    if len(raw) < _LENGTH or not (_near(raw[:16], MAGIC) or application == APPLICATION_ID):
        raise _cut_or_strange(path.name) if looks_encrypted(raw) else _no_journal(path.name)
    if not _near(raw[68:72], _MARK):
        raise _of_another(path.name)
    if (raw[:16], application) != (MAGIC, APPLICATION_ID):
        raise beginning_damaged(path.name)
    if schema > newest:
        raise _not_older(path, schema, newest)
    _check_whole(path, raw)


def is_encrypted(path: Path, first_page: bytes | None = None) -> bool:
    """Tell whether a file has a passphrase, as far as can be seen; raises UserError without one.

    Its pages are noise, and its length one of whole pages, unless a crash cut the last one short
    and left beside it what takes that back; the first may have been wiped out.
    """
    raw = _first_bytes(path) if first_page is None else first_page
    if _near(raw[:16], MAGIC) or _marks(raw[:_LENGTH])[1] == APPLICATION_ID:
        return False
    if path.stat().st_size % PAGE and not hot_journal(path).exists():
        return False
    wiped_out = len(raw) == PAGE and not any(raw[:_LENGTH])
    return looks_encrypted(raw) or (wiped_out and looks_encrypted(_second_page(path)))


def needs_passphrase(name: str) -> Locked:
    """Say that a journal opens with its passphrase only."""
    return Locked(_("{file} has a passphrase. Give it to open the journal.").format(file=name))


def check_application(application: int, name: str) -> None:
    """Check whose a file with a passphrase says it is, once it is open; raises UserError."""
    if application != APPLICATION_ID:
        raise _of_another(name)


def beginning_damaged(name: str) -> UserError:
    """Say that the first bytes of a journal are not what they were."""
    return DamagedJournal(
        _(
            "The beginning of {file} is damaged, as can happen when a disk fails. Open one of its "
            "safe copies instead."
        ).format(file=name)
    )


def _of_another(name: str) -> UserError:
    text = _("{file} is a database of another program. Choose a file that Secondop made.")
    return UserError(text.format(file=name))


def _no_journal(name: str) -> UserError:
    text = _("{file} is not a Secondop journal. Choose a file that Secondop made.")
    return UserError(text.format(file=name))


def _cut_or_strange(name: str) -> UserError:
    cut = _("If it had a passphrase, it is cut short: open one of its safe copies.")
    return UserError(f"{_no_journal(name)} {cut}")


def not_read(name: str, error: OSError) -> UserError:
    """Say what the computer could not do with a journal that is being opened."""
    text = _("{file} cannot be read: {why}. Check that you are allowed to open it.")
    return UserError(text.format(file=name, why=why(error)))


def _not_older(path: Path, schema: int, newest: int) -> UserError:
    """Tell a newer journal from one of ours in whose number one bit has changed."""
    from secondop_desktop.journal.storage.known_schema import schema_by_definitions
    from secondop_desktop.journal.storage.needed_version import made_by_newer, needed_by

    flipped = schema > newest + 1 and (schema ^ (schema_by_definitions(path) or 0)).bit_count() == 1
    if flipped:
        return beginning_damaged(path.name)
    return made_by_newer(path.name, needed_by(path))


def _marks(raw: bytes) -> tuple[int, int]:
    """Return the number of the schema and the mark of the program; none where they are not."""
    if len(raw) < _LENGTH:
        return 0, 0
    schema, application = struct.unpack(">I4xI", raw[60:72])
    return int(schema), int(application)


def _near(found: bytes, wanted: bytes) -> bool:
    """Tell whether two texts of one length differ in a few bits at most."""
    pairs = zip(found, wanted, strict=True) if len(found) == len(wanted) else [(0, 255)]
    return sum((one ^ other).bit_count() for one, other in pairs) <= _FEW


def is_journal(path: Path) -> bool:
    """Tell whether a file bears the mark of our journals, whole or not; raises nothing."""
    try:
        with open_regular(path) as file:
            raw = file.read(72)
    except OSError:
        return False
    return raw[:16] == MAGIC and raw[68:] == _MARK


def _first_bytes(path: Path) -> bytes:
    if is_folder(path):
        raise UserError(_("{file} is a folder. Choose a journal in it.").format(file=path.name))
    refuse_long(Path(os.path.realpath(path)))  # which goes on where links lead in a circle
    try:
        with open_regular(path) as file:
            return file.read(PAGE)
    except FileNotFoundError:
        raise UserError(
            _("There is no file {file}. Check its name and folder.").format(file=path)
        ) from None
    except OSError as error:
        if error.errno in {errno.EINVAL, errno.ENXIO}:
            return b""  # a pipe, a device or a socket
        raise not_read(path.name, error) from error


def _second_page(path: Path) -> bytes:
    with open_regular(path) as file:
        file.seek(PAGE)
        return file.read(PAGE)


def read_anything(path: Path) -> None:
    """Check that there is a file to mend at all; raises UserError else."""
    if not _first_bytes(path):
        raise _no_journal(path.name)


def hot_journal(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take back an unfinished change."""
    place = path.resolve()
    return place.with_name(place.name + "-journal")


def _check_whole(path: Path, raw: bytes) -> None:
    if hot_journal(path).exists():
        return
    size = struct.unpack(">H", raw[16:18])[0]
    pages = struct.unpack(">I", raw[28:32])[0]
    expected = (65536 if size == 1 else size) * pages
    if path.stat().st_size < expected:
        raise DamagedJournal(
            _(
                "{file} is cut short, as when a copy does not finish. Open one of its safe "
                "copies instead."
            ).format(file=path.name)
        )
