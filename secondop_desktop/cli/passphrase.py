"""Where a passphrase comes from: a file or the environment, and never an argument."""

import os
import unicodedata
from argparse import Namespace
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.journal.storage.header import MAGIC
from secondop_desktop.journal.storage.private_files import open_regular, read_regular
from secondop_desktop.lang import _

VARIABLE = "SECONDOP_PASSPHRASE"


def given(args: Namespace) -> str:
    """Return the passphrase that was given (in NFC), or an empty text."""
    file = getattr(args, "passphrase_file", None)
    text = first_line(file) if file else os.environ.get(VARIABLE, "")
    return unicodedata.normalize("NFC", text)


def key_for(journal: Path, args: Namespace) -> str:
    """Return the key a journal needs: none for an ordinary one, whatever was given."""
    try:
        with open_regular(journal) as file:
            ordinary = file.read(len(MAGIC)) == MAGIC
    except OSError:
        ordinary = True
    return "" if ordinary else given(args)


def first_line(file: Path) -> str:
    """Return the first line of a file that holds a secret; raises UserError without one."""
    try:
        lines = read_regular(file).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        lines = []
    if not lines or not lines[0]:
        raise UserError(
            _("{file} holds no password. Put it into the first line, as text in UTF-8.").format(
                file=file.name
            )
        )
    return lines[0]
