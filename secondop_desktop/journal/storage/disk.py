"""Why the computer could not read or write a file, in our own words."""

import errno

from secondop_desktop.errors import UserError
from secondop_desktop.lang import N_, _


class DamagedJournal(UserError):
    """A journal whose bytes are not what was written; it may be mended."""


_REASONS = {
    errno.ENOENT: N_("it is not there"),
    errno.ENOTDIR: N_("one of the folders on the way is not there"),
    errno.EACCES: N_("you have no permission for it"),
    errno.EPERM: N_("you have no permission for it"),
    errno.EROFS: N_("that disk can only be read"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EISDIR: N_("it is a folder"),
    errno.EINVAL: N_("it is not an ordinary file"),
    errno.ENXIO: N_("it is not an ordinary file"),
    errno.EEXIST: N_("something with that name is already there"),
    errno.EFBIG: N_("the file is too large for that disk"),
    errno.EIO: N_("the disk does not answer as it should"),
}


def why(problem: OSError) -> str:
    """Return the reason as a part of a sentence; a rare one is told by the system's number."""
    reason = _REASONS.get(problem.errno or 0)
    if reason:
        return _(reason)
    return _("the computer gives the reason {number}").format(number=problem.errno or "?")


def full(problem: OSError) -> bool:
    """Tell whether there was no more room."""
    return problem.errno in {errno.ENOSPC, errno.EDQUOT}
