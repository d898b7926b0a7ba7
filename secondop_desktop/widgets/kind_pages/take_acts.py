"""What can be taken along of the rows chosen: on the clipboard, on paper, as a file."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from secondop_desktop.lang import N_, _
from secondop_desktop.widgets.controls.key_press import on_key
from secondop_desktop.widgets.kind_pages.row_menu import RowAct, RowMenu
from secondop_desktop.widgets.lists.rich_list import RowList

TEXT, TABLE, PRINT, SAVE = "text", "table", "print", "save"
_ACTS = (
    (TEXT, N_("Copy as text"), "copy"),
    (TABLE, N_("Copy as a table"), "table"),
    (PRINT, N_("Print…"), "print"),
    (SAVE, N_("Save as a PDF or text…"), "export"),
)


def take_acts(
    send: Callable[[str, object], object], entries: Callable[[], Sequence[str]]
) -> list[RowAct]:
    """Return the acts; each sends how to take along, and the ids of the entries."""

    def act(how: str) -> Callable[[], object]:
        return lambda: send(how, tuple(entries()))

    return [RowAct(_(words), icon, act(how)) for how, words, icon in _ACTS]


def let_take_along(rows: RowList, send: Callable[[str, object], object]) -> RowMenu:
    """Give a list of entries the menu for it, and Ctrl+C, also for several rows at once."""
    rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen() -> list[str]:
        """Return the entries chosen; headings among the rows are none."""
        return [key for key in rows.chosen_keys() if key.isalnum()]

    def copy() -> None:
        if chosen():
            send(TEXT, tuple(chosen()))

    on_key(QKeySequence.StandardKey.Copy, rows, copy)
    return RowMenu(rows, lambda: take_acts(send, chosen) if chosen() else [])
