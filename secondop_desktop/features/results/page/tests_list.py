"""The tests in rows, with the box that filters them and the order they stand in."""

from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from secondop_desktop.features.results.page.listed_tests import (
    ORDERS,
    ListedTest,
    ListedTests,
    TestKey,
)
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.kinds import Kind
from secondop_desktop.lang import _
from secondop_desktop.widgets.kind_pages.list_tools import ListTools
from secondop_desktop.widgets.lists.rich_list import RowList


class TestsList(QWidget):
    """Lists ``tests`` in ``rows``; the filter and the order stand in one line over them."""

    def __init__(self, journal: Journal, kind: Kind) -> None:
        super().__init__()
        self._journal, self._kind = journal, kind
        self.tests: ListedTests
        self.rows = RowList(_("Tests"))
        self.tools = ListTools(kind.name, [(key, _(words)) for key, words in ORDERS], self)
        self.tools.changed.connect(self._list_items)
        self.tools.count.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tools.place_head(column)
        column.addWidget(self.rows, 1)

    def show_results(self, person: str) -> None:
        """List the tests of a person as they are saved now."""
        self.tests = ListedTests(self._journal, self._kind, person)
        self._list_items()

    def _list_items(self) -> None:
        """List what the filter leaves."""
        items = self.tests.items(self._journal.names(), self.tools.chosen)
        self.tools.fit(len(items))
        self.rows.set_items(self.tools.kept(items))

    def current(self) -> TestKey | None:
        """Return the row that is current."""
        return cast("TestKey | None", self.rows.current_key())

    def in_order(self) -> dict[TestKey, ListedTest]:
        """Return the tests in the order chosen."""
        return self.tests.ordered(self.tools.chosen)
