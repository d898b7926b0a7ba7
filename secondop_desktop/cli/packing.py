"""The pack from the command line: the summary with records behind it."""

from argparse import Namespace
from typing import TYPE_CHECKING

from secondop_desktop.cli.giving import noted_said
from secondop_desktop.cli.printing import out_said, paper_choices
from secondop_desktop.cli.secret_file import first_line
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.outgoing.chosen import Selection
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext

if TYPE_CHECKING:
    from secondop_desktop.summary.pack.making import Pack, PackMade


def write_pack(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write the pack of one person; return what is to be said about it."""
    pack = pack_of(journal, selection, args)
    made = pack.write(args.to)
    named = [path.name for path in pack.targets(args.to)]
    return _parts_said(named) + _given(journal, pack, made, args) + pack_said(made)


def _given(journal: Journal, pack: "Pack", made: "PackMade", args: Namespace) -> list[str]:
    """Write down who got it where the command line says who it is for."""
    if not args.reader or journal.read_only:
        return []
    from secondop_desktop.summary.hand_over.written_down import what_was_given, write_down

    what = what_was_given(args.to.name, sum(made.pages))
    noted = write_down(journal, pack.rows, pack.held, what)
    return [noted_said(pack.rows.reader.name, noted)] if noted else []


def pack_of(journal: Journal, selection: Selection, args: Namespace) -> "Pack":
    """Look the pack through that the command line asks for."""
    from secondop_desktop.summary.pack.choices import PackChoices
    from secondop_desktop.summary.pack.making import Pack
    from secondop_desktop.summary.story import moment

    for entry in args.records or ():
        if journal.kind_of(entry).name != "record":
            raise UserError(_("{id} is not a record. list record shows them.").format(id=entry))
    password = first_line(args.pdf_password_file) if args.pdf_password_file else ""
    choices = PackChoices(
        paper_choices(journal, selection, args),
        args.records,
        inside=args.files_inside,
        whole=args.one_file,
        password=password,
    )
    return Pack(journal, choices, made_at=moment())


def _parts_said(names: list[str]) -> list[str]:
    if len(names) == 1:
        return []
    text = _("The pack is large, so it was written in {number} parts: {names}.")
    return [text.format(number=len(names), names=", ".join(names))]


def pack_said(made: "PackMade") -> list[str]:
    """Say which records could not be shown, and which cannot be read aloud."""
    left = _("Not on pages: {title}, because {why}.")
    said = [left.format(title=title, why=why) for title, why in made.left]
    if made.inside:
        text = ngettext(
            "{number} of these is in the PDF as a file.",
            "{number} of these are in the PDF as files.",
            len(made.inside),
        )
        said.append(text.format(number=len(made.inside)))
    unfit = _("A screen reader cannot read the pages of {title} aloud: its letters do not say so.")
    said += [unfit.format(title=title) for title in made.unfit]
    return said + out_said(made.held_back, made.begun, made.missing)
