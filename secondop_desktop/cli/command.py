"""One command: its word, its arguments, and what it does.

It is imported by every command, also by those that answer before ``typing`` and ``pathlib``
would have been loaded.
"""

import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Callable

from secondop_desktop.lang import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


class Command:
    """A command of the command line; ``run`` returns the exit code."""

    __slots__ = ("arguments", "run", "word")

    def __init__(
        self,
        word: str,
        arguments: Callable[[ArgumentParser], None],
        run: Callable[[Namespace], int],
    ) -> None:
        self.word, self.arguments, self.run = word, arguments, run


class InLines(HelpFormatter):
    """Breaks help into lines; argparse would load what packs archives to ask how long they are."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL
    except (AttributeError, ValueError, OSError):  # of what is no terminal
        return _USUAL


_USUAL = 80


def path(text: str) -> "Path":
    """Take an argument as the path of a file."""
    from pathlib import Path

    return Path(text)


def journal_argument(parser: ArgumentParser) -> None:
    """Let a command name the journal it works on."""
    parser.add_argument("journal", metavar="JOURNAL", type=path, help=_("the journal's file"))


def json_option(parser: ArgumentParser) -> None:
    """Let a command answer with one JSON document."""
    parser.add_argument("--json", action="store_true", help=_("answer with one JSON document"))


def person_option(parser: ArgumentParser) -> None:
    """Let a command keep to one person."""
    parser.add_argument("--person", metavar="ID", default="", help=_("the id of the person"))
