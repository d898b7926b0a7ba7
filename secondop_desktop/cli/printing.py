"""The summary PDF from the command line."""

from argparse import Namespace

from secondop_desktop.cli.passphrase import first_line
from secondop_desktop.cli.person_option import only_person
from secondop_desktop.cli.selection import Selection, private_said
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext


def write_pdf(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write the summary of one person; return what is to be said about it."""
    from secondop_desktop.summary import story
    from secondop_desktop.summary.choices import Choices
    from secondop_desktop.summary.locked import locked

    choices = Choices(
        selection.person or only_person(journal),
        selection.case,
        sections=args.sections or None,
        leave_out=selection.left_out,
        private=selection.private,
        large_print=args.large_print,
        page_one=not args.without_page_one,
    )
    if args.pdf_password_file is None:
        made = story.write(journal, choices, args.to)
    else:
        data, made = story.preview(journal, choices)
        write_whole(args.to, locked(data, first_line(args.pdf_password_file)))
    said = _("Some characters cannot be printed, so their names are shown instead.")
    left_out = private_said(len(made.held_back)) + _begun_said(len(made.begun))
    return left_out + ([said] if made.missing else [])


def _begun_said(count: int) -> list[str]:
    """Say how many drafts were left out, if any."""
    text = ngettext(
        "{count} draft was left out; it is not finished yet.",
        "{count} drafts were left out; they are not finished yet.",
        count,
    )
    return [text.format(count=count)] if count else []
