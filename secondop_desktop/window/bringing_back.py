"""An archive becomes a journal of its own again, in a new file."""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kinds
from secondop_desktop.lang import _
from secondop_desktop.widgets.dialogs.messages import confirm

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


def names_archive(path: Path) -> bool:
    """Tell whether a file is a zip that holds a journal."""
    return path.suffix.lower() == ".zip" and is_archive(path)


def wants_back(window: QWidget, archive: Path) -> bool:
    """Ask whether a journal is to be made of an archive, in place of the one that is open."""
    title = _("Make a journal of this archive?")
    text = _(
        "“{file}” is an archive of a journal. A new journal is made of it and opened. The archive "
        "stays as it is, and so does the journal that is open now."
    )
    said = text.format(file=archive.name)
    return confirm(window, title, said, _("Make a journal"), _("Leave it"))
