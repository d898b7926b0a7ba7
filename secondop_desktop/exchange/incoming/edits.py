"""What would be set in an entry that is there already: never over what the person wrote."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from secondop_desktop.exchange.calendars.versions import is_older
from secondop_desktop.exchange.incoming.emptied import Emptied
from secondop_desktop.exchange.incoming.facts import Verdict
from secondop_desktop.exchange.incoming.matching import Match, Matching
from secondop_desktop.exchange.incoming.older_versions import OlderVersions
from secondop_desktop.exchange.incoming.plan import Item
from secondop_desktop.exchange.incoming.there import There
from secondop_desktop.exchange.incoming.withdrawals import LEAVE, said_so, whether_to_mark
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.read_entries import Link, Marks, ReadEntry, mark, own_name, said
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _


class Edits:
    """Compares drafts with their entries, field by field.

    ``known`` are the ids of entries by their origins, ``notices`` takes what is worth knowing.
    """

    def __init__(
        self,
        journal: Journal,
        connection: Connection,
        asked: Asked,
        of: Callable[[Kind], Matching],
        notices: list[str],
    ) -> None:
        self._journal, self._connection, self._asked = journal, connection, asked
        self._of, self._notices = of, notices
        self.emptied = Emptied(asked, notices)
        self.older = OlderVersions(journal, asked)
        self.known: Mapping[str, str] = {}
        self._origins: dict[str, Mapping[str, str]] = {}

    def of(self, item: Item, match: Match) -> dict[str, Any]:
        """Return what to set in an entry that is there; nothing for one put away."""
        there, draft = match.there, item.draft
        if draft.entry == there.id and not (there.binned or draft.settled):
            return self._corrected(item)
        told = match.by_facts and match.verdict is Verdict.SAME
        if there.binned or told or draft.settled or (draft.alike and not there.origin):
            return {}
        kind = self._journal.kind(item.kind)
        new = Marks.of(kind, draft.values)
        if there.marks == str(new) and there.origin == draft.origin:
            return {}
        if item.kind == "person":
            return self._filled(kind, draft, there, new)
        return self._merged(kind, item, there, new)

    def is_unchanged(self, kind: Kind, there: There) -> bool:
        """Tell whether an entry still says what the import gave it, and nothing more."""
        row = self.row(kind, there.id)
        names = {field.name for field in kind.fields} | there.fields.keys()
        return bool(there.fields) and all(
            self._mark_now(kind, name, getattr(row, name)) == there.fields.get(name)
            for name in names
        )

    def differing(self, draft: ReadEntry, entry: str) -> list[str]:
        """Return what the fields are called in which a draft says otherwise than an entry."""
        kind = self._journal.kind(draft.kind)
        row = self.row(kind, entry)
        new = Marks.of(kind, draft.values).fields
        own = {f.name: self._mark_now(kind, f.name, getattr(row, f.name)) for f in kind.fields}
        return [_(f.label) for f in kind.fields if own[f.name] != new.get(f.name)]

    def row(self, kind: Kind, entry: str) -> Any:
        """Return an entry as it is now."""
        table = kind.model.__table__
        return self._connection.execute(select(table).where(table.c.id == entry)).one()

    def _corrected(self, item: Item) -> dict[str, Any]:
        """Set what was changed in a table of this program; nothing private comes open."""
        kind = self._journal.kind(item.kind)
        row = self.row(kind, item.entry)
        edits = {
            name: value
            for name, value in _open_only(kind, item.draft.values, row).items()
            if _in_table(kind, name, self._there(value))
            != _in_table(kind, name, getattr(row, name))
            and not _opens(name, value)
        }
        if edits and self.older.is_before_change(item, row):
            return {}
        return edits | self.emptied.of(kind, item, row)

    def _there(self, value: Any) -> Any:
        """Return the ids for which links stand, where they are known."""
        if isinstance(value, tuple):
            return tuple(map(self._there, value))
        if isinstance(value, Mapping):
            return {self.known.get(own_name(key), key): one for key, one in value.items()}
        return self.known.get(value.origin, value) if isinstance(value, Link) else value

    def _filled(self, kind: Kind, draft: ReadEntry, there: There, new: Marks) -> dict[str, Any]:
        """Fill only what nobody has said about the person yet."""
        own = there.origin in {"", draft.origin}
        before = there.fields if own else {}
        row = self.row(kind, there.id)
        edits = {
            name: value
            for name, value in draft.values.items()
            if name in new.fields
            and name not in before
            and not _opens(name, value)
            and not said(kind, name, getattr(row, name))
        }
        if edits and own:
            edits |= {"origin": draft.origin, "origin_hash": str(new)}
        return edits

    def _merged(self, kind: Kind, item: Item, there: There, new: Marks) -> dict[str, Any]:
        """Set the fields that the file tells differently now, but for those the user changed."""
        before = there.fields
        row = self.row(kind, there.id)
        edits: dict[str, Any] = {}
        told = dict(new.fields)
        for name in sorted(before.keys() | new.fields.keys()):
            if before.get(name) == new.fields.get(name):
                continue
            now = self._mark_now(kind, name, getattr(row, name))
            if now == new.fields.get(name):
                continue
            value = item.draft.values.get(name, kind.type_of(name).empty)
            if _opens(name, value):
                continue
            if _says_less(value, getattr(row, name)):
                told = _as_before(told, before, name)
                continue
            why = said_so(kind, name, value)
            own = now != before.get(name)
            asked = why and not is_older(item.draft.pointer, row.source_place)
            if asked and self._is_left(kind, item, there, why):
                told = _as_before(told, before, name)
            elif own and not why:
                self._notices.append(_kept_own(kind, item, name, typed=not there.origin))
            else:
                edits[name] = value
        joined = not there.origin
        if (not edits and not joined) or (edits and self.older.stays(item, row)):
            return {}
        return edits | _renamed(item.draft, there) | {"origin_hash": str(Marks(told))}

    def _is_left(self, kind: Kind, item: Item, there: There, why: str) -> bool:
        """Ask whether an entry is to be taken for withdrawn; tell whether it stays as it is."""
        unchanged = self.is_unchanged(kind, there)
        title = self._journal.name(there.id)
        question = whether_to_mark(why, title, item.draft.file, unchanged=unchanged)
        return self._asked.ask(question) in {LEAVE, ""}

    def _mark_now(self, kind: Kind, name: str, value: Any) -> str | None:
        """Return the mark of what an entry holds now; ids count as their origins."""
        refers = kind.by_name[name].refers if name in kind.by_name else ""
        if refers and not isinstance(value, tuple):
            text = self._origin_of(refers, value) if isinstance(value, str) else ""
        else:
            text = said(kind, name, value)
        return mark(text) if text else None

    def _origin_of(self, kind: str, entry: str) -> str:
        """Return the origin by which files know an entry; its id where they do not."""
        if kind not in self._origins:
            there = {one.id: one.origin for one in self._of(self._journal.kind(kind)).there}
            told = {found: origin for origin, found in self.known.items()}
            self._origins[kind] = there | told
        return self._origins[kind].get(entry, entry)


def _in_table(kind: Kind, name: str, value: Any) -> str:
    """Return a value as tables hold it: spreadsheets make one sort of line ends of all."""
    return said(kind, name, value).replace("\r\n", "\n")


def _open_only(kind: Kind, values: Mapping[str, Any], row: Any) -> dict[str, Any]:
    """Drop what a table tells in words it could not read of fields that have a value here."""
    told = values.get("unread", {})
    left = {name: text for name, text in told.items() if not said(kind, name, getattr(row, name))}
    rest = {name: value for name, value in values.items() if name != "unread"}
    return rest | ({"unread": left} if left else {})


def _renamed(draft: ReadEntry, there: There) -> dict[str, str]:
    """Return the origin that an entry bears from now on, where that is another than before.

    What a journal calls it says less than what a source does.
    """
    if draft.entry and there.origin:
        return {}
    bears = (draft.bore.origin if draft.bore else "") or draft.origin
    return {"origin": bears} if bears != there.origin else {}


def _opens(name: str, value: object) -> bool:
    """Tell whether a file would show what the person keeps private: no file can."""
    return name == "private" and not value


def _says_less(value: object, now: object) -> bool:
    """Tell whether a date says only the day, the month or the year of the one that is there."""
    if not (isinstance(value, PartialDate) and isinstance(now, PartialDate)) or value == now:
        return False
    parts = ("year", "month", "day", "clock", "about")
    pairs = [(getattr(value, name), getattr(now, name)) for name in parts]
    return all(new in (None, old) for new, old in pairs)


def _as_before(told: Mapping[str, str], before: Mapping[str, str], name: str) -> dict[str, str]:
    """Return the marks as if the file had said nothing new of a field."""
    rest = {one: found for one, found in told.items() if one != name}
    return rest | ({name: before[name]} if name in before else {})


def _kept_own(kind: Kind, item: Item, name: str, *, typed: bool) -> str:
    field = kind.by_name.get(name)
    label = _(field.label) if field else name
    if typed:
        return _(
            "{title}: you wrote something else under “{field}” than the file says. What you wrote "
            "stays."
        ).format(title=item.title, field=label)
    return _(
        "{title}: you changed “{field}” yourself, and the file says something else. "
        "What you wrote stays."
    ).format(title=item.title, field=label)
