"""One program at a time: a lock beside the journal that says who holds it and since when."""

import contextlib
import json
import os
import platform
import stat
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.long_names import refuse_long
from secondop_desktop.journal.storage.private_files import read_regular, write_private
from secondop_desktop.journal.storage.private_folders import made_private
from secondop_desktop.lang import _, time_words
from secondop_desktop.paths import runtime_folder


class NotWritable(UserError):
    """The folder of a journal takes no file, as on a disc or a locked memory card."""


class JournalLock:
    """Holds a journal for this program until released; a lock left by a crash is no lock.

    The system's own file lock decides on one computer. ``elsewhere`` names another computer
    that noted itself and has not left: file locks do not reach across shared folders.
    """

    def __init__(self, journal: Path) -> None:
        place = journal.resolve()  # a link and the file itself are one journal
        refuse_long(place)
        file = place.with_name(f".{place.name}.lock")
        self._note = place.with_name(f".{place.name}.open")
        _refuse_links(file)
        self._lock = FileLock(file, timeout=0, mode=0o600)
        self.elsewhere = ""
        try:
            self._lock.acquire()
        except Timeout:
            raise UserError(self._held(journal)) from None
        except OSError as error:
            raise NotWritable(
                _(
                    "{file} cannot be written here. Move it to a folder where you can save files."
                ).format(file=journal.name)
            ) from error
        self._own: FileLock | None = None
        self.hold_file(journal)
        holder = self._holder()
        if holder and holder["computer"] != platform.node():
            self.elsewhere = str(holder["computer"])
        self._sign()

    def hold_file(self, journal: Path) -> None:
        """Hold the file by its number too: it may have a second name, or the lock be deleted.

        Nothing where there is no file yet; raises UserError when another program holds it.
        """
        with contextlib.suppress(OSError):
            about = journal.stat()
            folder = runtime_folder()
            if not made_private(folder):
                return
            name = f"journal-{about.st_dev}-{about.st_ino}.lock"
            self._own = FileLock(folder / name, timeout=0, mode=0o600)
            try:
                self._own.acquire()
            except Timeout:
                self._own = None
                held = self._held(journal)
                self._lock.release()
                raise UserError(held) from None

    def _holder(self) -> dict[str, object] | None:
        try:
            found = json.loads(read_regular(self._note).decode("utf-8"))
            return found if isinstance(found, dict) and "computer" in found else None
        except (OSError, ValueError):
            return None

    def _held(self, journal: Path) -> str:
        holder = self._holder()
        try:
            since = datetime.fromisoformat(str((holder or {})["since"])).astimezone()
        except (KeyError, ValueError):
            return _("{file} is open in another window. Close it there first.").format(
                file=journal.name
            )
        return _("{file} is open in another window since {time}. Close it there first.").format(
            file=journal.name, time=time_words(since.hour, since.minute)
        )

    def _sign(self) -> None:
        note = {
            "computer": platform.node(),
            "process": os.getpid(),
            "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        with contextlib.suppress(OSError):
            write_private(self._note, json.dumps(note).encode())

    def release(self) -> None:
        """Let the journal go, and leave nothing beside it."""
        lock = Path(self._lock.lock_file)
        for file in (self._note, lock):
            # Held until it is gone: whoever waits for a lock without a name asks for it anew.
            with contextlib.suppress(OSError):
                file.unlink()
        _let_go(self._lock)
        if self._own is not None:
            own = Path(self._own.lock_file)
            with contextlib.suppress(OSError):
                own.unlink()
            _let_go(self._own)
        if os.name == "nt":  # where no file can be unlinked that anybody has open
            with contextlib.suppress(OSError):
                lock.unlink()


def _let_go(lock: FileLock) -> None:
    """Release a lock; a disk that fails at that takes nothing back of what was saved."""
    with contextlib.suppress(OSError):
        lock.release()


def _refuse_links(file: Path) -> None:
    """Take away what bears the lock's name and is no file of its own.

    A folder from a stranger may hold a link of that name; to open it would empty what it leads to.
    """
    with contextlib.suppress(OSError):
        about = file.lstat()
        if not stat.S_ISREG(about.st_mode) or about.st_nlink > 1 or about.st_size:
            file.unlink()
