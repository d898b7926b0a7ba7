"""Commands that make a journal: new, sample."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli import passphrase
from secondop_desktop.cli.command import Command, journal_argument
from secondop_desktop.cli.entry_input import ready, words_kept
from secondop_desktop.cli.free_place import check_free
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.protection.passphrases import fresh_key
from secondop_desktop.journal.protection.rekeying import rekey
from secondop_desktop.lang import _


def _new_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument("--person", metavar="NAME", help=_("who the journal is about"))


def _new(args: Namespace) -> int:
    path: Path = args.journal
    check_free(path)
    key = fresh_key(secret) if (secret := passphrase.given(args)) else None
    told = args.person is not None
    person = ready(KINDS["person"], {"name": words_kept(args.person)}) if told else None
    with Journal.create(path, KINDS, key) as journal:
        if person is not None:
            _add_first(journal, person)
    return 0


def _add_first(journal: Journal, person: dict[str, object]) -> None:
    """Add the person, or leave no journal behind."""
    try:
        with journal.change(_("Add: {what}").format(what=_(KINDS["person"].label))) as change:
            entry = change.add("person", **person)
    except BaseException:
        journal.path.unlink(missing_ok=True)
        raise
    print(entry)


def _sample_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("out", metavar="OUT", type=Path, help=_("the file to write"))
    parser.add_argument(
        "--scale",
        metavar="N",
        type=_positive,
        default=1,
        help=_("for measuring: so many years of dense records"),
    )


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ArgumentTypeError(_("must be a number of years, such as 20"))
    return int(text)


def _sample(args: Namespace) -> int:
    from secondop_desktop.sample import write_sample

    check_free(args.out)
    key = fresh_key(secret) if (secret := passphrase.given(args)) else None
    write_sample(args.out, scale=args.scale)
    if key:
        rekey(args.out, key)
    return 0


COMMANDS = (
    Command("sample", _sample_arguments, _sample),
    Command("new", _new_arguments, _new),
)
