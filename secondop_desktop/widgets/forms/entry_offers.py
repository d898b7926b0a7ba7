"""The entries that a form offers to refer to: titles and second lines of one person's."""

from collections.abc import Callable, Sequence

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _
from secondop_desktop.widgets.picker.matching import Choice

Whose = Callable[[], str]
"""Gives the person's id, which a form for someone new learns only when they are saved."""


def source(journal: Journal, kinds: Sequence[Kind], whose: Whose) -> Callable[[], Sequence[Choice]]:
    """Return a callable that gives the person's entries of these kinds, the newest first."""

    def choices() -> list[Choice]:
        names, person = journal.names(), whose()
        return [
            Choice(row.id, kind.title(row, names), _detail(kind, kind.line(row, names), kinds))
            for kind in kinds
            for row in reversed(journal.entries(kind.name, person=person))
        ]

    return choices


def _detail(kind: Kind, line: str, kinds: Sequence[Kind]) -> str:
    """Say the kind as well where several are offered."""
    return " · ".join(part for part in (_(kind.label), line) if part) if kinds[1:] else line


def adder(journal: Journal, kind: Kind, whose: Whose) -> Callable[[str], str | None]:
    """Return a callable that makes a new entry from the text typed and gives its id.

    It gives None while there is no person yet whom the entry could belong to.
    """

    def add(text: str) -> str | None:
        if not (person := whose()):
            return None
        label = _("Add: {kind}").format(kind=_(kind.label))
        with journal.change(label) as change:
            return change.add(kind.name, person=person, **{kind.fields[0].name: text})

    return add
