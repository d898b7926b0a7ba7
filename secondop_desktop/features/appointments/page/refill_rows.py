"""Rows that are shown anew without taking the focus away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from secondop_desktop.widgets.lists.button_rows import Rows
from secondop_desktop.widgets.lists.rich_row_painting import Row


def refill(rows: Rows, shown: Sequence[tuple[str, Row]], otherwise: QWidget | None = None) -> None:
    """Show other rows; the focus keeps its place, or goes on where there are none left."""
    focused = next((at for at, button in enumerate(rows.buttons) if button.hasFocus()), -1)
    rows.clear()
    for key, row in shown:
        rows.add(key, row).show()
    rows.setVisible(bool(shown))
    near = rows.buttons[min(focused, len(shown) - 1)] if shown else otherwise
    if focused >= 0 and near is not None:
        near.setFocus()
