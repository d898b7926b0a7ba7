"""Opening the journal a command names."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli.passphrase import let_open
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _


@contextmanager
def writing(args: Namespace) -> Iterator[Journal]:
    """Open ``args.journal`` for this program alone, to change it."""
    path: Path = args.journal
    let_open(path, args)
    with Journal.open(path, KINDS) as journal:
        _warn_elsewhere(journal)
        yield journal


@contextmanager
def reading(args: Namespace) -> Iterator[Journal]:
    """Open ``args.journal`` to read it; where nothing can be written, it is only looked at."""
    path: Path = args.journal
    let_open(path, args)
    opened = Journal.open if _writable(path) else Journal.look
    with opened(path, KINDS) as journal:
        yield journal


def _writable(path: Path) -> bool:
    return all(os.access(place, os.W_OK) for place in (path, path.resolve().parent))


def _warn_elsewhere(journal: Journal) -> None:
    if journal.elsewhere:
        print(
            _("secondop: {file} seems to be open on the computer {computer} too.").format(
                file=journal.path.name, computer=journal.elsewhere
            ),
            file=sys.stderr,
        )
