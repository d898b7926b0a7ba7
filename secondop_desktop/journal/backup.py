"""Safe copies: made by the database itself, opened again, checked, and thinned with age."""

import contextlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import sqlcipher3
from sqlalchemy import Engine

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files.attachments import damaged, every
from secondop_desktop.journal.storage.copy_marks import mark_of
from secondop_desktop.journal.storage.disk import full, why
from secondop_desktop.journal.storage.engine import (
    Driver,
    connect,
    driver,
    make_engine,
    of_the_disk,
    translate_errors,
    uri,
)
from secondop_desktop.journal.storage.files_beside import wal_of
from secondop_desktop.journal.storage.header import hot_journal, read_header
from secondop_desktop.journal.storage.hot_journals import (
    bring_beside,
    is_hot,
    rolled_back,
    set_aside,
    settle_alone,
)
from secondop_desktop.journal.storage.lock import JournalLock
from secondop_desktop.journal.storage.long_names import shortened
from secondop_desktop.journal.storage.places import is_folder, is_regular, is_there
from secondop_desktop.journal.storage.private_files import (
    copy_private,
    create_private,
    settle,
    sweep,
    work_folder,
)
from secondop_desktop.journal.storage.schema import NEWEST, judge
from secondop_desktop.journal.storage.seals import broken
from secondop_desktop.lang import _

_STAMP = r" (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)(?: (\d+))?\.secondop"
_STAMPED = len(" 0000-00-00 00.00.00 00.secondop-journal")
_COPIES = " safe copies"
_BEGINS = 16
"""Bytes of a journal's name that are left of it in those of its copies, however long its path."""
_ALL_KEPT = timedelta(days=2)
"""Every copy younger than this stays."""
_KEPT_BY_AGE = ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m"))
"""How many days, weeks and months keep their newest copy, and how each is named in time."""
_PAUSE = timedelta(minutes=30)


class Copy(NamedTuple):
    """One safe copy: its file, when it was made (local time) and its size in bytes."""

    path: Path
    made: datetime
    size: int


def folder_of(journal: Path) -> Path:
    """Return the folder beside a journal that keeps its safe copies."""
    inside = 1 + _BEGINS + _STAMPED
    stem = shortened(journal.parent, journal.stem, len(_COPIES), inside=inside)
    return journal.with_name(f"{stem}{_COPIES}")


def safe_copy(engine: Engine, journal: Path, folder: Path | None = None) -> Path:
    """Make a copy, open it again, check it, and only then give it its name.

    Raises UserError when it cannot be made or is not whole; nothing half made is left.
    """
    folder = folder or folder_of(journal)
    made = not is_there(folder)
    try:
        _ready(folder, own=folder == folder_of(journal))
        with work_folder(folder) as work:
            fresh = work / "copy.secondop"
            with translate_errors(journal):
                _vacuum(engine, fresh)
            verify(fresh)
            target = _free_name(folder, journal)
            settle_alone(fresh, target)
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
                "The disk is full, so no safe copy could be made. Free some space on it, then try "
                "again."
            )
        )
    return UserError(
        _("No safe copy could be made in {folder}: {why}. Choose another folder.").format(
            folder=folder, why=why(error)
        )
    )


def _ready(folder: Path, *, own: bool) -> None:
    """Make the folder of the copies, and nothing above it: a disk may not be there just now."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if own and not folder.is_symlink():
        with contextlib.suppress(OSError):
            folder.chmod(0o700)
    sweep(folder)


def _vacuum(engine: Engine, fresh: Path) -> None:
    connection = engine.raw_connection()
    try:
        os.close(create_private(fresh))
        connection.cursor().execute("VACUUM INTO ?", (uri(fresh, read_only=False),))
    except sqlcipher3.OperationalError as error:
        if problem := of_the_disk(error, fresh.parent):
            raise problem from error
        raise
    finally:
        connection.close()


def verify(path: Path, *, deep: bool = False) -> None:
    """Open a journal file and check it through; raises UserError when it is not whole.

    It must be one that can be opened as a journal. ``deep`` looks at every entry and file besides.
    """
    if not _judged(path, lambda sql: _is_whole(sql, deep=deep)):
        raise UserError(_("{file} is damaged. Choose another safe copy.").format(file=path.name))


def is_whole(path: Path) -> bool:
    """Tell whether all of a journal file is as it was saved: pages, entries and files."""
    try:
        return _judged(path, lambda sql: _is_whole(sql, deep=True))
    except UserError:
        return False


def _judged(path: Path, further: Callable[[Driver], bool] = lambda _sql: True) -> bool:
    """Judge a file as opening does, and return what ``further`` finds in it; raises UserError."""
    read_header(path, NEWEST)
    with translate_errors(path):
        engine = make_engine(path, read_only=True)
        try:
            with engine.connect() as connection:
                judge(connection, path.name)
                return further(driver(connection))
        finally:
            engine.dispose()


def _is_whole(sql: Driver, *, deep: bool) -> bool:
    if sql.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        return False
    altered = (broken(sql), damaged(sql, every(sql))) if deep else ()
    return not any(True for each in altered for _one in each)


def _free_name(folder: Path, journal: Path) -> Path:
    stem = _begins(folder, journal)
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
    names = [f"{stem} {stamp}.secondop", *(f"{stem} {stamp} {n}.secondop" for n in range(2, 100))]
    return next(folder / name for name in names if not (folder / name).exists())


def _begins(folder: Path, journal: Path) -> str:
    """Return what the names of a journal's copies begin with."""
    return shortened(folder, journal.stem, _STAMPED)


def copies(journal: Path, folder: Path | None = None) -> list[Copy]:
    """Return the safe copies of a journal, the newest first.

    They belong to the journal by its id, so that they stay its own under another name, and those
    of a journal with a like name are not among them. Newer is what has the longer history: a
    clock that went ahead or back does not matter.
    """
    own = mark_of(journal).journal
    found = [
        copy
        for place in ([folder] if folder else _folders(journal, own))
        for path, match in _listed(place)
        if _belongs(path, match, journal, own) and (copy := _copy(path, match))
    ]
    return sorted(found, key=_age, reverse=True)


def _age(copy: Copy) -> tuple[int, datetime, int]:
    """Order copies by their history, then by their time, then by their number in one second."""
    match = re.fullmatch(_NAME, copy.path.name)
    return mark_of(copy.path).step, copy.made, int((match and match[6]) or 1)


_NAME = "(.+)" + _STAMP


def _folders(journal: Path, own: str) -> list[Path]:
    """Return the journal's folder of copies, and those left by a journal that was renamed."""
    found = [folder_of(journal)]
    if own and is_folder(journal.parent):
        beside = sorted(journal.parent.glob(f"*{_COPIES}"))
        found += [place for place in beside if place not in found and not _is_taken(place)]
    return found


def _is_taken(folder: Path) -> bool:
    name = folder.name.removesuffix(_COPIES)
    return is_there(folder.with_name(f"{name}.secondop"))


def _listed(folder: Path) -> Iterator[tuple[Path, re.Match[str]]]:
    """Yield the files that are named as copies are; of a folder that cannot be read nothing."""
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            if (match := re.fullmatch(_NAME, path.name)) and is_regular(path):
                yield path, match


def _belongs(path: Path, match: re.Match[str], journal: Path, own: str) -> bool:
    """Tell whether a copy is one of this journal: by its id, else by its name."""
    its = mark_of(path).journal
    return its == own if its and own else match[1] == _begins(path.parent, journal)


def _copy(path: Path, match: re.Match[str]) -> Copy | None:
    try:
        made = datetime.fromisoformat(f"{match[2]}T{match[3]}:{match[4]}:{match[5]}").astimezone()
        return Copy(path, made, path.stat().st_size)
    except (OSError, ValueError):
        return None


def due(journal: Path, now: datetime, folder: Path | None = None) -> bool:
    """Tell whether it is time for a safe copy: changed since the newest, and that is 30 min old.

    ``now`` has a time zone. A copy dated later than now does not count as new.
    """
    found = copies(journal, folder)
    if not found or not is_there(journal):
        return is_there(journal)
    return _changed(journal, found) and not timedelta() <= now - found[0].made < _PAUSE


def _changed(journal: Path, found: list[Copy]) -> bool:
    """Tell whether no copy has the history that the journal has."""
    history = mark_of(journal).history
    if not history:  # of an earlier version, or not to be read just now
        return journal.stat().st_mtime > found[0].path.stat().st_mtime
    return history not in {mark_of(copy.path).history for copy in found}


def surplus(found: Sequence[Copy], today: datetime) -> list[Copy]:
    """Return the copies to let go, by the ages at which fewer are kept; the newest comes first."""
    kept: set[Path] = set()
    dated = _dated(found, today)
    kept.update(copy.path for copy, made in dated if today - made < _ALL_KEPT)
    for length, pattern in _KEPT_BY_AGE:
        newest: dict[str, Path] = {}
        for copy, made in dated:
            newest.setdefault(made.strftime(pattern), copy.path)
        kept.update(list(newest.values())[:length])
    return [copy for copy in found if copy.path not in kept]


def _dated(found: Sequence[Copy], today: datetime) -> list[tuple[Copy, datetime]]:
    """Return when each was made; a date that does not fit their order is that of the one before.

    Else copies of a clock that went ahead would keep the places of all that came after them, and
    one of a clock that went back would be let go as old.
    """
    known, dated = min((copy.made for copy in found), default=today), []
    for copy in reversed(found):
        known = copy.made if known <= copy.made <= today else min(known, today)
        dated.append((copy, known))
    return dated[::-1]


def thin(journal: Path) -> None:
    """Let old copies go by age; the newest is always kept."""
    for copy in surplus(copies(journal), datetime.now().astimezone()):
        with contextlib.suppress(OSError):
            copy.path.unlink()


def restore(copy: Path, target: Path, *, whole_only: bool = False) -> Path | None:
    """Put a safe copy in a journal's place; returns the safe copy made of what stood there.

    The copy is judged first, exactly as when it is opened: what harms a part of it keeps nobody
    from the rest, and ``is_whole`` tells of it. With ``whole_only`` none of it may be harmed.
    Raises UserError and changes nothing where it is not taken, or while the journal is open.
    """
    target = target.resolve()
    read_header(copy, NEWEST)
    lock = JournalLock(target)
    try:
        with _openable_copy(copy, target.parent) as fresh:
            if whole_only:
                verify(fresh, deep=True)
            kept = replaced(fresh, target) if target.exists() else None
            if kept is None:
                settle_alone(fresh, target)
    except OSError as error:
        raise UserError(
            _("{file} could not be written: {why}. Nothing was changed.").format(
                file=target.name, why=why(error)
            )
        ) from error
    finally:
        lock.release()
    return kept


def replaced(fresh: Path, target: Path) -> Path:
    """Put a finished journal in the place of another, which is kept; returns where."""
    kept = keep(target)
    # Else the next opening would put old pages back into the new file.
    for beside in (hot_journal(target), wal_of(target)):
        beside.unlink(missing_ok=True)
    settle(fresh, target)
    return kept


@contextlib.contextmanager
def _openable_copy(copy: Path, folder: Path) -> Iterator[Path]:
    """Give a copy of a safe copy, with what a crash left beside that taken back.

    Raises UserError when it cannot be opened; the safe copy itself stays as it is.
    """
    with work_folder(folder) as work:
        fresh = copy_private(copy, work / copy.name)
        if bring_beside(copy, fresh):
            take_back(fresh)
        _judged(fresh)
        yield fresh


def take_back(path: Path) -> None:
    """Let SQLite take back what a crash left half done."""
    with translate_errors(path), contextlib.closing(connect(path)) as sql:
        sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _could_take_back(path: Path) -> bool:
    try:
        take_back(path)
    except UserError:
        return False
    return True


def keep(target: Path) -> Path:
    """Copy what stands there, damaged or not, with what a crash left beside it taken back.

    Where that cannot be taken back, both are kept byte by byte.
    """
    folder = folder_of(target)
    _ready(folder, own=True)
    kept = _free_name(folder, target)
    set_aside(kept)
    with rolled_back(target) as raw, rolled_back(target) as taken_back:
        fresh = taken_back if _could_take_back(taken_back) else raw
        if is_hot(fresh):
            settle(hot_journal(fresh), hot_journal(kept))
        settle(fresh, kept)
    return kept
