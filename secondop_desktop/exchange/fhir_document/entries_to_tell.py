"""What a document is made from: the rows of one person, without what is left out."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from secondop_desktop.journal.kinds import Kinds, Names


class EntriesToTell(Protocol):
    """Gives the rows to tell; ``names`` has an empty text for what is left out."""

    @property
    def kinds(self) -> Kinds:
        """All kinds of entry."""
        ...

    @property
    def names(self) -> Names:
        """Gives the title of an entry."""
        ...

    @property
    def today(self) -> date:
        """The day on which it is made."""
        ...

    @property
    def person(self) -> Any:
        """Whose document it is."""
        ...

    @property
    def private(self) -> bool:
        """Whether what is told to few may go in, such as where papers lie at home."""
        ...

    def of(self, kind: str) -> Sequence[Any]:
        """Return the rows of a kind, drafts marked as such in their names."""
        ...

    def in_part(self, kind: str) -> Sequence[Any]:
        """Return what ``of`` does not, as a part of it cannot be read, such as a date."""
        ...

    def written(self, entry: str) -> Any:
        """Return a row as it stands in the journal, unmarked."""
        ...

    def said_none(self, kind: str) -> bool:
        """Tell whether the person said that there are none of a kind, and nothing denies it."""
        ...

    def tells_all(self, kind: str) -> bool:
        """Tell whether nothing of a kind was left out by hand or because it is private."""
        ...
