"""A calm read-only table: no grid walls, rows as tall as their text, sorted by its headings."""

from secondop_desktop.widgets.lists.table.rows import Column, TableRow
from secondop_desktop.widgets.lists.table.table import Table

__all__ = ["Column", "Table", "TableRow"]
