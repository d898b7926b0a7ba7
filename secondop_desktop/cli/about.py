"""What is said without a command: the commands, the version, or that there is none so called."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence

from secondop_desktop import __version__
from secondop_desktop.cli.command import InLines
from secondop_desktop.cli.command_words import WORDS
from secondop_desktop.lang import _


class _AsWritten(InLines, RawDescriptionHelpFormatter):
    """Keeps the lines of the list of commands."""


def tell(argv: Sequence[str]) -> int:
    """Tell about the program; always ends by SystemExit, with 2 for a word that is no command."""
    parser = ArgumentParser(
        prog="secondop",
        usage=_("secondop [JOURNAL]\n       secondop COMMAND …"),
        description=_described(),
        formatter_class=_AsWritten,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"secondop {__version__}")
    parser.add_argument("word", metavar="COMMAND", nargs="?", help=_("one of the commands above"))
    args = parser.parse_args(argv[:1])
    parser.error(_("there is no command and no file called {word}").format(word=args.word))


def _described() -> str:
    width = max(map(len, WORDS))
    lines = ["  ".join(["", word.ljust(width), _(said)]) for word, said in WORDS.items()]
    head = _("Without a command the window opens, on the last journal if none is named.")
    tail = _("secondop COMMAND --help explains one command.")
    return "\n".join([head, "", *lines, "", tail])
