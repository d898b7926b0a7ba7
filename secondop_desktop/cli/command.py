"""One command: its word, its arguments, and what it does."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from secondop_desktop.lang import _


@dataclass(frozen=True)
class Command:
    """A command of the command line; ``run`` returns the exit code."""

    word: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def journal_argument(parser: ArgumentParser) -> None:
    """Let a command name the journal it works on."""
    parser.add_argument("journal", metavar="JOURNAL", type=Path, help=_("the journal's file"))


def json_option(parser: ArgumentParser) -> None:
    """Let a command answer with one JSON document."""
    parser.add_argument("--json", action="store_true", help=_("answer with one JSON document"))


def person_option(parser: ArgumentParser) -> None:
    """Let a command keep to one person."""
    parser.add_argument("--person", metavar="ID", default="", help=_("the id of the person"))
