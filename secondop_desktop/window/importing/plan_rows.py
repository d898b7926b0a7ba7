"""A plan as a person reads it: how much would come in, and what, row by row."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from secondop_desktop.exchange.incoming.plan import Item, Plan
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.rich_list import RowItem
from secondop_desktop.widgets.theme.tone import Tone
from secondop_desktop.window.places import PageContext


def counted(plan: Plan, around: PageContext) -> str:
    """Say how much would come in, and for whom where that is not the open person."""
    parts = (
        (plan.new, _("{number} new")),
        (plan.changed, _("{number} changed")),
        (plan.same, _("{number} already in the journal")),
        (plan.skipped, _("{number} left out")),
    )
    said = [words.format(number=len(items)) for items, words in parts if items]
    found = ", ".join(said) or _("Nothing was found in these files")
    if plan.person and plan.person != around.person:
        person = around.journal.name(plan.person)
        return _("For {person}: {found}").format(person=person, found=found)
    return found


def items(plan: Plan, around: PageContext) -> list[RowItem]:
    """Return a row for each part of the plan."""
    kinds = around.journal.kinds
    rows = [
        RowItem(f"skipped{at}", one.why, one.where, status=Status(_("Left out"), Tone.WARNING))
        for at, one in enumerate(plan.skipped)
    ]
    rows += _taken_back(plan, around)
    parts = ((plan.new, _("New")), (plan.changed, _("Changed")), (plan.same, _("The same")))
    for all_of_them, word in parts:
        those = [one for one in all_of_them if not one.told]
        rows += [
            RowItem(
                f"{word}{at}",
                one.title,
                _about(one, kinds[one.kind]),
                status=Status(word),
                icon=kinds[one.kind].icon,
            )
            for at, one in enumerate(those)
        ]
    return rows


def _taken_back(plan: Plan, around: PageContext) -> list[RowItem]:
    """Return a row for each entry of the journal that the files say is wrong."""
    parts = ((plan.changed, _("Will be marked")), (plan.same, _("Stays as it is")))
    wait = _("Answer above")
    told = [(o, wait if o.waits else word) for those, word in parts for o in those if o.told]
    return [
        RowItem(
            f"told{at}",
            one.told,
            _about(one, around.journal.kinds[one.kind]),
            status=Status(word, Tone.WARNING),
            icon=around.journal.kinds[one.kind].icon,
        )
        for at, (one, word) in enumerate(told)
    ]


def _about(item: Item, kind: Kind) -> str:
    """Say the kind, the date as it would be kept, what changes or is told, and read numbers."""
    values = item.draft.values
    told = _changes(item, kind) if item.edits else islice(_told(item, kind), _FACTS)
    date = values.get(kind.when) or values.get("unread", {}).get(kind.when, "")
    printed = (one for one in values.values() if isinstance(one, Quantity) and one.read_as)
    read = (_("read as {number}").format(number=one.read_as) for one in printed if one.number)
    notes = in_short(str(values.get("notes") or ""), _NOTE)
    bore = item.draft.bore
    where = _("goes into the bin") if bore and bore.deleted_at else ""
    return " · ".join(filter(None, (_(kind.label), str(date), *told, notes, *read, where)))


def _told(item: Item, kind: Kind) -> Iterator[str]:
    """Yield the first words of an entry that neither its title nor its row says already."""
    for name, label, said in _in_words(kind, item.draft.values):
        if name in {kind.when, "notes"} or said.casefold() in item.title.casefold():
            continue
        alone = kind.by_name[name].choices or len(said) > _SHORT
        yield said if alone else _("{field}: {words}").format(field=_(label), words=said)


def _changes(item: Item, kind: Kind) -> Iterator[str]:
    """Yield what would be set in an entry: a field with its words, or its name alone."""
    said = {name: words for name, _label, words in _in_words(kind, item.edits)}
    names = [name for name in item.edits if name in kind.by_name]
    for name in names[:_FACTS]:
        label = _(kind.by_name[name].label)
        yield _("{field}: {words}").format(field=label, words=said[name]) if name in said else label
    if len(names) > _FACTS:
        yield "…"


def _in_words(kind: Kind, values: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, label, said in kind.worded:
        value = values.get(name)
        if value not in (None, "") and (text := in_short(said(value), _NOTE)):
            yield name, label, text


def preview(plan: Plan, around: PageContext) -> str:
    """Say how the first entries would be kept, to be seen beside the questions."""
    kinds = around.journal.kinds
    those = [one for one in (*plan.new, *plan.changed) if not one.told]
    those = sorted(those, key=lambda one: not _bears_a_date(one, kinds[one.kind]))[:_PREVIEWED]
    lines = [f"{one.title} · {_about(one, kinds[one.kind])}" for one in those]
    return "\n".join([_("With your answers so far:"), *lines]) if lines else ""


def _bears_a_date(item: Item, kind: Kind) -> bool:
    """Tell what shows an answer best: most questions are about dates."""
    values = item.draft.values
    return bool(values.get(kind.when) or values.get("unread", {}).get(kind.when))


_NOTE = 60
_FACTS = 3
"""What a row says of an entry beside its title, or of its changes."""

_SHORT = 4
"""Letters, such as ``None`` or ``6``, that say little without the name of their field."""

_PREVIEWED = 3
