"""Commands that look through everything: search, timeline."""

from argparse import ArgumentParser, Namespace

from secondop_desktop.cli.command import Command, journal_argument, json_option, person_option
from secondop_desktop.cli.entry_input import words_kept
from secondop_desktop.cli.open_journal import reading
from secondop_desktop.cli.output import plain, print_json
from secondop_desktop.cli.person_option import chosen_person
from secondop_desktop.journal.search.marking import MATCH_END, MATCH_START
from secondop_desktop.journal.search.query import Hit
from secondop_desktop.journal.timeline import Dated, timeline
from secondop_desktop.lang import _

_MOST_HITS = 100_000
_MARK = "**"
"""Stands on both sides of the words found."""


def _search_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument(
        "words",
        metavar="WORDS",
        nargs="+",
        help=_("what to look for; “words like these” in quotes must be together"),
    )
    json_option(parser)
    person_option(parser)


def _search(args: Namespace) -> int:
    words = words_kept(" ".join(args.words))
    with reading(args) as journal:
        hits = journal.find(words, chosen_person(journal, args.person), _MOST_HITS)
        said = [_hit_json(hit) for hit in hits]
    if args.json:
        print_json(said)
    for hit in said if not args.json else ():
        print(plain("{kind} {id}  {title}: {snippet}".format_map(hit)))
    if not hits and not args.json:
        asked = any(map(str.isalnum, words))
        print(_("Nothing was found.") if asked else _("Enter a word to look for."))
    return 0


def _hit_json(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "person": hit.person,
        "title": hit.title,
        "snippet": _marked(hit),
    }


def _marked(hit: Hit) -> str:
    return hit.snippet.replace(MATCH_START, _MARK).replace(MATCH_END, _MARK)


def _timeline_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    json_option(parser)
    person_option(parser)


def _timeline(args: Namespace) -> int:
    with reading(args) as journal:
        found = timeline(journal, chosen_person(journal, args.person))
        if args.json:
            print_json([_dated_json(one) for one in found])
        for one in found if not args.json else ():
            print(plain(f"{one.date.words()}: {one.title} ({one.kind.name} {one.id})"))
    return 0


def _dated_json(one: Dated) -> dict[str, object]:
    return {
        "kind": one.kind.name,
        "id": one.id,
        "person": one.person,
        "date": one.date.iso,
        "about": one.date.about,
        "title": one.title,
        "line": one.line,
    }


COMMANDS = (
    Command("search", _search_arguments, _search),
    Command("timeline", _timeline_arguments, _timeline),
)
