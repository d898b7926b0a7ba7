"""Where a passphrase comes from: a file, the environment or a terminal, and never an argument."""

import os
import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path

from secondop_desktop.cli.secret_file import first_line
from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import normal
from secondop_desktop.journal.storage.header import Locked, is_encrypted, needs_passphrase
from secondop_desktop.lang import _

VARIABLE = "SECONDOP_PASSPHRASE"
NEW_VARIABLE = "SECONDOP_NEW_PASSPHRASE"
_TRIES = 3
"""How often a terminal is asked; each try takes the time of deriving a key."""


def given(args: Namespace) -> str:
    """Return the passphrase that was given (in NFC), or an empty text.

    It is kept with the arguments: stdin and pipes give it only once.
    """
    if "passphrase" not in args:
        args.passphrase = _given(getattr(args, "passphrase_file", None), VARIABLE)
    found: str = args.passphrase
    return found


def given_anew(args: Namespace) -> str:
    """Return the new passphrase that was given beside the one so far, or an empty text."""
    return _given(args.new_passphrase_file, NEW_VARIABLE)


def _given(file: Path | None, variable: str) -> str:
    return normal(first_line(file) if file else os.environ.get(variable, ""))


def let_open(journal: Path, args: Namespace) -> None:
    """Let the program open a journal that has a passphrase; nothing for an ordinary one.

    Raises UserError where none is given and nobody can be asked, or where it does not fit.
    """
    if not is_encrypted(journal):
        return
    if typed := given(args):
        _unlock(journal, typed)
    elif can_ask():
        _ask_until_right(journal)
    else:
        raise needs_passphrase_here(journal)


def let_open_if_given(journal: Path, args: Namespace) -> None:
    """Let the program open a journal where its passphrase was given; asks and raises nothing."""
    try:
        if (typed := given(args)) and is_encrypted(journal):
            _unlock(journal, typed)
    except UserError:
        return


def _unlock(journal: Path, typed: str) -> None:
    """Try a passphrase; most journals have none, and need nothing of what this imports."""
    from secondop_desktop.journal.protection.unlocking import unlock

    unlock(journal, typed)


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


def needs_passphrase_here(journal: Path) -> UserError:
    """Say how a command is given what it needs to open a journal."""
    how = _("Name a file that holds it with --passphrase-file, or set {variable}.")
    return UserError(f"{needs_passphrase(journal.name)} {how.format(variable=VARIABLE)}")


def say_leaves(journal: Journal, target: Path) -> None:
    """Say of what was written that the passphrase of its journal does not cover it."""
    if journal.encrypted:
        text = _(
            "The passphrase of the journal does not protect {file}: whoever has it can read it."
        )
        print(f"secondop: {text.format(file=target.name)}", file=sys.stderr)


def _ask_until_right(journal: Path) -> None:
    for tries_left in reversed(range(_TRIES)):
        try:
            _unlock(journal, ask(_("Passphrase of {file}: ").format(file=journal.name)))
        except Locked as problem:
            if not tries_left:
                raise
            print(f"secondop: {problem}", file=sys.stderr)
        else:
            return


def ask(words: str) -> str:
    """Ask at the terminal for something that is not shown; raises UserError where that ends."""
    try:
        return getpass(words)
    except EOFError:
        raise UserError(_("No passphrase was typed. Nothing was changed.")) from None


def ask_anew() -> str:
    """Ask at the terminal for a new passphrase, twice; raises UserError where the two differ."""
    first = ask(_("New passphrase: "))
    if first != ask(_("The same again: ")):
        raise UserError(_("The two passphrases differ. Nothing was changed."))
    return first
