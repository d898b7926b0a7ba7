"""How commands are told which kind of entry, or which entry, they are about."""

from argparse import ArgumentParser

from secondop_desktop.catalogue import KINDS
from secondop_desktop.lang import _


def kind_argument(parser: ArgumentParser) -> None:
    """Let a command name a kind of entry."""
    parser.add_argument(
        "kind", metavar="KIND", choices=list(KINDS), help=_("one of: ") + ", ".join(KINDS)
    )


def id_argument(parser: ArgumentParser) -> None:
    """Let a command name one entry."""
    parser.add_argument("id", metavar="ID", help=_("the entry's id"))
