"""Commands that keep a journal safe: check, backup, copies, restore."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli.command import Command, journal_argument, json_option
from secondop_desktop.cli.open_journal import reading
from secondop_desktop.cli.output import plain, print_json
from secondop_desktop.cli.passphrase import let_open, let_open_if_given
from secondop_desktop.errors import UserError
from secondop_desktop.journal import backup
from secondop_desktop.journal.check import Finding, check
from secondop_desktop.journal.mending.mend import mend
from secondop_desktop.journal.protection.rekeying import restore
from secondop_desktop.journal.storage.disk import DamagedJournal
from secondop_desktop.journal.storage.header import is_encrypted, read_anything
from secondop_desktop.journal.storage.keys import is_ordinary
from secondop_desktop.journal.storage.shared_places import NETWORK, shared_by
from secondop_desktop.lang import _, ngettext


def _check_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    json_option(parser)
    parser.add_argument(
        "--repair",
        action="store_true",
        help=_("save what can be saved; the damaged file is kept"),
    )


def _check(args: Namespace) -> int:
    found = _found(args)
    if found is None or (found and args.repair):
        return _mend(args)
    if args.json:
        print_json({"whole": not found, "findings": [_finding_json(one) for one in found]})
    else:
        _say(found, detailed=args.debug)
    if found:
        raise _damaged(args.journal, len(found))
    return 0


def _found(args: Namespace) -> list[Finding] | None:
    """Check the journal; None for one that is to be mended and cannot even be opened."""
    if args.repair:
        read_anything(args.journal)
        let_open(args.journal, args)
    try:
        with reading(args) as journal:
            return check(journal)
    except UserError:
        if args.repair:
            return None
        raise


def _mend(args: Namespace) -> int:
    mended = mend(args.journal, KINDS)
    if args.json:
        print_json({"mended": list(mended.lines), "kept": str(mended.kept)})
        return 0
    for line in mended.lines:
        print(plain(line))
    print(_("The damaged file is kept in {file}").format(file=mended.kept))
    return 0


def _finding_json(finding: Finding) -> dict[str, object]:
    known = {"kind": finding.kind, "id": finding.id, "detail": finding.detail}
    return {"text": finding.text, **{name: said or None for name, said in known.items()}}


def _say(found: list[Finding], *, detailed: bool) -> None:
    for one in found:
        print(plain(one.text))
        if detailed and one.detail:
            print(plain(one.detail), file=sys.stderr)
    if not found:
        print(_("The journal is whole."))


def _damaged(journal: Path, count: int) -> DamagedJournal:
    text = ngettext(
        "{file} is damaged in {count} place. Open one of its safe copies instead.",
        "{file} is damaged in {count} places. Open one of its safe copies instead.",
        count,
    )
    return DamagedJournal(text.format(file=journal.name, count=count))


def _backup_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument(
        "--to", metavar="DIR", type=Path, help=_("the folder; else one beside the journal")
    )


def _backup(args: Namespace) -> int:
    with reading(args) as journal:
        copy = journal.backup(args.to)
    print(copy)
    if args.to and (service := shared_by(copy)):
        print(f"secondop: {_shared_said(copy.parent, service)}", file=sys.stderr)
    return 0


def _shared_said(folder: Path, service: str) -> str:
    """Say of a folder that other computers reach it too, as the window does of a journal."""
    if service == NETWORK:
        text = _("{folder} is on the network: whoever can open it there has this safe copy too.")
    else:
        text = _(
            "{service} copies {folder} to other computers: whoever can open it there has this "
            "safe copy too."
        )
    return text.format(folder=plain(str(folder)), service=service)


def _copies_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    json_option(parser)
    parser.add_argument(
        "--in",
        dest="folder",
        metavar="DIR",
        type=Path,
        help=_("the folder; else the one beside the journal"),
    )


def _copies(args: Namespace) -> int:
    let_open_if_given(args.journal, args)
    found = backup.copies(args.journal, args.folder)
    if not found and not args.journal.exists():
        raise UserError(
            _("There is no file {file}, and no safe copy of it. Check its name and folder.").format(
                file=args.journal
            )
        )
    if args.json:
        print_json([_copy_told(one) for one in found])
        return 0
    for one in found:
        print(f"{one.made:%Y-%m-%d %H:%M:%S}  {one.path}")
    if not found:
        print(_("There is no safe copy yet."))
    return 0


def _copy_told(one: backup.Copy) -> dict[str, object]:
    return {"file": str(one.path), "made": one.made.isoformat(), "size": one.size}


def _restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("copy", metavar="COPY", type=Path, help=_("the safe copy"))
    parser.add_argument(
        "--to",
        dest="journal",
        metavar="JOURNAL",
        type=Path,
        required=True,
        help=_("the journal to replace; what is there now is kept as a safe copy"),
    )


def _restore(args: Namespace) -> int:
    copy, target = args.copy, args.journal
    if not target.parent.is_dir():
        raise UserError(
            _("There is no folder {folder}. Make it first.").format(folder=target.parent)
        )
    if target.exists() and copy.exists() and target.samefile(copy):
        raise UserError(_("{file} is this copy itself. Name another file.").format(file=target))
    let_open(copy, args)
    let_open_if_given(target, args)
    had = target.exists() and is_encrypted(target)
    kept = restore(copy, target)
    if not backup.is_whole(target):
        text = _("{file} is not all as it was saved. “secondop check” tells what is harmed.")
        print(f"secondop: {text.format(file=copy.name)}", file=sys.stderr)
    if had and is_ordinary(target):
        text = _("{file} has no passphrase any more: the copy had none, and none was given for it.")
        print(f"secondop: {text.format(file=target.name)}", file=sys.stderr)
    if kept:
        print(_("What was there is kept in {file}").format(file=kept))
    return 0


COMMANDS = (
    Command("check", _check_arguments, _check),
    Command("backup", _backup_arguments, _backup),
    Command("copies", _copies_arguments, _copies),
    Command("restore", _restore_arguments, _restore),
)
