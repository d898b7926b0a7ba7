"""One entry while it is being written: made at the first save, saved field by field."""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _


class EntryDraft:
    """An entry that exists (``entry``) or will exist once something was written into it.

    ``given`` are the columns a new entry starts with: its person, its case, its owner.
    """

    def __init__(
        self, journal: Journal, kind: Kind, entry: str | None, given: Mapping[str, Any]
    ) -> None:
        self.journal = journal
        self.kind = kind
        self.entry = entry
        # A person belongs to nobody else, though the page of one gives whom it is about.
        left = {"person"} if kind.name == "person" else set()
        self.given = {name: value for name, value in given.items() if name not in left}

    def row(self) -> Any:
        """Return the entry as it is saved, or None while there is none."""
        if self.entry is None:
            return None
        try:
            return self.journal.get(self.kind.name, self.entry)
        except UserError:
            return None

    def save(self, values: Mapping[str, Any], unread: Mapping[str, str]) -> None:
        """Save some fields; ``unread`` is what was typed into them and cannot be read yet.

        Raises UserError when the file cannot take it; nothing is saved then.
        """
        stored = {name: self._stored(name, value) for name, value in values.items()}
        if self.entry is None:
            self._add(stored, unread)
        else:
            self._edit(stored, unread)

    def made_whole(self, change: Change, stored: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the values to store, once what they refer to is there too."""
        return stored

    def _stored(self, name: str, value: Any) -> Any:
        return self.kind.type_of(name).empty if value is None else value

    def _add(self, stored: Mapping[str, Any], unread: Mapping[str, str]) -> None:
        label = _("Add: {kind}").format(kind=_(self.kind.label))
        with self.journal.change(label, initiator=self) as change:
            typed = {name: text for name, text in unread.items() if text}
            values = self.given | dict(self.made_whole(change, stored))
            entry = change.add(self.kind.name, **values, unread=typed)
        self.entry = entry

    def _edit(self, stored: Mapping[str, Any], unread: Mapping[str, str]) -> None:
        assert self.entry is not None
        label = _("Edit: {kind}").format(kind=_(self.kind.label))
        merge = (self.kind.name, self.entry, *stored)
        before = self.row()
        kept = {**(before.unread if before is not None else {}), **unread}
        typed = {name: text for name, text in kept.items() if text}
        with self.journal.change(label, merge=merge, initiator=self) as change:
            values = self.made_whole(change, stored)
            change.edit(self.kind.name, self.entry, **values, unread=typed)

    def put_away(self) -> None:
        """Put the entry into the bin."""
        if self.entry is not None:
            title = self.journal.name(self.entry) or _(self.kind.label)
            with self.journal.change(_("Put in the bin: {title}").format(title=title)) as change:
                change.put_away(self.kind.name, self.entry)
