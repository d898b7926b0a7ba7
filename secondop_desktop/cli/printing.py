"""The summary PDF from the command line."""

from argparse import Namespace
from pathlib import Path

from secondop_desktop.cli.selection import Selection
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext


def write_pdf(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write the summary of one person; return what is to be said about it."""
    from secondop_desktop.summary import story
    from secondop_desktop.summary.choices import Choices
    from secondop_desktop.summary.locked import locked

    choices = Choices(
        _person(journal, selection),
        selection.case or None,
        sections=args.sections or None,
        leave_out=selection.left_out,
        private=selection.private,
        large_print=args.large_print,
    )
    if args.pdf_password_file is None:
        made = story.write(journal, choices, args.to)
    else:
        data, made = story.preview(journal, choices)
        write_whole(args.to, locked(data, _password(args.pdf_password_file)))
    said = [_("Some letters have no shape in our fonts and stand there by their names.")]
    return _left_out(made.held_back) + (said if made.missing else [])


def _left_out(titles: tuple[str, ...]) -> list[str]:
    text = ngettext(
        "{count} private entry was left out; --with-private puts it in.",
        "{count} private entries were left out; --with-private puts them in.",
        len(titles),
    )
    return [text.format(count=len(titles))] if titles else []


def _person(journal: Journal, selection: Selection) -> str:
    people = journal.entries("person")
    if selection.person:
        return selection.person
    if len(people) == 1:
        return str(people[0].id)
    if not people:
        raise UserError(_("There is nobody in this journal yet. Add a person first."))
    named = ", ".join(f"{row.id} ({row.name})" for row in people)
    raise UserError(_("Say whose summary it is with --person: {people}.").format(people=named))


def _password(path: Path) -> str:
    try:
        password = path.read_text("utf-8").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError):
        password = ""
    if not password:
        raise UserError(
            _("{file} holds no password. Put it into the first line.").format(file=path.name)
        )
    return password
