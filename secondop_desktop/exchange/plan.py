"""What an import would do, to be shown and agreed to before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from secondop_desktop.exchange.drafts import Draft, Skipped

__all__ = ["Item", "Plan", "Skipped"]


@dataclass(frozen=True)
class Item:
    """One entry of the plan: its kind, the title it will bear, and where it stands in the file.

    ``entry`` is the id of the entry already there, ``edits`` the fields that would change in it.
    """

    kind: str
    title: str
    where: str
    draft: Draft
    entry: str = ""
    edits: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """New, changed and same entries, what was skipped and why, and what else is worth knowing.

    ``name`` says what is imported; ``person`` is the id of the person it is for, None when the
    first of ``new`` is that person; ``known`` holds the ids of entries there by their origin.
    """

    name: str
    person: str | None
    new: tuple[Item, ...] = ()
    changed: tuple[Item, ...] = ()
    same: tuple[Item, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)

    def summary(self) -> dict[str, object]:
        """Return the counts and what was skipped, ready for JSON."""
        return {
            "new": len(self.new),
            "changed": len(self.changed),
            "same": len(self.same),
            "skipped": [{"where": one.where, "why": one.why} for one in self.skipped],
        }
