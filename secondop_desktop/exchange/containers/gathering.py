"""All files that were given, with those that lie in a folder or a zip among them."""

import weakref
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.containers.folder_files import files_below
from secondop_desktop.exchange.containers.limits import Budget
from secondop_desktop.exchange.containers.sorting import only_helps
from secondop_desktop.exchange.containers.zip_files import is_plain_zip, unpack
from secondop_desktop.exchange.imaging.disc_files import is_disc
from secondop_desktop.exchange.progress import Step, silent, stage
from secondop_desktop.exchange.read_entries import Skipped
from secondop_desktop.exchange.source_files.any_file import shown_name
from secondop_desktop.journal.storage.unfinished import passing_folder
from secondop_desktop.lang import _, ngettext


@dataclass(frozen=True)
class Gathered:
    """The files to read, what was left out, and what keeps the unpacked ones until it goes."""

    paths: tuple[Path, ...]
    left_out: tuple[Skipped, ...] = ()
    holder: "Holder | None" = None

    def let_go(self) -> None:
        """Take away what was unpacked, where no plan will need it."""
        if self.holder is not None:
            self.holder.end()


class Holder:
    """Keeps a private folder until nothing needs the files in it any more."""

    def __init__(self) -> None:
        stack = ExitStack()
        self.folder = stack.enter_context(passing_folder())
        self.end = weakref.finalize(self, stack.close)


def gather(paths: Sequence[Path], step: Step = silent) -> Gathered:
    """Open the folders and zips among the paths given; all others stay as they are.

    One that holds nothing, is not whole, or holds more than is safe is left out by name; where it
    is all that was given, UserError is raised. ``step`` hears how far the unpacking is; what it
    raises leaves nothing behind.
    """
    sorts = [_sort(path) for path in paths]
    if set(sorts) <= {_FILE}:
        return Gathered(tuple(paths))
    gathering = _Gathering(step)
    try:
        for path, sort in zip(paths, sorts, strict=True):
            gathering.add_or_leave(path, sort, alone=len(paths) == 1)
    except BaseException:
        gathering.done().let_go()
        raise
    return gathering.done()


_FILE, _FOLDER, _ZIP = "file", "folder", "zip"


def _sort(path: Path) -> str:
    """Tell whether a path is a folder or a zip of files that are read one by one, or one thing."""
    if path.is_dir():
        return _FILE if is_disc(path) else _FOLDER
    return _ZIP if is_plain_zip(path) and not is_disc(path) else _FILE


class _Gathering:
    def __init__(self, step: Step) -> None:
        self._step = step
        self._holder: Holder | None = None
        self._found: list[Path] = []
        self._left_out: list[Skipped] = []

    def add(self, path: Path, sort: str) -> None:
        """Take in a file, or all that lies in a folder or a zip."""
        if sort == _FOLDER:
            self._folder(path)
        elif sort == _ZIP:
            self._some(self._unpacked(path), shown_name(path))
        else:
            self._found.append(path)

    def add_or_leave(self, path: Path, sort: str, *, alone: bool) -> None:
        """Take in a path; name a folder or zip that cannot be opened, where others come in."""
        try:
            self.add(path, sort)
        except UserError as why:
            if alone:
                raise
            self._left_out.append(Skipped(shown_name(path), str(why)))

    def _folder(self, path: Path) -> None:
        name = shown_name(path)
        found: list[Path] = []
        for one in files_below(path, Budget(name, 0)):
            found += self._unpacked(one) if _sort(one) == _ZIP else [one]
        self._some(found, name)

    def _unpacked(self, path: Path) -> list[Path]:
        if self._holder is None:
            self._holder = Holder()
        name = shown_name(path)
        told = stage(self._step, _("Unpacking {name}").format(name=name))
        budget = Budget(name, path.stat().st_size, told)
        found, left_out = unpack(path, name, self._holder.folder, budget)
        self._left_out += left_out
        return found

    def _some(self, found: Sequence[Path], name: str) -> None:
        """Take in what a folder or zip holds, but for what only helps to show the rest."""
        beside = any(one.suffix.lower() == ".xml" for one in found)
        kept = [one for one in found if not only_helps(one.name, beside)]
        helps = [one.name for one in found if only_helps(one.name, beside)]
        if not kept and not helps and self._left_out:
            raise UserError(f"{self._left_out[0].where}: {self._left_out[0].why}")
        if not kept:
            said = _("There is nothing in {name} that can be brought in.")
            raise UserError(said.format(name=name))
        if helps:
            why = ngettext(
                "{count} file only helps a computer to show the others: {names}.",
                "{count} files only help a computer to show the others: {names}.",
                len(helps),
            ).format(count=len(helps), names=", ".join(sorted(helps)[:6]))
            self._left_out.append(Skipped(name, why))
        self._found += kept

    def done(self) -> Gathered:
        """Return all files, each once."""
        paths = tuple(dict.fromkeys(self._found))
        return Gathered(paths, tuple(self._left_out), self._holder)
