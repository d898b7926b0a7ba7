"""The files below a folder: links are not followed."""

import os
from collections.abc import Iterator
from pathlib import Path

from secondop_desktop.exchange.containers.limits import Budget
from secondop_desktop.exchange.containers.sorting import is_noise


def files_below(folder: Path, budget: Budget) -> list[Path]:
    """Return the files below a folder in the order of their names.

    Raises UserError for more files than anybody can look through.
    """
    return list(_files(folder, budget))


def is_disc(folder: Path) -> bool:
    """Tell whether a folder is an imaging disc, which is kept whole (DICOM PS3.10: DICOMDIR)."""
    places = [folder, *(one for one in folder.iterdir() if one.is_dir())]
    return any(one.name.upper() == "DICOMDIR" for place in places for one in place.iterdir())


def _files(folder: Path, budget: Budget) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith((".", "__MACOSX")))
        for name in sorted(names):
            path = Path(place, name)
            if path.is_file() and not path.is_symlink() and not is_noise(name):
                budget.file()
                yield path
