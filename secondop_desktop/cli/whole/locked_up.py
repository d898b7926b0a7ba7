"""A journal with a passphrase: it is noise without it, and opens with it."""

import shutil
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.protection.strength import strength
from secondop_desktop.journal.protection.unlocking import unlock
from secondop_desktop.journal.storage import keys
from secondop_desktop.journal.storage.header import Locked

_PHRASE = "four quiet words of example"


def a_passphrase(path: Path) -> bool:
    """Set a passphrase on a copy, see it refused without and opened with it."""
    locked = path.with_name("locked.secondop")
    shutil.copyfile(path, locked)
    rekey(locked, fresh_key(_PHRASE))
    keys.forget_all()
    refused = not _opens(locked)
    unlock(locked, _PHRASE)
    told = strength("password").level is not strength(_PHRASE).level
    return refused and _opens(locked) and told


def _opens(path: Path) -> bool:
    try:
        with Journal.open(path, KINDS) as journal:
            return bool(journal.entries("person"))
    except Locked:
        return False
