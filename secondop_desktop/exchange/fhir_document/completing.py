"""Lets each resource carry what our own reader would not read back from it as it is written."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import own, reading
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir_document.entries_to_tell import EntriesToTell
from secondop_desktop.exchange.fhir_document.told_to_few import is_hidden
from secondop_desktop.exchange.progress import Step, silent, stage
from secondop_desktop.exchange.read_entries import ReadEntry
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.progress import counted
from secondop_desktop.journal.values.columns import Pairs, Reference, Refs
from secondop_desktop.lang import _


def complete(
    document: Body, rows: EntriesToTell, types: Mapping[str, str], step: Step = silent
) -> None:
    """Read a document back and add to each entry what came back otherwise."""
    found = reading.read([("", document)], rows.kinds, stage(step, _("Reading it back")))
    drafts = {draft.entry: draft for draft in (*found.people, *found.drafts) if draft.entry}
    comparing = stage(step, _("Comparing it with the journal"))
    for body in counted([one["resource"] for one in document["entry"]], comparing):
        if entry := own.entry_of(body):
            kind = rows.kinds[own.kind_of(body)]
            row = rows.written(entry)
            untold = {
                name
                for name in own.carried_names(kind)
                if is_hidden(kind.name, row, name, rows) or _leads_out(kind, row, name, types)
            }
            _carry(body, kind, row, drafts.get(entry), frozenset(untold))


def _carry(
    body: Body, kind: Kind, row: Any, draft: ReadEntry | None, untold: frozenset[str]
) -> None:
    fields = dict(_differing(kind, row, draft.values if draft else {}, untold))
    lacking = untold & (draft.values.keys() if draft else frozenset())
    if fields or lacking:
        body["extension"] = [*body.get("extension", []), own.carrying(fields, sorted(lacking))]


def _differing(
    kind: Kind, row: Any, told: Mapping[str, Any], untold: frozenset[str]
) -> Iterator[tuple[str, object]]:
    """Yield the fields that were read otherwise, each as the journal keeps it."""
    for name in own.carried_names(kind):
        column = kind.types[name]
        kept = column.process_bind_param(getattr(row, name), None)
        read = column.process_bind_param(told.get(name, column.empty), None)
        if name not in untold and read != kept:
            yield name, kept


def _leads_out(kind: Kind, row: Any, name: str, types: Mapping[str, str]) -> bool:
    """Tell whether a field names an entry that the document does not hold: that stays untold."""
    column, value = kind.types[name], getattr(row, name)
    field = kind.by_name.get(name)
    if isinstance(column, Reference):
        return value is not None and value not in types
    if isinstance(column, Pairs):
        return name == "stances" and any(one not in types for one in value)
    return (
        isinstance(column, Refs)
        and not (field and field.choices)
        and any(one not in types for one in value)
    )
