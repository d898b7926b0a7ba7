"""What SQLite looks for beside a journal and takes for its own, whatever it is."""

import os
import stat
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _

_ENDS = ("-journal", "-wal", "-shm")


def wal_of(path: Path) -> Path:
    """Return where another program may have left a write-ahead log; we make none."""
    place = path.resolve()
    return place.with_name(f"{place.name}-wal")


def odd_beside(path: Path) -> str:
    """Return the name of what lies there and is no ordinary file, such as a pipe; empty for none.

    SQLite would wait for a pipe for ever.
    """
    place = path.resolve()
    names = (f"{place.name}{end}" for end in _ENDS)
    return next((name for name in names if _is_odd(place.with_name(name))), "")


def _is_odd(place: Path) -> bool:
    try:
        return not stat.S_ISREG(os.lstat(place).st_mode)
    except OSError:
        return False


def refuse_odd(path: Path) -> None:
    """Raise UserError where something beside a journal is no ordinary file."""
    if odd := odd_beside(path):
        raise UserError(
            _(
                "Beside {file} is {odd}, which is not an ordinary file, so the journal was not "
                "opened. Take it away, then try again."
            ).format(file=path.name, odd=odd)
        )
