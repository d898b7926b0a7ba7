"""A plan as a person reads it: how much would come in, and what, row by row."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from secondop_desktop.exchange.incoming.plan import Item, Plan
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.lang import _, in_short
from secondop_desktop.widgets.controls.tag import Status
from secondop_desktop.widgets.lists.later_rows import LaterRows
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


def items(plan: Plan, around: PageContext) -> LaterRows:
    """Return a row for each part of the plan; each is made when it is first seen."""
    rows = _Rows(plan, around)
    return LaterRows(range(len(rows)), rows.row, tagged=True, detailed=True, dated=False)


class _Rows:
    """The rows of a plan: what is left out, what the files take back, and what comes in."""

    def __init__(self, plan: Plan, around: PageContext) -> None:
        self._plan, self._kinds = plan, around.journal.kinds
        self._said = {"new": _("New"), "changed": _("Changed"), "same": _("The same")}
        told = {"changed": _("Will be marked"), "same": _("Stays as it is")}
        self._told = [
            (name, at, _("Answer above") if one.waits else told[name])
            for name in told
            for at, one in enumerate(getattr(plan, name))
            if one.told
        ]
        apart = {one: {at for name, at, _word in self._told if name == one} for one in self._said}
        self._places = {
            name: [at for at in range(len(getattr(plan, name))) if at not in apart[name]]
            if apart[name]
            else range(len(getattr(plan, name)))
            for name in self._said
        }

    def __len__(self) -> int:
        return len(self._plan.skipped) + len(self._told) + sum(map(len, self._places.values()))

    def row(self, at: int) -> RowItem:
        """Return the row at a place."""
        left = at - len(self._plan.skipped)
        if left < 0:
            one = self._plan.skipped[at]
            return RowItem(at, one.why, one.where, status=Status(_("Left out"), Tone.WARNING))
        if left < len(self._told):
            name, place, word = self._told[left]
            item = getattr(self._plan, name)[place]
            return self._row(at, item, item.told, Status(word, Tone.WARNING))
        left -= len(self._told)
        for name, places in self._places.items():
            if left < len(places):
                item = getattr(self._plan, name)[places[left]]
                return self._row(at, item, item.title, Status(self._said[name]))
            left -= len(places)
        raise IndexError(at)

    def _row(self, at: int, item: Item, said: str, status: Status) -> RowItem:
        kind = self._kinds[item.kind]
        return RowItem(at, said, _about(item, kind), status=status, icon=kind.icon)


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
        field = kind.by_name[name]
        alone = field.choices or field.said or len(said) > _SHORT
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
        value, say = values.get(name), kind.by_name[name].said or said
        if value not in (None, "") and (text := in_short(say(value), _NOTE)):
            yield name, label, text


def preview(plan: Plan, around: PageContext) -> str:
    """Say how the first entries would be kept, to be seen beside the questions."""
    kinds = around.journal.kinds
    those = list(islice((one for one in plan.written if not one.told), _LOOKED_AT))
    about = {place for question in plan.questions for place in question.about}

    def rank(one: Item) -> tuple[bool, bool]:
        return one.where not in about, not _bears_a_date(one, kinds[one.kind])

    those = sorted(those, key=rank)[:_PREVIEWED]
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

_LOOKED_AT = 500
"""Entries among which those are that show an answer best."""

_PREVIEWED = 3
