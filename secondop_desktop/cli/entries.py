"""Commands that write entries: add, edit, remove, bring back."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from typing import Any

from secondop_desktop.catalogue import KINDS
from secondop_desktop.cli.command import Command, journal_argument, person_option
from secondop_desktop.cli.entry_arguments import id_argument, kind_argument
from secondop_desktop.cli.entry_input import (
    check_files,
    fields_of,
    objects_in,
    pair,
    ready,
    ready_edit,
)
from secondop_desktop.cli.entry_notices import tell_odd_dates
from secondop_desktop.cli.open_journal import writing
from secondop_desktop.cli.output import plain
from secondop_desktop.cli.person_option import chosen_person, only_person
from secondop_desktop.cli.said_none import tell_disagreements
from secondop_desktop.cli.waiting import with_waiting
from secondop_desktop.errors import UserError
from secondop_desktop.journal.before_birth import birth_of
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _, ngettext


def _fields_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "fields",
        metavar="FIELD=VALUE",
        nargs="*",
        type=pair,
        help=_("what to write; secondop kinds lists the fields"),
    )
    parser.add_argument(
        "--json",
        metavar="FILE",
        help=_("take the fields from a JSON file, or from the standard input for -"),
    )


def _add_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    kind_argument(parser)
    _fields_argument(parser)
    person_option(parser)


def _add(args: Namespace) -> int:
    kind = KINDS[args.kind]
    beside = fields_of(args.fields)
    told = [beside | item for item in objects_in(args.json)] if args.json else [beside]
    entries = [_checked(kind, item, number, len(told)) for number, item in enumerate(told, 1)]
    with writing(args) as journal:
        ids = _write(journal, kind, _of_person(journal, kind, entries, args.person))
        for entry in ids:
            print(entry)
        for entry, written in zip(ids, entries, strict=True):
            tell_odd_dates(kind, written, _born(journal, kind, entry))
        tell_disagreements(journal, kind.name)
    return 0


def _born(journal: Journal, kind: Kind, entry: str) -> PartialDate | None:
    """Return when the person of an entry was born."""
    whose = entry if kind.name == "person" else journal.get(kind.name, entry).person
    return birth_of(journal, whose)


def _checked(kind: Kind, told: Mapping[str, object], number: int, total: int) -> dict[str, Any]:
    try:
        return ready(kind, told)
    except UserError as problem:
        if total == 1:
            raise
        raise UserError(
            _("Item {number}: {problem}").format(number=number, problem=problem)
        ) from None


def _of_person(
    journal: Journal, kind: Kind, entries: Sequence[dict[str, Any]], given: str
) -> list[dict[str, Any]]:
    """Give each entry its person: the one it names, the one of the command, or the only one."""
    for entry in entries:
        check_files(journal, kind, entry)
    if kind.name == "person":
        return [{k: v for k, v in entry.items() if k != "person"} for entry in entries]
    if all(entry.get("person") for entry in entries):
        return list(entries)
    person = chosen_person(journal, given) or only_person(journal)
    return [entry | {"person": entry.get("person") or person} for entry in entries]


def _write(journal: Journal, kind: Kind, entries: Sequence[dict[str, Any]]) -> list[str]:
    count = len(entries)
    label = ngettext("Add: {what}", "Add: {what} ({count})", count).format(
        what=_(kind.label if count == 1 else kind.plural), count=count
    )
    with journal.change(label) as change:
        whole = (with_waiting(journal, change, kind, entry) for entry in entries)
        return [change.add(kind.name, **entry) for entry in whole]


def _edit_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    id_argument(parser)
    _fields_argument(parser)


def _edit(args: Namespace) -> int:
    told = fields_of(args.fields)
    for item in objects_in(args.json) if args.json else ():
        told |= item
    if not told:
        raise UserError(_("There is nothing to change. Give a FIELD=VALUE."))
    with writing(args) as journal:
        kind = journal.kind_of(args.id)
        before = journal.get(kind.name, args.id)
        values = ready_edit(kind, before, told)
        check_files(journal, kind, values)
        with journal.change(_("Edit: {what}").format(what=_(kind.label))) as change:
            change.edit(kind.name, args.id, **with_waiting(journal, change, kind, values, before))
        told = {"status": getattr(before, "status", None)} | values
        tell_odd_dates(kind, told, _born(journal, kind, args.id))
        print(plain(_("Changed: {title}").format(title=journal.name(args.id))))
        tell_disagreements(journal, kind.name)
    return 0


def _one_arguments(parser: ArgumentParser) -> None:
    journal_argument(parser)
    id_argument(parser)


def _remove(args: Namespace) -> int:
    with writing(args) as journal:
        kind = journal.kind_of(args.id)
        with journal.change(_("Put in the bin: {what}").format(what=_(kind.label))) as change:
            change.put_away(kind.name, args.id)
        print(plain(_("In the bin: {title}").format(title=journal.name(args.id))))
    return 0


def _bring_back(args: Namespace) -> int:
    with writing(args) as journal:
        kind = journal.kind_of(args.id)
        with journal.change(_("Bring back: {what}").format(what=_(kind.label))) as change:
            change.bring_back(kind.name, args.id)
        print(plain(_("Out of the bin: {title}").format(title=journal.name(args.id))))
        tell_disagreements(journal, kind.name)
    return 0


COMMANDS = (
    Command("add", _add_arguments, _add),
    Command("edit", _edit_arguments, _edit),
    Command("remove", _one_arguments, _remove),
    Command("bring-back", _one_arguments, _bring_back),
)
