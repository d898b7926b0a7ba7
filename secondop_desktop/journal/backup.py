"""Safe copies: made by the database itself, opened again, checked, and thinned with age."""

import contextlib
import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlcipher3
from sqlalchemy import Engine

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.attachments import damaged
from secondop_desktop.journal.storage.disk import full, why
from secondop_desktop.journal.storage.engine import Driver, connect, reason, translate_errors
from secondop_desktop.journal.storage.header import hot_journal, read_header
from secondop_desktop.journal.storage.lock import JournalLock
from secondop_desktop.journal.storage.schema import NEWEST
from secondop_desktop.journal.storage.seals import broken
from secondop_desktop.lang import _

_STAMP = r" (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)(?: (\d+))?\.secondop"
_ALL_KEPT = timedelta(days=2)
"""Every copy younger than this stays."""
_KEPT_BY_AGE = ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m"))
"""How many days, weeks and months keep their newest copy, and how each is named in time."""
_PAUSE = timedelta(minutes=30)
_FORGOTTEN = 3600.0
"""Seconds after which a half-made copy has been left by a crash."""


@dataclass(frozen=True)
class Copy:
    """One safe copy: its file, when it was made (local time) and its size in bytes."""

    path: Path
    made: datetime
    size: int


def folder_of(journal: Path) -> Path:
    """Return the folder beside a journal that keeps its safe copies."""
    return journal.with_name(f"{journal.stem} safe copies")


def safe_copy(engine: Engine, journal: Path, folder: Path | None = None, *, key: str = "") -> Path:
    """Make a copy, open it again, check it, and only then give it its name.

    Raises UserError when it cannot be made or is not whole; nothing half made is left.
    """
    folder = folder or folder_of(journal)
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        with tempfile.TemporaryDirectory(dir=folder, prefix=_WORK) as work:
            fresh = Path(work) / "copy.secondop"
            with translate_errors(journal):
                _vacuum(engine, fresh)
            verify(fresh, key)
            target = _free_name(folder, journal.stem)
            settle(fresh, target)
    except OSError as error:
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise _not_made(folder, error) from error
    return target


def _not_made(folder: Path, error: OSError) -> UserError:
    if full(error):
        return UserError(
            _(
                "The disk is full, so no safe copy could be made and nothing was changed. "
                "Free some space on it, then try again."
            )
        )
    return UserError(
        _("No safe copy could be made in {folder}: {why}. Choose another folder.").format(
            folder=folder, why=why(error)
        )
    )


_WORK = ".copy-"


def _sweep(folder: Path) -> None:
    """Take away what a crash left half made."""
    for left in folder.glob(f"{_WORK}*"):
        if time.time() - left.stat().st_mtime > _FORGOTTEN:
            shutil.rmtree(left, ignore_errors=True)


def _vacuum(engine: Engine, fresh: Path) -> None:
    connection = engine.raw_connection()
    try:
        fresh.touch(mode=0o600)
        connection.cursor().execute("VACUUM INTO ?", (str(fresh),))
    except sqlcipher3.OperationalError as error:
        if reason(error) == "full":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise
    finally:
        connection.close()


def verify(path: Path, key: str = "", *, deep: bool = False) -> None:
    """Open a journal file and check it through; raises UserError when it is not whole.

    ``deep`` looks at every entry and file besides: where the original was damaged a copy may
    still be made, but none is put in its place.
    """
    read_header(path, NEWEST)
    with translate_errors(path):
        connection = connect(path, key, read_only=True)
        try:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
            altered = deep and found == "ok" and _altered(connection)
        finally:
            connection.close()
    if found != "ok" or altered:
        raise UserError(_("{file} is damaged. Choose another safe copy.").format(file=path.name))


def _altered(sql: Driver) -> bool:
    return any(True for _each in broken(sql)) or any(True for _each in damaged(sql))


def settle(fresh: Path, target: Path) -> None:
    """Bring a finished file to its place so that a power cut leaves the old one or the new."""
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename last; not every system can do that for folders."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _free_name(folder: Path, stem: str) -> Path:
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    names = [f"{stem} {stamp}.secondop", *(f"{stem} {stamp} {n}.secondop" for n in range(2, 100))]
    return next(folder / name for name in names if not (folder / name).exists())


def copies(journal: Path, folder: Path | None = None) -> list[Copy]:
    """Return the safe copies of a journal, the newest first."""
    folder = folder or folder_of(journal)
    name = re.compile(re.escape(journal.stem) + _STAMP)
    listed = folder.iterdir() if folder.is_dir() else ()
    named = [(path, match) for path in listed if (match := name.fullmatch(path.name))]
    # Copies of the same second are numbered from the second on.
    named.sort(key=lambda each: int(each[1][5] or 1), reverse=True)
    found = [copy for path, match in named if (copy := _copy(path, match))]
    return sorted(found, key=lambda copy: copy.made, reverse=True)


def _copy(path: Path, match: re.Match[str]) -> Copy | None:
    try:
        made = datetime.fromisoformat(f"{match[1]}T{match[2]}:{match[3]}:{match[4]}").astimezone()
        return Copy(path, made, path.stat().st_size)
    except (OSError, ValueError):
        return None


def due(journal: Path, now: datetime, folder: Path | None = None) -> bool:
    """Tell whether it is time for a safe copy: changed since the newest, and that is 30 min old.

    ``now`` has a time zone. A copy dated later than now does not count as new.
    """
    newest = next(iter(copies(journal, folder)), None)
    if newest is None or not journal.exists():
        return journal.exists()
    changed = journal.stat().st_mtime > newest.path.stat().st_mtime
    return changed and not timedelta() <= now - newest.made < _PAUSE


def surplus(found: Iterable[Copy], today: datetime) -> list[Copy]:
    """Return the copies to let go, by the ages at which fewer are kept."""
    kept: set[Path] = set()
    ordered = sorted(found, key=lambda copy: copy.made, reverse=True)
    kept.update(copy.path for copy in ordered if today - copy.made < _ALL_KEPT)
    for length, pattern in _KEPT_BY_AGE:
        newest: dict[str, Path] = {}
        for copy in ordered:
            newest.setdefault(copy.made.strftime(pattern), copy.path)
        kept.update(list(newest.values())[:length])
    return [copy for copy in ordered if copy.path not in kept]


def thin(journal: Path) -> None:
    """Let old copies go by age; the newest is always kept."""
    for copy in surplus(copies(journal), datetime.now().astimezone()):
        with contextlib.suppress(OSError):
            copy.path.unlink()


def restore(copy: Path, target: Path, key: str = "") -> Path | None:
    """Put a safe copy in a journal's place; returns the safe copy made of what stood there.

    The copy is checked through first. Raises UserError and changes nothing when it is not
    whole, or when the journal is open in any window.
    """
    target = target.resolve()
    verify(copy, key, deep=True)
    lock = JournalLock(target)
    try:
        kept = _keep(target) if target.exists() else None
        with _staged(copy, target) as fresh:
            # Else the next opening would put old pages back into the new file.
            hot_journal(target).unlink(missing_ok=True)
            settle(fresh, target)
    except OSError as error:
        raise UserError(
            _("{file} could not be written: {why}. Nothing was changed.").format(
                file=target.name, why=why(error)
            )
        ) from error
    finally:
        lock.release()
    return kept


def _keep(target: Path) -> Path:
    """Copy what stands there byte by byte, damaged or not, with what a crash left beside it."""
    folder = folder_of(target)
    folder.mkdir(parents=True, exist_ok=True)
    kept = _free_name(folder, target.stem)
    for source, place in ((hot_journal(target), hot_journal(kept)), (target, kept)):
        if source.exists():
            with _staged(source, place) as fresh:
                settle(fresh, place)
    return kept


@contextlib.contextmanager
def _staged(source: Path, target: Path) -> Iterator[Path]:
    """Give a copy of a file that lies in the folder where it is wanted."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=_WORK) as work:
        yield Path(shutil.copyfile(source, Path(work) / target.name))
