"""Rows of a long list that are made when they are first seen."""

from collections.abc import Callable, Sequence

from secondop_desktop.widgets.lists.made_later import MadeLater
from secondop_desktop.widgets.lists.rich_list_delegate import RowItem


class LaterRows(MadeLater[RowItem]):
    """Rows of which only the keys are known; ``make`` returns the row at a place.

    What date they have is of one line; ``tagged`` tells whether any has a status.
    """

    def __init__(
        self, keys: Sequence[object], make: Callable[[int], RowItem], *, tagged: bool
    ) -> None:
        super().__init__(keys, make)
        self.tagged = tagged
