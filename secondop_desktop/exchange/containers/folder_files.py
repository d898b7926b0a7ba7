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


def _files(folder: Path, budget: Budget) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith((".", "__MACOSX")))
        for name in sorted(names):
            path = Path(place, name)
            if path.is_file() and not path.is_symlink() and not is_noise(name):
                budget.file()
                yield path
