"""Finding the command that was asked for, and running it.

Only the room of that command is imported: all of them take longer than most commands need.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from importlib import import_module

from secondop_desktop.cli.command import Command, InLines, path
from secondop_desktop.cli.command_words import ROOMS, WORDS
from secondop_desktop.cli.failing import guarded
from secondop_desktop.lang import _


def prepared(argv: Sequence[str]) -> Callable[[], int]:
    """Return the command in the first word, ready to run; it returns its exit code.

    A part that a packaged build lost is told when it is run. Raises SystemExit on usage.
    """
    try:
        command = command_of(argv[0])
    except (ImportError, OSError) as problem:
        lost = problem  # the name of an exception ends with its block
        return lambda: guarded(lambda: _stopped_by(lost), debug="--debug" in argv)
    args = parser_for(command).parse_intermixed_args(argv[1:])
    return lambda: guarded(lambda: command.run(args), debug=args.debug)


def _stopped_by(problem: Exception) -> int:
    raise problem


def command_of(word: str) -> Command:
    """Return the command of a word, which must be one of ``WORDS``."""
    commands: Sequence[Command] = import_module(f"secondop_desktop.cli.{ROOMS[word]}").COMMANDS
    return next(one for one in commands if one.word == word)


def parser_for(command: Command) -> ArgumentParser:
    """Return the parser of one command, with the options that all have."""
    said = _(WORDS[command.word])
    parser = ArgumentParser(
        prog=f"secondop {command.word}",
        description=f"{said[:1].upper()}{said[1:]}.",
        formatter_class=InLines,
        allow_abbrev=False,
    )
    command.arguments(parser)
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=path,
        help=_(
            "the file whose first line is the passphrase (- for stdin); else SECONDOP_PASSPHRASE, "
            "else it is asked for"
        ),
    )
    parser.add_argument(
        "--debug", action="store_true", help=_("say where a fault of the program happened")
    )
    return parser
