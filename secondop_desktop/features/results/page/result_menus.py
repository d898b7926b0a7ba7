"""What can be done with a test in the list, and with single results in its table."""

from typing import Any, Protocol

from secondop_desktop.features.results.page.starring import Starring
from secondop_desktop.features.results.rules.series import Series
from secondop_desktop.lang import _
from secondop_desktop.widgets.kind_pages.row_menu import RowAct
from secondop_desktop.widgets.kind_pages.take_acts import take_acts
from secondop_desktop.widgets.lists.table import Table


class ActsOnResults(Protocol):
    """The page that acts on the results chosen."""

    starring: Starring
    taking_wanted: Any
    """The signal that asks to take entries along."""

    def edit_chosen(self) -> None:
        """Edit the result chosen; of a whole test, the newest."""

    def ask_about_chosen(self) -> None:
        """Begin a question about the result chosen."""

    def bin_chosen(self) -> None:
        """Put the results chosen into the bin."""

    def is_in_letter(self, entry: str) -> bool:
        """Tell whether it is known in which letter a result is printed."""

    def show_in_letter(self, entry: str) -> None:
        """Show where a result is printed."""

    def add_like(self, one: Series) -> object:
        """Begin one more result of a test."""


def acts_on_test(page: ActsOnResults, one: Series | None) -> list[RowAct]:
    """Return what can be done with a row of the list, which may be in no test yet."""
    acts = [
        RowAct(_("Edit the newest result") if one else _("Edit"), "edit", page.edit_chosen),
        RowAct(_("Ask about this"), "question", page.ask_about_chosen),
        RowAct(_("Put all its results in the bin"), "bin", page.bin_chosen),
    ]
    if one is not None:
        more = RowAct(_("Add another result"), "add", lambda: page.add_like(one))
        acts.insert(0, more)
        acts.insert(2, page.starring.act([one.newest.id]))
        every = [point.id for point in one.points]
        acts += take_acts(page.taking_wanted.emit, lambda: every)
    return acts


def acts_on_results(page: ActsOnResults, table: Table) -> list[RowAct]:
    """Return what can be done with the results chosen in the table of a test."""
    chosen: list[Any] = table.chosen_keys()
    if not chosen:
        return []
    single = len(chosen) == 1
    return [
        RowAct(_("Edit"), "edit", page.edit_chosen, single),
        page.starring.act(chosen),
        RowAct(_("Ask about this"), "question", page.ask_about_chosen, single),
        *_in_letter(page, chosen[-1]),
        RowAct(_("Put in the bin"), "bin", page.bin_chosen),
        *take_acts(page.taking_wanted.emit, lambda: chosen),
    ]


def _in_letter(page: ActsOnResults, entry: str) -> list[RowAct]:
    """Return the line that shows a result where it is printed, if that is known."""
    show = RowAct(_("Show it in its letter"), "record", lambda: page.show_in_letter(entry))
    return [show] if page.is_in_letter(entry) else []
