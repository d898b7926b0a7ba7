"""Who got what was written, noted in the journal if the command line says so."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from secondop_desktop.cli.person_option import only_person
from secondop_desktop.cli.printing import doctor_named
from secondop_desktop.errors import UserError
from secondop_desktop.exchange.outgoing.chosen import Selection
from secondop_desktop.journal.file import Journal
from secondop_desktop.lang import N_, _

_WHAT: Mapping[str, str] = {
    "pdf": N_("“{name}”, pages from the journal"),
    "fhir": N_("“{name}”, the summary as data for other programs (FHIR)"),
    "ics": N_("“{name}”, a calendar"),
    "csv": N_("“{name}”, tables of the journal"),
    "xlsx": N_("“{name}”, tables of the journal"),
    "docx": N_("“{name}”, letters"),
    "archive": N_("“{name}”, an archive of the whole journal"),
}
BY_THEMSELVES = frozenset({"pack", "hand-over"})
"""What is made to be given away: who it is for is who gets it."""


def giving_option(parser: ArgumentParser) -> None:
    """Add the option that names who gets it."""
    parser.add_argument(
        "--given",
        metavar="WHO",
        default="",
        help=_(
            "write down in the journal that this doctor or place got it, by id or name, or gp; a "
            "pack and what is handed over are noted by --for alone"
        ),
    )


def receiver(journal: Journal, args: Namespace) -> str:
    """Return the id of who gets it, empty for nobody; raises UserError before anything is written.

    Whoever it is given to is also who it is for, unless that was said.
    """
    if not args.given:
        return ""
    found = doctor_named(journal, args.given)
    if journal.read_only:
        raise UserError(_("This journal can only be read, so who got it cannot be written down."))
    args.reader = args.reader or found
    return found


def noted(
    journal: Journal, selection: Selection, provider: str, made: str, args: Namespace
) -> list[str]:
    """Write down that they got a file of this format today, and say so; nothing for nobody."""
    if not provider or (made in BY_THEMSELVES and args.reader == provider):
        return []
    from secondop_desktop.summary.hand_over.written_down import write_down_file

    person = selection.person or only_person(journal)
    what = _(_WHAT.get(made, _WHAT["pdf"])).format(name=args.to.name)
    return [noted_said(journal.name(provider), write_down_file(journal, person, provider, what))]


def noted_said(name: str, noted: str) -> str:
    """Say who is noted, and where."""
    return _("Written down: given to {name} ({id}).").format(name=name, id=noted)
