"""The command that lays the opinions of a case side by side."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any

from secondop_desktop.cli.command import Command, journal_argument, json_option, person_option
from secondop_desktop.cli.open_journal import reading
from secondop_desktop.cli.output import plain, print_json
from secondop_desktop.cli.person_option import chosen_case, chosen_person, listed
from secondop_desktop.errors import UserError
from secondop_desktop.features.opinions.rules.aspects import MARKS
from secondop_desktop.features.opinions.rules.side_by_side import Grid, as_json, grid
from secondop_desktop.journal.case_scope import of_case
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Names
from secondop_desktop.lang import _


def _arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument("--case", metavar="ID", default="", help=_("the id of the case"))
    json_option(parser)
    person_option(parser)


def _compare(args: Namespace) -> int:
    with reading(args) as journal:
        case, whole = _chosen(journal, args)
        names = journal.names(at_once=True)
    if args.json:
        print_json({"case": case, "question": names(case)} | as_json(whole, names))
    else:
        _print_grid(whole, names)
    return 0


def _chosen(journal: Journal, args: Namespace) -> tuple[str | None, Grid]:
    person = chosen_person(journal, args.person)
    where = {"person": person} if person else {}
    cases, opinions, marks = (journal.entries(k, **where) for k in ("case", "opinion", "mark"))
    if not args.case:
        _check_one_person(journal, opinions)
    case = chosen_case(journal, args.case) or _case_in_hand(journal, cases, opinions)
    whose = {row.id: row.person for row in cases}.get(case, person)
    found = [
        [row for row in of_case(rows, case) if not whose or row.person == whose]
        for rows in (opinions, marks)
    ]
    return case, grid(found[0], journal.entries("statement"), found[1])


def _case_in_hand(journal: Journal, cases: Sequence[Any], opinions: Sequence[Any]) -> str | None:
    """Return the case to compare when none is named; raises UserError when several may be."""
    if len(cases) == 1:
        return str(cases[0].id)
    compared = {row.case for row in opinions}
    if len(compared) < 2:
        return next(iter(compared), None)
    with_opinions = [row for row in cases if row.id in compared]
    still_open = [row for row in with_opinions if not row.closed]
    if len(still_open) == 1 and None not in compared:
        return str(still_open[0].id)
    raise UserError(
        _("There are opinions on several cases. Say which with --case ID: {cases}.").format(
            cases=listed(journal, with_opinions)
        )
    )


def _check_one_person(journal: Journal, opinions: Sequence[Any]) -> None:
    people = {row.person for row in opinions}
    if len(people) > 1:
        raise UserError(
            _(
                "There are opinions about several people. Say whose with --person ID: {people}."
            ).format(people=listed(journal, [journal.get("person", one) for one in sorted(people)]))
        )


def _print_grid(whole: Grid, names: Names) -> None:
    if not whole.columns:
        print(_("There is no opinion yet."))
        return
    titles = {
        one.id: ": ".join(filter(None, (one.title, names(one.provider)))) for one in whole.columns
    }
    for row in whole.rows:
        said = [cell for cell in row.cells if cell.said]
        mark = _(dict(MARKS).get(row.mark, row.mark))
        if said or mark or row.note:
            print(_(row.label) + (f" [{mark}]" if mark else ""))
        for cell in said:
            text = cell.text or _("Not discussed")
            source = f" ({cell.source})" if cell.source else ""
            print(plain(f"  {titles[cell.opinion]}: {text}{source}"))
        if row.note:
            print(plain("  " + _("Your note: {note}").format(note=row.note)))


COMMANDS = (Command("compare", _arguments, _compare),)
