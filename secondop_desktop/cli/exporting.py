"""The command that writes what a journal holds for other people and programs."""

from argparse import ArgumentParser, Namespace
from datetime import timedelta
from pathlib import Path

from secondop_desktop.cli.command import Command, journal_argument, person_option
from secondop_desktop.cli.giving import giving_option, noted, receiver
from secondop_desktop.cli.open_journal import reading
from secondop_desktop.cli.output import plain
from secondop_desktop.cli.packing_options import hand_over_options, listed, pack_options
from secondop_desktop.cli.passphrase import say_leaves
from secondop_desktop.cli.selection import asked, private_said
from secondop_desktop.cli.table_export import write_sheets, write_workbook
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.outgoing.chosen import Chosen, Selection
from secondop_desktop.exchange.pdf.structure.saving import write_whole
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import _, ngettext

_SHEETS = ("questions", "questions-a5", "fridge", "wallet")
FORMATS = ("pdf", "pack", "hand-over", *_SHEETS, "fhir", "ics", "csv", "xlsx", "docx", "archive")
_LOCKED = frozenset({"pdf", "pack", "hand-over"})
_ENDINGS = {".json": "fhir", ".zip": "archive"} | {
    f".{name}": name for name in ("pdf", "ics", "csv", "xlsx", "docx")
}


def _arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument(
        "--to",
        metavar="FILE",
        type=Path,
        required=True,
        help=_(
            "the file to write; for csv also a folder, which gets a table of each kind; files of "
            "an earlier export with the same names are replaced whole"
        ),
    )
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        choices=FORMATS,
        help=_("what to write: {formats}; else by the file's ending").format(
            formats=", ".join(_WRITERS)
        ),
    )
    _choosing_options(parser)
    _paper_options(parser)
    pack_options(parser)
    hand_over_options(parser)
    giving_option(parser)
    parser.add_argument(
        "--alarm",
        metavar="HOURS",
        type=int,
        help=_("let the calendar remind so many hours before each appointment"),
    )


def _choosing_options(parser: ArgumentParser) -> None:
    person_option(parser)
    parser.add_argument("--case", metavar="ID", default="", help=_("the id of the case"))
    parser.add_argument(
        "--sections",
        metavar="A,B",
        type=listed,
        default=(),
        help=_(
            "only these chapters of the PDF, these kinds as tables, or these letters, by id (one "
            "alone for a PDF) or by what they are for"
        ),
    )
    parser.add_argument(
        "--leave-out", metavar="ID", nargs="+", default=[], help=_("without these entries")
    )
    parser.add_argument(
        "--without-page-one",
        action="store_true",
        help=_("only the chapters of the PDF, such as the comparison alone"),
    )
    parser.add_argument(
        "--with-private", action="store_true", help=_("with the entries marked as private")
    )


def _paper_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--for",
        dest="reader",
        metavar="WHO",
        default="",
        help=_(
            "who the PDF is for: a doctor by id or name, or gp, carer or me; else the doctor of "
            "the next appointment"
        ),
    )
    parser.add_argument(
        "--since",
        metavar="DATE",
        default="",
        help=_("how far back the PDF tells what happened, such as 2024 or 2024-03"),
    )
    parser.add_argument(
        "--appendix",
        metavar="A,B",
        type=listed,
        default=(),
        help=_("also these chapters of the PDF, or all of them: all"),
    )
    parser.add_argument(
        "--fhir-inside",
        action="store_true",
        help=_("also put the summary into the PDF as data for other programs (FHIR)"),
    )
    parser.add_argument("--large-print", action="store_true", help=_("a PDF in large letters"))
    parser.add_argument(
        "--pdf-password-file",
        metavar="F",
        type=Path,
        help=_("a file whose first line is the password that opens the PDF"),
    )


def _export(args: Namespace) -> int:
    chosen = format_of(args.to, args.format)
    if args.pdf_password_file and chosen not in _LOCKED:
        raise UserError(_("Only a PDF can have a password. Leave --pdf-password-file out."))
    with reading(args) as journal:
        given = receiver(journal, args)
        selection = asked(journal, args)
        said = _WRITERS[chosen](journal, selection, args)
        said += noted(journal, selection, given, chosen, args)
        if not _has_a_password(chosen, args):
            say_leaves(journal, args.to)
    for line in said:
        print(plain(line))
    return 0


def _has_a_password(chosen: str, args: Namespace) -> bool:
    """Tell whether all that was written opens with a password alone."""
    if chosen == "hand-over":
        return bool(args.to.suffix.lower() == ".zip")
    if chosen == "archive":
        return bool(args.zip_password_file)
    return bool(args.pdf_password_file)


def format_of(target: Path, named: str | None) -> str:
    """Return the format named, or the one that the ending of the file tells."""
    found = named or ("csv" if target.is_dir() else _ENDINGS.get(target.suffix.lower()))
    if found is None:
        raise UserError(
            _("The ending of {file} tells no format. Say which with --format: {formats}.").format(
                file=target.name, formats=", ".join(_WRITERS)
            )
        )
    return found


def _summary(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    from secondop_desktop.cli.letters import names_letters, write_letter
    from secondop_desktop.cli.printing import write_pdf

    if names_letters(journal, args.sections):
        return write_letter(journal, selection, args)
    return write_pdf(journal, selection, args)


def _pack(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    from secondop_desktop.cli.packing import write_pack

    return write_pack(journal, selection, args)


def _hand_over(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    from secondop_desktop.cli.handing_over import write_hand_over

    return write_hand_over(journal, selection, args)


def _sheet(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    from secondop_desktop.cli.printing import write_sheet

    return write_sheet(journal, selection, args)


def _letters(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    from secondop_desktop.cli.letters import write_letters

    return write_letters(journal, selection, args)


def _calendar(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    from secondop_desktop.exchange.outgoing import ics

    chosen = Chosen(journal, selection)
    rows = chosen.of("appointment")
    alarm = timedelta(hours=args.alarm) if args.alarm is not None else None
    edition, removed = ics.editions(journal), chosen.removed("appointment")
    data = ics.calendar(rows, chosen.name, alarm=alarm, edition=edition, removed=removed)
    write_whole(args.to, data)
    undated = sum(not ics.fits(row) for row in rows)
    return _undated_said(undated) + private_said(chosen.held_back("appointment"))


def _undated_said(count: int) -> list[str]:
    text = ngettext(
        "{count} appointment was left out because it has no date.",
        "{count} appointments were left out because they have no date.",
        count,
    )
    return [text.format(count=count)] if count else []


def _fhir(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    from secondop_desktop.cli.printing import write_fhir

    return write_fhir(journal, selection, args)


def _tables(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    return private_said(write_sheets(Chosen(journal, selection), args.to, args.sections))


def _workbook(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    return private_said(write_workbook(Chosen(journal, selection), args.to, args.sections))


def _archive(journal: Journal, selection: Selection, args: Namespace) -> list[str]:
    from secondop_desktop.cli.archiving import write_whole_journal

    return write_whole_journal(journal, selection, args)


_WRITERS = {
    "pdf": _summary,
    "pack": _pack,
    "hand-over": _hand_over,
    **dict.fromkeys(_SHEETS, _sheet),
    "fhir": _fhir,
    "csv": _tables,
    "xlsx": _workbook,
    "ics": _calendar,
    "docx": _letters,
    "archive": _archive,
}

COMMANDS = (Command("export", _arguments, _export),)
