"""The entries that a form offers to refer to: titles and second lines of one person's."""

from collections.abc import Callable, Sequence

from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _
from secondop_desktop.widgets.choices import Choice


def source(journal: Journal, kinds: Sequence[Kind], person: str) -> Callable[[], Sequence[Choice]]:
    """Return a callable that gives the person's entries of these kinds, the newest first."""

    def choices() -> list[Choice]:
        names = journal.names()
        return [
            Choice(row.id, kind.title(row, names), _detail(kind, kind.line(row, names), kinds))
            for kind in kinds
            for row in reversed(journal.entries(kind.name, person=person))
        ]

    return choices


def _detail(kind: Kind, line: str, kinds: Sequence[Kind]) -> str:
    """Say the kind as well where several are offered."""
    return " · ".join(part for part in (_(kind.label), line) if part) if kinds[1:] else line


def adder(journal: Journal, kind: Kind, person: str) -> Callable[[str], str | None]:
    """Return a callable that makes a new entry from the text typed and gives its id."""

    def add(text: str) -> str:
        label = _("Add: {kind}").format(kind=_(kind.label))
        with journal.change(label) as change:
            return change.add(kind.name, person=person, **{kind.fields[0].name: text})

    return add
