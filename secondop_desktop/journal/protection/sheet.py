"""What the recovery sheet of a journal says: its key in letters."""

from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.journal.protection.sheet_code import spell
from secondop_desktop.journal.storage.keys import key_of
from secondop_desktop.lang import _


def sheet_of(journal: Path) -> list[str]:
    """Return the four lines that open a journal; raises UserError for one without a passphrase.

    Its key was given before.
    """
    key = key_of(journal)
    if key is None:
        raise UserError(
            _("{file} has no passphrase, so it needs no recovery sheet.").format(file=journal.name)
        )
    return spell(key.secret)
