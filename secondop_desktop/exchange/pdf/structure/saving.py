"""A file appears whole or not at all."""

import errno
import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage import unfinished
from secondop_desktop.journal.storage.header import is_journal
from secondop_desktop.journal.storage.private_files import stream_private, sweep
from secondop_desktop.lang import N_, _

_REASONS = {
    errno.ENOSPC: N_("The disk is full."),
    errno.EDQUOT: N_("The disk is full."),
    errno.EACCES: N_("Writing to that folder is not allowed."),
    errno.EPERM: N_("Writing to that folder is not allowed."),
    errno.EROFS: N_("Writing to that folder is not allowed."),
    errno.ENOENT: N_("That folder is not there."),
    errno.ENOTDIR: N_("That folder is not there."),
    errno.EISDIR: N_("A folder has that name."),
    errno.ENAMETOOLONG: N_("The name is too long."),
    errno.EFBIG: N_("The file is too large for that disk."),
    errno.EIO: N_("That disk does not answer as it should."),
}
_OURS = re.compile(r"\.secondop(-journal|-wal|-shm)?\s*", re.IGNORECASE)


def write_whole(target: Path, data: bytes) -> None:
    """Put data into a file that is replaced only when the new one is safely on the disk.

    Raises UserError when that fails; the old file is then as it was and nothing is left over.
    It never takes the place of a journal or a safe copy.
    """
    stream_whole(target, lambda file: file.write(data))


def stream_whole(target: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let a file be written bit by bit under the same promises as ``write_whole``.

    Whatever ``write`` raises, such as a stop, leaves the old file as it was.
    """
    check_no_journal(target)
    try:
        with unfinished.noted(target.parent):
            sweep(target.parent)
            stream_private(target, write)
    except OSError as problem:
        raise not_saved(target, problem) from problem


def check_no_journal(target: Path) -> None:
    """Raise UserError where a file would take the place of a journal."""
    if _OURS.fullmatch(target.suffix) or is_journal(target):
        raise UserError(
            _("{name} is a journal or has a journal's name. Save under another name.").format(
                name=target.name
            )
        )


def not_saved(target: Path, problem: OSError) -> UserError:
    """Return the error that says what stood in the way, and what to do."""
    reason = _REASONS.get(problem.errno or 0)
    why = _(reason) if reason else _("The computer says: {reason}.").format(reason=problem.strerror)
    said = _("“{name}” was not saved in “{folder}”. {why} Choose another place and save again.")
    return UserError(said.format(name=target.name, folder=target.parent, why=why))
