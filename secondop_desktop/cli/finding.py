"""Commands that look through everything: search, timeline."""

from argparse import ArgumentParser, Namespace
from typing import Any

from secondop_desktop.cli.command import Command, journal_argument, json_option, person_option
from secondop_desktop.cli.entry_input import words_kept
from secondop_desktop.cli.opened import reading
from secondop_desktop.cli.output import plain, print_json
from secondop_desktop.cli.whose import chosen_person
from secondop_desktop.journal.dates import PartialDate
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.search import MATCH_END, MATCH_START, Hit
from secondop_desktop.lang import _

_MOST_HITS = 100_000


def _search_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument(
        "words",
        metavar="WORDS",
        nargs="+",
        help=_("what to look for; “words like these” in quotes stand together"),
    )
    json_option(parser)
    person_option(parser)


def _search(args: Namespace) -> int:
    words = words_kept(" ".join(args.words))
    with reading(args) as journal:
        hits = journal.find(words, chosen_person(journal, args.person), _MOST_HITS)
    if args.json:
        print_json([vars(hit) | {"snippet": _unmarked(hit)} for hit in hits])
    for hit in hits if not args.json else ():
        print(plain(f"{hit.kind} {hit.id}  {hit.title}: {_unmarked(hit)}"))
    if not hits and not args.json:
        print(_("Nothing was found."))
    return 0


def _unmarked(hit: Hit) -> str:
    return hit.snippet.replace(MATCH_START, "").replace(MATCH_END, "")


def _timeline_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    json_option(parser)
    person_option(parser)


def _timeline(args: Namespace) -> int:
    with reading(args) as journal:
        found = _dated(journal, chosen_person(journal, args.person))
    if args.json:
        print_json([_told(date, rest) for date, rest in found])
    for date, rest in found if not args.json else ():
        print(plain(f"{date.words()}: {rest['title']} ({rest['kind']} {rest['id']})"))
    return 0


def _dated(journal: Journal, person: str | None) -> list[tuple[PartialDate, dict[str, Any]]]:
    """Return everything with a main date in order of that date, then of making."""
    names, found = journal.names(), []
    where = {"person": person} if person else {}
    with journal.reading() as connection:
        for kind in journal.kinds.values():
            rows = journal.entries(kind.name, connection=connection, **where) if kind.when else ()
            for row in rows:
                if date := getattr(row, kind.when):
                    told = {"kind": kind.name, "id": row.id, "person": row.person}
                    told |= {"title": kind.title(row, names), "line": kind.line(row, names)}
                    found.append((date, row.created, told))
    found.sort(key=lambda one: (one[0].stored, one[1]))
    return [(date, told) for date, _created, told in found]


def _told(date: PartialDate, rest: dict[str, Any]) -> dict[str, object]:
    return {"date": date.iso, "about": date.about} | rest


COMMANDS = (
    Command("search", _search_arguments, _search),
    Command("timeline", _timeline_arguments, _timeline),
)
