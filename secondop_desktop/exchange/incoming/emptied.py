"""Fields that a table or an archive of ours has nothing in, where the journal has: asked."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.incoming.plan import Item
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.exchange.read_entries import said
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _, ngettext

_KEY, _KEEP, _EMPTY = "emptied", "keep", "empty"


class Emptied:
    """Gathers such fields: emptied on purpose, or filled in the journal since.

    What names an entry is never emptied; ``notices`` takes a sentence about that.
    """

    def __init__(self, asked: Asked, notices: list[str]) -> None:
        self._asked, self._notices = asked, notices
        self._fields: list[str] = []

    def of(self, kind: Kind, item: Item, row: Any) -> dict[str, Any]:
        """Return what to empty in an entry, nothing until somebody said so."""
        names = list(self._emptied(kind, item, row))
        self._fields += [_named(kind, item, name) for name in names]
        if self._asked.held(_KEY, _KEEP) != _EMPTY:
            return {}
        return {name: kind.type_of(name).empty for name in names}

    def ask(self, file: str) -> None:
        """Ask about all of them once they are known."""
        if not self._fields:
            return
        text = ngettext(
            "{count} field is empty in {file} where the journal has something: {field}. Empty it "
            "in the journal too?",
            "{count} fields are empty in {file} where the journal has something, such as {field}. "
            "Empty them in the journal too?",
            len(self._fields),
        ).format(count=len(self._fields), file=file, field=self._fields[0])
        choices = (
            Choice(_KEEP, _("No: keep what the journal has")),
            Choice(_EMPTY, _("Yes: empty it there too")),
        )
        self._asked.ask(Question(_KEY, text, choices, _KEEP))

    def _emptied(self, kind: Kind, item: Item, row: Any) -> Iterator[str]:
        for name in item.draft.emptied:
            if not said(kind, name, getattr(row, name)):
                continue
            if kind.by_name[name].required:
                self._say_needed(kind, item, name)
            else:
                yield name

    def _say_needed(self, kind: Kind, item: Item, name: str) -> None:
        text = _("{where}: “{field}” cannot be empty. What the journal has stays.")
        label = _(kind.by_name[name].label)
        self._notices.append(text.format(where=item.draft.where, field=label))


def _named(kind: Kind, item: Item, name: str) -> str:
    text = _("“{field}” of {title}")
    return text.format(field=_(kind.by_name[name].label), title=item.title)
