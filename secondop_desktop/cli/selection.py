"""Which entries an export takes, as the command line says it."""

from argparse import Namespace

from secondop_desktop.cli.person_option import chosen_case, chosen_person
from secondop_desktop.exchange.outgoing.chosen import Selection
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import ngettext


def asked(journal: Journal, args: Namespace) -> Selection:
    """Read it from the command line; raises UserError for ids that are not there."""
    for entry in args.leave_out:
        journal.kind_of(entry)
    return Selection(
        chosen_person(journal, args.person),
        chosen_case(journal, args.case),
        frozenset(args.leave_out),
        args.with_private,
    )


def private_said(count: int) -> list[str]:
    """Say how many private entries were left out, if any."""
    text = ngettext(
        "{count} private entry was left out; --with-private puts it in.",
        "{count} private entries were left out; --with-private puts them in.",
        count,
    )
    return [text.format(count=count)] if count else []
