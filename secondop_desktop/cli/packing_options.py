"""The options of a pack: which records, and how they go in."""

from argparse import ArgumentParser
from pathlib import Path

from secondop_desktop.lang import _


def pack_options(parser: ArgumentParser) -> None:
    """Add what a pack asks for."""
    parser.add_argument(
        "--records",
        metavar="ID,ID",
        type=listed,
        help=_(
            "the records of a pack, by id, in the order in which they go in; else those that are "
            "ticked for the second doctor"
        ),
    )
    parser.add_argument(
        "--files-inside",
        action="store_true",
        help=_("put files that cannot be shown on paper into the pack as they are"),
    )
    parser.add_argument(
        "--one-file",
        action="store_true",
        help=_("a pack of more than 500 pages or 100 MB in one file too, not in parts"),
    )


def hand_over_options(parser: ArgumentParser) -> None:
    """Add what a folder or a zip to hand over asks for."""
    parser.add_argument(
        "--disc",
        metavar="FOLDER",
        type=Path,
        action="append",
        default=[],
        help=_("also hand over a disc of pictures, or its copy in a folder, exactly as it is"),
    )
    parser.add_argument(
        "--zip-password-file",
        metavar="F",
        type=Path,
        help=_("a file whose first line is the password of a zip to hand over, or of an archive"),
    )


def listed(text: str) -> tuple[str, ...]:
    """Return the parts of a text between commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())
