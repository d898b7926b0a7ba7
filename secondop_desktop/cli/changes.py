"""Commands over the change log: undo, redo, history."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from typing import Any

from secondop_desktop.cli.command import Command, journal_argument, json_option
from secondop_desktop.cli.open_journal import reading, writing
from secondop_desktop.cli.output import local_time, print_json, short
from secondop_desktop.journal.history import HistoryEntry
from secondop_desktop.journal.kinds import Kind, Names
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import N_, _

_ALL = 2**31
_KEPT_BACK = frozenset({"seal", "origin_hash"})
_WHAT = {"do": "", "undo": N_("taken back"), "redo": N_("made again"), "empty": N_("emptied")}


def _undo(args: Namespace) -> int:
    with writing(args) as journal:
        done = journal.undo()
    print(
        short(_("Taken back: {label}").format(label=done.label))
        if done
        else _("There is nothing to take back.")
    )
    return 0


def _redo(args: Namespace) -> int:
    with writing(args) as journal:
        done = journal.redo()
    print(
        short(_("Made again: {label}").format(label=done.label))
        if done
        else _("There is nothing to make again.")
    )
    return 0


def _history_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    parser.add_argument("id", metavar="ID", nargs="?", help=_("only this entry"))
    json_option(parser)


def _history(args: Namespace) -> int:
    with reading(args) as journal:
        if args.id:
            journal.kind_of(args.id)
        moments, names = journal.history(args.id, _ALL), journal.names()
        if args.json:
            print_json([_history_json(journal.kind(one.kind), one, names) for one in moments])
        else:
            for one in moments:
                print(_line(one, names))
    return 0


def _history_json(kind: Kind, one: HistoryEntry, names: Names) -> dict[str, object]:
    return {
        "seq": one.seq,
        "at": one.at,
        "what": one.what,
        "label": one.label,
        "kind": one.kind,
        "id": one.id,
        "title": names(one.id),
        "before": _values(kind, one.before),
        "after": _values(kind, one.after),
    }


def _values(kind: Kind, raw: Mapping[str, Any] | None) -> dict[str, object] | None:
    """Return the columns of a moment as JSON, named as ``show`` names them."""
    if raw is None:
        return None
    found: dict[str, object] = {}
    for name, stored in raw.items():
        if name not in _KEPT_BACK and name in kind.types:
            value, shown = kind.decode(name, stored)
            found["in_bin_since" if name == "deleted_at" else name] = shown
            if isinstance(value, PartialDate) and value.about:
                found["about" if name == kind.dates[0] else f"{name}_about"] = True
    return found


def _line(one: HistoryEntry, names: Names) -> str:
    title = short(names(one.id) or one.id)
    what = short(_(_WHAT.get(one.what, one.what)))
    label = f"{short(one.label)} ({what})" if what else short(one.label)
    return f"{local_time(one.at)}  {label}  {title}"


COMMANDS = (
    Command("undo", journal_argument, _undo),
    Command("redo", journal_argument, _redo),
    Command("history", _history_arguments, _history),
)
