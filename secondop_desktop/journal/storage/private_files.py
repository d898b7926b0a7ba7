"""Files of the user's health: nobody else may read them, and a crash leaves none half made.

What is being made lies under a name of its own, in a folder for its owner alone. The name says
which program on which computer makes it, so that what was left can be told from what goes on.
"""

import errno
import hashlib
import math
import os
import platform
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from secondop_desktop.patterns import pattern

_WORK = pattern(r"\.secondop-work-([0-9a-f]{6})-(\d{1,10})-[0-9a-f]{16}")
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FORGOTTEN = 24 * 3600.0
"""Seconds after which work of a program that cannot be asked has been left by it."""


_PROBE = 64 * 1024
_MORE = 128 * 1024 * 1024
"""Bytes by which a journal may have been about to grow: by the largest file, and what it takes."""


def _computer() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:6]


def work_name() -> str:
    """Return a fresh name for what is being made."""
    return f".secondop-work-{_computer()}-{os.getpid()}-{secrets.token_hex(8)}"


@contextmanager
def work_folder(folder: Path) -> Iterator[Path]:
    """Give a folder of mode 700 inside another, and take it away with all that is in it.

    Failing to take it away is no error: by then the work is done, and the next start tries again.
    """
    work = folder / work_name()
    work.mkdir(mode=0o700)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def create_private(path: Path) -> int:
    """Make a file that was not there, of mode 600; returns its open handle."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600)


def write_private(path: Path, data: bytes) -> None:
    """Put a whole file in a place: on the disk first, then renamed; never through a link."""
    stream_private(path, lambda file: file.write(data))


def stream_private(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Put a file in a place as ``write_private`` does, written bit by bit."""
    fresh = path.with_name(work_name())
    try:
        with os.fdopen(create_private(fresh), "w+b") as file:
            write(file)
        settle(fresh, path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise


def copy_private(source: Path, target: Path) -> Path:
    """Copy the bytes of a regular file into a new one of mode 600; returns the target."""
    with open_regular(source) as reading, os.fdopen(create_private(target), "wb") as writing:
        shutil.copyfileobj(reading, writing)
    return target


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading that is one: a pipe or a device would never end.

    Raises OSError, with the number EINVAL for what is no file.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_regular(path: Path) -> bytes:
    """Return the bytes of a regular file; raises OSError like ``open_regular``."""
    with open_regular(path) as file:
        return file.read()


def refused(folder: Path, size: int = 0) -> OSError | None:
    """Return what the disk says to a small file in a folder; None where it takes it.

    It is also asked for a file of more than ``size`` bytes, which is not written. SQLite tells an
    exceeded quota, and a file that gets larger than a disk can hold, as it tells a broken disk.
    """
    probe = folder / work_name()
    try:
        handle = create_private(probe)
        try:
            _write_at_once(handle, bytes(_PROBE))
            _look_beyond(handle, size + _MORE)
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        return error
    finally:
        with suppress(OSError):
            probe.unlink()
    return None


def _look_beyond(handle: int, size: int) -> None:
    """Raise what a disk has against a file of so many bytes: FAT32 ends at 4 GiB."""
    if _largest() < size:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    try:
        os.lseek(handle, size, os.SEEK_SET)
    except OSError as error:
        # No file there can have a place that far from its beginning.
        if error.errno in {errno.EINVAL, errno.EOVERFLOW}:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG)) from error
        raise


def _largest() -> float:
    """Return how many bytes the system lets a file of this program have."""
    if sys.platform == "win32":
        return math.inf
    import resource

    limit = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    return math.inf if limit == resource.RLIM_INFINITY else limit


def _write_at_once(handle: int, data: bytes) -> None:
    """Write as SQLite does, where the system has that."""
    if hasattr(os, "pwrite"):
        os.pwrite(handle, data, 0)
    else:
        os.write(handle, data)


def settle(fresh: Path, target: Path) -> None:
    """Bring a finished file to its place so that a power cut leaves the old one or the new."""
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename last; not every system can do that for folders."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(folder: Path, *, at_start: bool = False) -> None:
    """Take away what programs of this person left half made in a folder; raises nothing.

    ``at_start`` this program has nothing under way: what bears its own number was left by one
    that had it before, or that it took the place of.
    """
    with suppress(OSError), os.scandir(folder) as found:
        for one in found:
            name = _WORK.fullmatch(one.name)
            own = at_start and name is not None and int(name[2]) == os.getpid()
            if name and (own or _was_left(one, name[1], int(name[2]))):
                _take_away(Path(one.path))


def _was_left(one: "os.DirEntry[str]", computer: str, process: int) -> bool:
    try:
        about = one.stat(follow_symlinks=False)
    except OSError:
        return False
    if hasattr(os, "getuid") and about.st_uid != os.getuid():
        return False
    if computer == _computer() and not is_running(process):
        return True
    return time.time() - about.st_mtime > _FORGOTTEN


def is_running(process: int) -> bool:
    """Tell whether a program with this number runs here; true where that cannot be asked."""
    if os.name == "nt":  # where os.kill would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _take_away(left: Path) -> None:
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left, ignore_errors=True)
    else:
        with suppress(OSError):
            left.unlink()
