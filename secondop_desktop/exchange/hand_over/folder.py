"""A folder that is handed over: it is there whole or not at all."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.hand_over.items import Handed, Item, Measured, Unread
from secondop_desktop.exchange.hand_over.listing import LIST, SUMS, listing, sums
from secondop_desktop.exchange.pdf.structure.saving import not_saved
from secondop_desktop.journal.storage import unfinished
from secondop_desktop.journal.storage.private_files import (
    create_private,
    sweep,
    sync_folder,
    work_folder,
    write_private,
)
from secondop_desktop.lang import _

Step = Callable[[], None]


def write_folder(
    target: Path, head: Sequence[str], items: Iterable[Item], step: Step = lambda: None
) -> tuple[list[Handed], list[str]]:
    """Write all items into a new folder; return what was written, and what could not be read.

    Raises UserError where something is there already, or it cannot be written; then nothing is
    left over.
    """
    _check_free(target)
    try:
        with unfinished.noted(target.parent):
            sweep(target.parent)
            with work_folder(target.parent) as aside:
                found = _filled(aside / "whole", items, step)
                write_private(aside / "whole" / LIST, listing(head, *found))
                write_private(aside / "whole" / SUMS, sums(found[0]))
                with suppress(OSError):
                    target.rmdir()  # one that is empty; Windows renames over none
                _settle(aside / "whole", target)
    except Unread:
        raise
    except OSError as problem:
        raise not_saved(target, problem) from problem
    return found


def _check_free(target: Path) -> None:
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        text = _("There is something in “{name}” already. Choose a new folder.")
        raise UserError(text.format(name=target.name))


def _filled(folder: Path, items: Iterable[Item], step: Step) -> tuple[list[Handed], list[str]]:
    folder.mkdir(mode=0o700)
    handed, unread = [], []
    for item in items:
        step()
        path = folder.joinpath(*item.place.split("/"))
        _make_way(folder, path.parent)
        try:
            handed.append(_written(path, item))
        except Unread:
            path.unlink(missing_ok=True)
            unread.append(item.place)
    return handed, unread


def _make_way(folder: Path, place: Path) -> None:
    """Make the folders that lead to a place, each for its owner alone."""
    for one in reversed([place, *place.parents]):
        if one.is_relative_to(folder):
            one.mkdir(mode=0o700, exist_ok=True)


def _written(path: Path, item: Item) -> Handed:
    with os.fdopen(create_private(path), "wb") as file:
        measured = Measured(file)
        item.write(cast(BinaryIO, measured))
        file.flush()
        os.fsync(file.fileno())
    return measured.handed(item)


def _settle(fresh: Path, target: Path) -> None:
    """Bring a finished folder to its place so that a stick pulled out too early has all or none."""
    for folder in (*(one for one in fresh.rglob("*") if one.is_dir()), fresh):
        sync_folder(folder)
    fresh.rename(target)
    sync_folder(target.parent)
