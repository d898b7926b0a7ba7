"""The summary PDF from the command line."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from secondop_desktop.cli.person_option import only_person
from secondop_desktop.cli.secret_file import first_line
from secondop_desktop.cli.selection import private_said
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.outgoing.chosen import Selection
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext

if TYPE_CHECKING:
    from secondop_desktop.summary.choices import Choices


def write_pdf(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write the summary of one person; return what is to be said about it."""
    from secondop_desktop.summary import story
    from secondop_desktop.summary.locked import locked

    choices = paper_choices(journal, selection, args)
    if args.pdf_password_file is None:
        made = story.write(journal, choices, args.to)
    else:
        data, made = story.preview(journal, choices)
        write_whole(args.to, locked(data, first_line(args.pdf_password_file)))
    return out_said(made.held_back, made.begun, made.missing) + _few_said(made.kept_back)


def write_sheet(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write a single sheet: questions to write on, a page for the fridge, a card."""
    from secondop_desktop.summary.sheets import making
    from secondop_desktop.summary.story import moment

    choices = paper_choices(journal, selection, args)
    made = making.write(journal, choices, args.format, args.to, made_at=moment())
    return out_said(made.held_back, made.begun, made.missing)


def write_fhir(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    """Write the summary for other programs, as a FHIR document."""
    from secondop_desktop.summary import standard_file
    from secondop_desktop.summary.story import moment

    choices = paper_choices(journal, selection, args)
    rows = standard_file.write(journal, choices, args.to, moment())
    return out_said(rows.held_back, rows.begun, 0)


def paper_choices(journal: Journal, selection: Selection, args: Namespace) -> "Choices":
    """Return the summary that the command line asks for."""
    from secondop_desktop.summary import story
    from secondop_desktop.summary.choices import Choices

    return Choices(
        selection.person or only_person(journal),
        selection.case,
        sections=args.sections or None,
        leave_out=selection.left_out,
        private=selection.private,
        large_print=args.large_print,
        appendices=args.appendix,
        reader=_reader(journal, args.reader),
        since=_since(args.since),
        today=story.moment().date(),
        page_one=not args.without_page_one,
        document_inside=args.fhir_inside,
    )


def out_said(held_back: Sequence[str], begun: Sequence[str], missing: int) -> list[str]:
    """Say what stays out of a paper, and whether letters of it have no font."""
    left_out = private_said(len(held_back)) + _begun_said(len(begun))
    return left_out + missing_lines(missing)


def missing_lines(missing: int) -> list[str]:
    """Say that letters are printed by name, where some are."""
    from secondop_desktop.exchange.pdf.text.readable import missing_said

    return [missing_said()] if missing else []


def _few_said(chapters: Sequence[str]) -> list[str]:
    text = _("Left out, because only few are to read it: {names}; --with-private puts it in.")
    return [text.format(names=", ".join(chapters))] if chapters else []


def _reader(journal: Journal, wanted: str) -> str:
    """Return who it is for: a word, or the id of a doctor named by id or name."""
    from secondop_desktop.summary.reader import SORTS

    name = " ".join(wanted.casefold().split())
    return name if not name or name in SORTS else doctor_named(journal, wanted)


def doctor_named(journal: Journal, wanted: str) -> str:
    """Return the id of the doctor or place with this id or name, or of the GP for ``gp``.

    Raises UserError where that is nobody, or more than one.
    """
    name = " ".join(wanted.casefold().split())
    if name == "gp":
        return _the_gp(journal)
    doctors = journal.entries("provider")
    found = [row.id for row in doctors if row.id == wanted]
    found = found or [row.id for row in doctors if " ".join(row.name.casefold().split()) == name]
    found = found or [row.id for row in doctors if name in row.name.casefold()]
    if len(found) == 1:
        return str(found[0])
    text = _(
        "Nobody in the journal is called {name}. Give a doctor by id or name, or gp, carer or me."
    )
    if found:
        text = _("Several doctors are called {name}. Give one by id; list shows them.")
    raise UserError(text.format(name=wanted))


def _the_gp(journal: Journal) -> str:
    found = {row.gp for row in journal.entries("person") if row.gp}
    if len(found) == 1:
        return str(found.pop())
    raise UserError(_("Which doctor is the GP is not written down. Give a doctor by id or name."))


def _since(text: str) -> date | None:
    """Read how far back to go, as far as it is known: a year, a month or a day."""
    if not text:
        return None
    try:
        return PartialDate.parse(text).first_day
    except ValueError as error:
        said = _("{text} is not a date. Write it as 2024, 2024-03 or 2024-03-05.")
        raise UserError(said.format(text=text)) from error


def _begun_said(count: int) -> list[str]:
    """Say how many drafts were left out, if any."""
    text = ngettext(
        "{count} draft was left out; it is not finished yet.",
        "{count} drafts were left out; they are not finished yet.",
        count,
    )
    return [text.format(count=count)] if count else []
