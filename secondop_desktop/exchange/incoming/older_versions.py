"""What a file tells of an entry as it was before a newer file told it: asked, never put back."""

from datetime import datetime
from typing import Any

from secondop_desktop.exchange.calendars.versions import is_before, is_older
from secondop_desktop.exchange.incoming.plan import Item
from secondop_desktop.exchange.questions import Asked, Choice, Question
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.sources import Pieces
from secondop_desktop.lang import _, ngettext

_KEY, _KEEP, _TAKE = "older", "keep", "take"


class OlderVersions:
    """Compares when a resource was last updated with when the one was that the journal has.

    FHIR R4, Resource.meta.lastUpdated. The journal knows it from the file that it keeps; without
    that, and for what says no time, the file brought in last counts. An event of a calendar
    says which version it is beside its place.
    """

    def __init__(self, journal: Journal, asked: Asked) -> None:
        self._asked = asked
        self._pieces = Pieces(journal)
        self._titles: list[str] = []

    def stays(self, item: Item, row: Any) -> bool:
        """Tell whether an entry stays as it is, as the file is older than what it says."""
        older = self._is_older(item, row) or is_older(item.draft.pointer, row.source_place)
        return older and self._is_kept(item)

    def is_before_change(self, item: Item, row: Any) -> bool:
        """Tell whether an entry stays, as our own calendar was written before it changed."""
        return is_before(item.draft.pointer, row.changed) and self._is_kept(item)

    def _is_kept(self, item: Item) -> bool:
        self._titles.append(item.title)
        return self._asked.held(_KEY, _KEEP) != _TAKE

    def _is_older(self, item: Item, row: Any) -> bool:
        told = _moment(item.draft.updated)
        if not told or not row.source_file:
            return False
        there = _moment(_updated(self._pieces.at(row.source_file, row.source_place)))
        return there is not None and told < there

    def ask(self, file: str) -> None:
        """Ask about all of them once they are known."""
        if not self._titles:
            return
        text = ngettext(
            "{file} has an older version of {title} than the journal. Use the older one?",
            "{file} has older versions of {count} entries than the journal, such as {title}. "
            "Use the older ones?",
            len(self._titles),
        ).format(file=file, count=len(self._titles), title=self._titles[0])
        choices = (
            Choice(_KEEP, _("No: keep what the journal has")),
            Choice(_TAKE, _("Yes: use what the file says")),
        )
        self._asked.ask(Question(_KEY, text, choices, _KEEP))


def _updated(body: Any) -> Any:
    meta = body.get("meta") if isinstance(body, dict) else None
    return meta.get("lastUpdated") if isinstance(meta, dict) else None


def _moment(text: Any) -> datetime | None:
    """Read an instant; one without an offset cannot be compared."""
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) and text else None
    except ValueError:
        return None
    return found if found and found.tzinfo else None
