"""What a passphrase may be, and the keys that are made of it."""

import os
import re
import unicodedata

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.cipher import SALT, Key, derive
from secondop_desktop.lang import _
from secondop_desktop.patterns import pattern

_RAW_KEY = pattern(r"x'([0-9a-f]{2})*'", re.IGNORECASE)
"""SQLCipher takes a text of this form for a key that needs no deriving, not for a passphrase."""


def normal(text: str) -> str:
    """Return a passphrase as it is used: an accent is one letter or two by keyboard and system."""
    return unicodedata.normalize("NFC", text)


def spellings(text: str) -> list[str]:
    """Return a passphrase as it may have been set: as we do, or as another program took it."""
    return list(dict.fromkeys((normal(text), text)))


def check_choice(text: str) -> str:
    """Return a new passphrase as it is used; raises UserError for one that cannot be one."""
    chosen = normal(text)
    if not chosen.strip():
        raise UserError(_("Type a passphrase of at least a few words."))
    if _RAW_KEY.fullmatch(chosen):
        raise UserError(
            _("A passphrase cannot be written as x'…': other programs read that as a bare key.")
        )
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in chosen):
        raise UserError(_("A passphrase is one line of letters, digits, spaces and signs."))
    return chosen


def fresh_key(text: str) -> Key:
    """Derive the key of a new file, with a salt of its own; raises UserError like the check."""
    return derive(check_choice(text), os.urandom(SALT))
