"""The command that sets, changes and removes a passphrase, and prints the recovery sheet."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli.command import Command, journal_argument
from secondop_desktop.cli.passphrase import (
    NEW_VARIABLE,
    VARIABLE,
    ask_anew,
    can_ask,
    given,
    given_anew,
    let_open,
)
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.pages.recovery_sheet import recovery_sheet
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection import old_copies
from secondop_desktop.journal.protection.passphrases import check_choice, fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.journal.protection.sheet import sheet_of
from secondop_desktop.journal.protection.strength import Level, strength
from secondop_desktop.journal.storage.header import is_encrypted
from secondop_desktop.journal.values.clock import local_now
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext

SET, CHANGE, REMOVE, SHEET = "set", "change", "remove", "sheet"
RENEW, DELETE, KEEP = "renew", "delete", "keep"


def _arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument("what", choices=(SET, CHANGE, REMOVE, SHEET), help=_("what to do with it"))
    parser.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        type=Path,
        help=_("for “change”: the first line is the new one; else {variable}").format(
            variable=NEW_VARIABLE
        ),
    )
    parser.add_argument(
        "--to",
        metavar="FILE",
        type=Path,
        help=_("for “sheet”: the PDF that opens the journal where the passphrase was forgotten"),
    )
    parser.add_argument(
        "--keep-before",
        action="store_true",
        help=_("keep the journal as it is now as a safe copy, under the passphrase it has now"),
    )
    parser.add_argument(
        "--old-copies",
        choices=(RENEW, DELETE, KEEP),
        help=_("what becomes of safe copies made before: put them under the new passphrase too"),
    )


def _run(args: Namespace) -> int:
    path: Path = args.journal
    _check_asked(path, args.what)
    if args.what == SHEET:
        return _write_sheet(args)
    key = fresh_key(_chosen(args)) if args.what == SET else None
    if args.what != SET:
        let_open(path, args)
    if args.what == CHANGE:
        key = fresh_key(_chosen_anew(args))
    done = rekey(path, key, keep_before=args.keep_before)
    print(_done(args.what))
    before = old_copies.unlike(path)
    _copy_anew(path)
    _settle([one for one in before if one != done.kept], args)
    return 0


def _copy_anew(path: Path) -> None:
    """Make the first safe copy under the new passphrase, and say why there is none."""
    try:
        with Journal.look(path, KINDS) as journal:
            journal.backup()
    except UserError as problem:
        print(f"secondop: {problem}", file=sys.stderr)


def _write_sheet(args: Namespace) -> int:
    if args.to is None:
        raise UserError(_("Name the PDF to write with --to."))
    let_open(args.journal, args)
    made = PartialDate.of(local_now().date()).words()
    write_whole(args.to, recovery_sheet(sheet_of(args.journal), args.journal.stem, made))
    print(_("Whoever has this page can read the whole journal."))
    return 0


def _weighed(text: str) -> str:
    """Return a new passphrase, and say of a weak one that it is; raises UserError for none."""
    check_choice(text)
    found = strength(text)
    if Level.NONE < found.level <= Level.FAIR:
        print(f"secondop: {found.words}", file=sys.stderr)
    return text


def _asked_for() -> str:
    """Ask at the terminal for a new passphrase, and once more about one that is easy to guess."""
    typed = _weighed(ask_anew())
    if strength(typed).level == Level.EASY and not _wants_weak():
        raise UserError(_("Nothing was changed. Choose another passphrase, and try again."))
    return typed


def _wants_weak() -> bool:
    """Ask whether a passphrase that is easy to guess is wanted all the same."""
    found = input(_("Use this passphrase all the same? Type yes or no: ")).strip().lower()
    return bool(found) and _("yes").startswith(found)


def _check_asked(path: Path, what: str) -> None:
    encrypted = is_encrypted(path)
    if what == SET and encrypted:
        raise UserError(
            _("{file} has a passphrase already. Use “change”, or “remove”.").format(file=path.name)
        )
    if what != SET and not encrypted:
        raise UserError(_("{file} has no passphrase. Use “set”.").format(file=path.name))


def _chosen(args: Namespace) -> str:
    text = given(args)
    return _weighed(text) if text else _asked(VARIABLE, "--passphrase-file")


def _chosen_anew(args: Namespace) -> str:
    text = given_anew(args)
    return _weighed(text) if text else _asked(NEW_VARIABLE, "--new-passphrase-file")


def _asked(variable: str, option: str) -> str:
    if can_ask():
        return _asked_for()
    raise UserError(
        _(
            "There is no new passphrase. Name a file that holds it with {option}, or set "
            "{variable}."
        ).format(option=option, variable=variable)
    )


def _done(what: str) -> str:
    if what == REMOVE:
        return _("The journal has no passphrase any more: whoever has the file can read it.")
    return _(
        "The journal opens with the new passphrase only. Without it, and without a recovery sheet, "
        "nobody can open it: not you, not us."
    )


def _settle(before: Sequence[Path], args: Namespace) -> None:
    """Do with the copies made before what was asked for; they are never forgotten."""
    wanted = args.old_copies or (_ask_about(before) if before and can_ask() else KEEP)
    if wanted == KEEP:
        _say_kept(before)
        return
    settled = (
        old_copies.renew(before, args.journal) if wanted == RENEW else old_copies.delete(before)
    )
    _say_kept(settled.left)


def _ask_about(before: Sequence[Path]) -> str:
    print(_still(before))
    question = _("Give them the passphrase of the journal (renew), delete them, or keep them? ")
    found = input(question).strip().lower()
    return next((one for one in (RENEW, DELETE) if found and one.startswith(found)), KEEP)


def _say_kept(left: Sequence[Path]) -> None:
    if left:
        print(_still(left), file=sys.stderr)
        for copy in left:
            print(f"  {copy}", file=sys.stderr)


def _still(left: Sequence[Path]) -> str:
    anybody = len(old_copies.plain(left))
    if anybody:
        text = ngettext(
            "{count} safe copy made before has no passphrase: whoever has it can read it.",
            "{count} safe copies made before have no passphrase: whoever has them can read them.",
            anybody,
        )
        return text.format(count=anybody)
    text = ngettext(
        "{count} safe copy made before still opens with its own passphrase only.",
        "{count} safe copies made before still open with their own passphrase only.",
        len(left),
    )
    return text.format(count=len(left))


COMMANDS = (Command("passphrase", _arguments, _run),)
