"""Safe copies: made by the database itself, opened again, checked, and thinned with age."""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from secondop_desktop.errors import UserError
from secondop_desktop.journal.engine import connect, told
from secondop_desktop.journal.header import read_header
from secondop_desktop.journal.schema import NEWEST
from secondop_desktop.lang import _

_NAME = re.compile(r".* (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)(?: \d+)?\.secondop")


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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".copy-") as work:
            fresh = Path(work) / "copy.secondop"
            with told(journal):
                _vacuum(engine, fresh)
                verify(fresh, key)
            target = _free_name(folder, journal.stem)
            settle(fresh, target)
    except OSError as error:
        raise UserError(
            _("No safe copy could be made in {folder}: {why}. Choose another folder.").format(
                folder=folder, why=error.strerror
            )
        ) from error
    return target


def _vacuum(engine: Engine, fresh: Path) -> None:
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(fresh),))
    finally:
        connection.close()


def verify(path: Path, key: str = "") -> None:
    """Open a journal file and check it through; raises UserError when it is not whole."""
    read_header(path, NEWEST)
    with told(path):
        connection = connect(path, key, read_only=True)
        try:
            found = connection.execute("PRAGMA integrity_check").fetchone()[0]
        finally:
            connection.close()
    if found != "ok":
        raise UserError(_("{file} is damaged. Choose another safe copy.").format(file=path.name))


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
    found = []
    for path in folder.glob(f"{_literal(journal.stem)} *.secondop") if folder.is_dir() else ():
        if match := _NAME.fullmatch(path.name):
            day, *clock = match.groups()
            made = datetime.fromisoformat(f"{day}T{':'.join(clock)}").astimezone()
            found.append(Copy(path, made, path.stat().st_size))
    return sorted(found, key=lambda copy: (copy.made, copy.path.name), reverse=True)


def _literal(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)


def surplus(found: Iterable[Copy], today: datetime) -> list[Copy]:
    """Return the copies to let go: kept are all of 2 days, 12 daily, 10 weekly, 9 monthly."""
    kept: set[Path] = set()
    ordered = sorted(found, key=lambda copy: copy.made, reverse=True)
    kept.update(copy.path for copy in ordered if today - copy.made < timedelta(days=2))
    for length, pattern in ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m")):
        newest: dict[str, Path] = {}
        for copy in ordered:
            newest.setdefault(copy.made.strftime(pattern), copy.path)
        kept.update(list(newest.values())[:length])
    return [copy for copy in ordered if copy.path not in kept]


def thin(journal: Path, folder: Path | None = None) -> None:
    """Let old copies go by age; the newest is always kept."""
    for copy in surplus(copies(journal, folder), datetime.now().astimezone()):
        with contextlib.suppress(OSError):
            copy.path.unlink()


def restore(copy: Path, target: Path, key: str = "") -> Path | None:
    """Put a safe copy in a journal's place; returns the safe copy made of what stood there.

    The copy is checked first; the journal must not be open elsewhere (the caller holds its
    lock). Raises UserError and changes nothing when the copy is not whole.
    """
    verify(copy, key)
    kept = None
    if target.exists():
        folder = folder_of(target)
        folder.mkdir(parents=True, exist_ok=True)
        kept = _free_name(folder, target.stem)
        _copy_bytes(target, kept)
    _copy_bytes(copy, target)
    return kept


def _copy_bytes(source: Path, target: Path) -> None:
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".copy-", delete=False) as out:
        fresh = Path(out.name)
    try:
        with source.open("rb") as file, fresh.open("wb") as out:
            while chunk := file.read(1 << 20):
                out.write(chunk)
        settle(fresh, target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UserError(
            _("{file} could not be written: {why}. Nothing was changed.").format(
                file=target.name, why=error.strerror
            )
        ) from error
