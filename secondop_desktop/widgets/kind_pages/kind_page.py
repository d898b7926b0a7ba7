"""The page of one kind for one person, however it is laid out."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from secondop_desktop.journal.change import Change
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.watch import Watch
from secondop_desktop.widgets.forms.form import Form
from secondop_desktop.widgets.kind_pages.entry_acts import writer
from secondop_desktop.widgets.screen.page import Page

FormOf = type[Form]
NEW = "new"
"""What ``open_entry`` is asked for to begin an entry that does not exist yet."""


def add_words(kind: Kind) -> str:
    """Return what the button says that makes a new entry."""
    return _(kind.add) or _("Add: {kind}").format(kind=_(kind.label))


class KindPage(Page):
    """The page of one kind for one person; ``given`` is what a new entry starts with.

    ``lead`` says what the page is for while it is empty.
    """

    def __init__(
        self,
        journal: Journal,
        watch: Watch,
        kind: Kind,
        person: str,
        form: FormOf,
        lead: str = "",
        given: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_(kind.plural), "", parent, wide=True, scrolls=False)
        self.journal, self.watch, self.kind, self.person = journal, watch, kind, person
        self.form_of = form
        self.purpose = lead
        self.given: dict[str, Any] = {"person": person or None, **(given or {})}
        self.build()

    @abstractmethod
    def build(self) -> None:
        """Lay the page out and fill it."""

    @abstractmethod
    def start_new(self) -> object:
        """Open an empty form."""

    def _commit(self, label: str, does: Callable[[Change], Any]) -> Any:
        """Make one change; what stands in its way is told."""
        return writer(self.journal, self)(label, does)
