"""Rows of a long list that are made when they are first seen."""

from collections.abc import Callable, Sequence

from secondop_desktop.widgets.lists.made_later import MadeLater
from secondop_desktop.widgets.lists.rich_list_delegate import RowItem


class LaterRows(MadeLater[RowItem]):
    """Rows of which only the keys are known; ``make`` returns the row at a place.

    What date they have is of one line; ``tagged`` tells whether any has a status, ``detailed``
    whether any may have a second line, ``dated`` whether any may have a date. Where that is not
    told, rows are made till one has it: all of them where none has.
    """

    def __init__(
        self,
        keys: Sequence[object],
        make: Callable[[int], RowItem],
        *,
        tagged: bool,
        detailed: bool | None = None,
        dated: bool | None = None,
    ) -> None:
        super().__init__(keys, make)
        self.tagged, self._detailed, self._dated = tagged, detailed, dated

    @property
    def detailed(self) -> bool:
        """Whether any row may have a second line."""
        return self._detailed if self._detailed is not None else any(row.detail for row in self)

    @property
    def dated(self) -> bool:
        """Whether any row may have a date."""
        return self._dated if self._dated is not None else any(row.date for row in self)
