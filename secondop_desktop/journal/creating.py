"""Making a new journal file."""

import os
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.cipher import Key
from secondop_desktop.journal.storage.disk import why
from secondop_desktop.journal.storage.engine import make_engine, translate_errors
from secondop_desktop.journal.storage.hot_journals import settle_alone
from secondop_desktop.journal.storage.keys import HeldFile
from secondop_desktop.journal.storage.private_files import create_private, work_folder
from secondop_desktop.journal.storage.schema import migrate
from secondop_desktop.lang import _


def make(path: Path, key: Key | None = None) -> None:
    """Build the file under another name and rename it, so that a half-made one never shows.

    Raises UserError when that cannot be done, and leaves nothing behind.
    """
    try:
        with work_folder(path.parent) as work:
            fresh = work / "new.secondop"
            with translate_errors(path):
                fill(fresh, key)
            settle_alone(fresh, path)
    except OSError as error:
        raise UserError(
            _("{file} could not be made: {why}. Choose another folder.").format(
                file=path.name, why=why(error)
            )
        ) from error


def fill(path: Path, key: Key | None = None) -> None:
    """Make an empty journal where no file is, of the newest schema; with a key an encrypted one."""
    os.close(create_private(path))
    held = HeldFile(path, key)
    engine = make_engine(path)
    try:
        migrate(engine)
    finally:
        engine.dispose()
        held.let_go()
