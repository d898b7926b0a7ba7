"""Handing records over from the command line: a folder or a zip, and a note of who got it."""

from argparse import Namespace

from secondop_desktop.cli.giving import noted_said
from secondop_desktop.cli.packing import pack_of, pack_said
from secondop_desktop.cli.secret_file import first_line
from secondop_desktop.exchange.outgoing.chosen import Selection
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _


def write_hand_over(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write what is handed over, note who got it, and return what is to be said about it."""
    from secondop_desktop.summary.hand_over.bundle import hand_over
    from secondop_desktop.summary.hand_over.written_down import what_was_given, write_down

    pack = pack_of(journal, selection, args)
    password = first_line(args.zip_password_file) if args.zip_password_file else ""
    done = hand_over(pack, args.to, password=password, discs=args.disc)
    given = [one.row.id for one in (*pack.records, *pack.left)]
    what = what_was_given(args.to.name, sum(done.made.pages))
    noted = write_down(journal, pack.rows, given, what)
    unread = _("{name} could not be read, so it is missing.")
    said = [unread.format(name=name) for name in done.unread]
    return [*said, _noted_said(pack.rows.reader.name, noted), *pack_said(done.made)]


def _noted_said(name: str, noted: str | None) -> str:
    if noted is None:
        return _("Nobody in the journal is named with --for, so who got it was not written down.")
    return noted_said(name, noted)
