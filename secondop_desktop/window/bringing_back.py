"""An archive becomes a journal of its own again, in a new file."""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kinds

Step = Callable[[str, int, int], None]


def brought_back(archive: Path, target: Path, kinds: Kinds, password: str, step: Step) -> Path:
    """Make a journal of an archive; where it cannot be, nothing is left, and why is raised."""
    from secondop_desktop.exchange.archive.opening import open_archive
    from secondop_desktop.exchange.archive.restoring import restore

    with closing(open_archive(archive, archive.name, password, step)) as opened:
        target.parent.mkdir(parents=True, exist_ok=True)
        with Journal.create(target, kinds) as journal:
            try:
                restore(journal, opened, step)
            except BaseException:
                journal.close()
                with suppress(OSError):
                    target.unlink()
                raise
    return target


def is_archive(path: Path) -> bool:
    """Tell whether a file is an archive of a journal."""
    from secondop_desktop.exchange.archive import recognising

    return recognising.is_archive(path)
