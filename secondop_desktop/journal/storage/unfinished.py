"""Remembers where files are being written, so that the next start can clear up after a crash."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from secondop_desktop.journal.storage.private_files import (
    read_regular,
    sweep,
    work_folder,
    write_private,
)
from secondop_desktop.journal.storage.private_folders import made_private
from secondop_desktop.paths import roomy_folder, runtime_folder, unfinished_folder


@contextmanager
def noted(folder: Path) -> Iterator[None]:
    """Keep a note of a folder while something is written there; it goes when that is done."""
    note = unfinished_folder() / secrets.token_hex(8)
    with suppress(OSError):
        note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(note, str(folder.resolve()).encode("utf-8", "surrogateescape"))
    try:
        yield
    finally:
        with suppress(OSError):
            note.unlink()


@contextmanager
def passing_folder(*, roomy: bool = False) -> Iterator[Path]:
    """Give a folder for files that hold health data for a moment: private, and on this computer.

    It goes with what is in it when that is done, and else at the next start. The usual one may be
    a small part of the memory, as on most Linux: a ``roomy`` one is for what is noise to others.
    """
    place = roomy_folder() if roomy else runtime_folder()
    if not made_private(place):
        place = unfinished_folder()
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with noted(place), work_folder(place) as work:
        yield work


def clear_up() -> None:
    """Take away what programs that were killed left half written; raises nothing."""
    with suppress(OSError):
        for note in list(unfinished_folder().iterdir()):
            _clear(note)


def _clear(note: Path) -> None:
    with suppress(OSError, ValueError):
        folder = Path(read_regular(note).decode("utf-8", "surrogateescape"))
        sweep(folder, at_start=True)
        # What goes on just now is noted too: its note goes with it.
        if not any(one.name.startswith(".secondop-work-") for one in folder.iterdir()):
            note.unlink()
