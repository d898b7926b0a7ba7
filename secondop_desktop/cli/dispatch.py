"""Finding the command that was asked for, and running it."""

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from pathlib import Path

from secondop_desktop import __version__
from secondop_desktop.cli import (
    changes,
    comparing,
    entries,
    exporting,
    files,
    importing,
    making,
    protecting,
    safety,
    search_commands,
    self_test,
    showing,
)
from secondop_desktop.cli.command import Command
from secondop_desktop.cli.command_words import WORDS
from secondop_desktop.cli.failing import guarded
from secondop_desktop.lang import _

_GROUPS = (making, entries, showing, changes, search_commands, comparing, files)
_LATER_GROUPS = (importing, exporting, safety, protecting, self_test)

COMMANDS: Mapping[str, Command] = {
    command.word: command for group in (*_GROUPS, *_LATER_GROUPS) for command in group.COMMANDS
}


def run(argv: Sequence[str]) -> int:
    """Run the command in the first word; returns its exit code, raises SystemExit on usage."""
    command = COMMANDS.get(argv[0])
    if command is None:
        return _about_all(argv)
    args = parser_for(command).parse_intermixed_args(argv[1:])
    return guarded(lambda: command.run(args), debug=args.debug)


def parser_for(command: Command) -> ArgumentParser:
    """Return the parser of one command, with the options that all have."""
    said = _(WORDS[command.word])
    parser = ArgumentParser(
        prog=f"secondop {command.word}",
        description=f"{said[:1].upper()}{said[1:]}.",
        allow_abbrev=False,
    )
    command.arguments(parser)
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        help=_(
            "the file whose first line is the passphrase (- for stdin); else SECONDOP_PASSPHRASE, "
            "else it is asked for"
        ),
    )
    parser.add_argument(
        "--debug", action="store_true", help=_("say where a fault of the program happened")
    )
    return parser


def _about_all(argv: Sequence[str]) -> int:
    parser = ArgumentParser(
        prog="secondop",
        usage=_("secondop [JOURNAL]\n       secondop COMMAND …"),
        description=_described(),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"secondop {__version__}")
    parser.add_argument("word", metavar="COMMAND", nargs="?", help=_("one of the commands above"))
    args: Namespace = parser.parse_args(argv[:1])
    parser.error(_("there is no command and no file called {word}").format(word=args.word))


def _described() -> str:
    width = max(map(len, WORDS))
    lines = ["  ".join(["", word.ljust(width), _(said)]) for word, said in WORDS.items()]
    head = _("Without a command the window opens, on the last journal if none is named.")
    tail = _("secondop COMMAND --help explains one command.")
    return "\n".join([head, "", *lines, "", tail])
