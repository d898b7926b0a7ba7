"""Commands that show entries: list, show."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Any

from secondop_desktop.cli.command import Command, journal_argument, json_option, person_option
from secondop_desktop.cli.entry_arguments import id_argument, kind_argument
from secondop_desktop.cli.open_journal import reading
from secondop_desktop.cli.output import plain, print_json, print_table
from secondop_desktop.cli.person_option import chosen_person
from secondop_desktop.cli.waiting import waiting_line
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.wording import worded, worded_or_written, written_elsewhere
from secondop_desktop.lang import _


def _list_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    kind_argument(parser)
    json_option(parser)
    person_option(parser)
    parser.add_argument("--bin", action="store_true", help=_("list what is in the bin"))


def _list(args: Namespace) -> int:
    with reading(args) as journal:
        person = chosen_person(journal, args.person)
        where = {"person": person} if person else {}
        rows = journal.entries(args.kind, binned=args.bin, **where)
        kind = journal.kind(args.kind)
        if args.json:
            print_json([entry_json.to_json(kind, row) for row in rows])
        else:
            more = [] if args.bin else waiting_line(journal, kind, rows, person)
            _print_rows(kind, rows, journal.names(), more)
    return 0


def _print_rows(
    kind: Kind, rows: list[Any], names: Names, more: Sequence[Sequence[str]] = ()
) -> None:
    """Print the rows as a table, then lines that stand for what is no entry yet."""
    if not rows and not more:
        print(_("There is nothing of this kind."))
        return
    fields = [kind.by_name[name] for name in kind.columns]
    shown = [kind.marked(row) for row in rows]
    lines = [
        [row.id, *(worded_or_written(kind, field, row, names) for field in fields)] for row in shown
    ]
    heads = ["id", *(field.name for field in fields)]
    odd = [written_elsewhere(kind, row, kind.columns) for row in rows]
    if any(odd):
        heads.append("unread")
        lines = [[*line, text] for line, text in zip(lines, odd, strict=True)]
        more = [[*line, ""] for line in more]
    print_table(heads, [*lines, *more])


def _show_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    id_argument(parser)
    json_option(parser)


def _show(args: Namespace) -> int:
    with reading(args) as journal:
        kind = journal.kind_of(args.id)
        row = journal.get(kind.name, args.id)
        if args.json:
            print_json(entry_json.to_json(kind, row) | _came_from(journal, row))
        else:
            _print_entry(kind, row, journal.names())
            _print_source(journal, row)
    return 0


def _print_entry(kind: Kind, row: Any, names: Names) -> None:
    print(plain(": ".join([_(kind.label), kind.title(row, names)])))
    print(f"id: {row.id}")
    for field in kind.fields:
        text = worded(kind, field, row, names) or row.unread.get(field.name, "")
        if text:
            lines = [plain(line) for line in text.splitlines()]
            print(": ".join([_(field.label), "\n    ".join(lines)]))
    if row.deleted_at:
        print(_("It is in the bin."))


def _came_from(journal: Journal, row: Any) -> dict[str, object]:
    """Return where an import took an entry from, if one did."""
    if not row.source_file:
        return {}
    from secondop_desktop.journal.sources import piece, source_of

    found = source_of(journal, row)
    if found is None:
        return {}
    told = {"file": found.name, "hash": found.hash, "imported": found.imported}
    return {"came_from": told | {"place": found.place, "text": piece(journal, found)}}


def _print_source(journal: Journal, row: Any) -> None:
    if not row.source_file:
        return
    from secondop_desktop.journal.sources import source_of

    found = source_of(journal, row)
    if found is not None:
        place = f" ({found.place})" if found.place else ""
        text = _("Where this came from: {file}{place}")
        print(plain(text.format(file=found.name, place=place)))


COMMANDS = (Command("list", _list_arguments, _list), Command("show", _show_arguments, _show))
