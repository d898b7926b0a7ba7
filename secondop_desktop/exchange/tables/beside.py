"""What the tables of one file show each other of how dates and numbers are written in it."""

from dataclasses import dataclass

from secondop_desktop.exchange.tables.layout import Holds, Layout
from secondop_desktop.exchange.tables.table import Table


@dataclass(frozen=True)
class Beside:
    """The texts of dates and of numbers that stand beside a table, in others of its file."""

    dates: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def beside(table: Table, layout: Layout) -> Beside:
    """Return what a table holds of both."""
    dates = [layout.fields.get(name) for name in ("date", "start", "stop", "born")]
    numbers = [layout.fields.get("value"), *(one.column for one in layout.measures)]
    heads = layout.dates if layout.holds is Holds.DATES else ()
    return Beside(
        (
            *(text for at in dates for text in table.column(at)),
            *(table.headings[at] for at in heads),
        ),
        tuple(text for at in (*numbers, *heads) for text in table.column(at)),
    )
