"""Rows of a long list that are made when they are first seen."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from secondop_desktop.widgets.lists.rich_list_delegate import RowItem


class LaterRows(Sequence[RowItem]):
    """Rows of which only the keys are known; ``make`` returns the row at a place.

    What date they have is of one line; ``tagged`` tells whether any has a status.
    """

    def __init__(
        self, keys: Sequence[object], make: Callable[[int], RowItem], *, tagged: bool
    ) -> None:
        self.keys, self._make, self.tagged = keys, make, tagged
        self._made: dict[int, RowItem] = {}

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> RowItem: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[RowItem]: ...
    def __getitem__(self, at: int | slice) -> RowItem | Sequence[RowItem]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._made:
            self._made[at] = self._make(range(len(self))[at])
        return self._made[at]

    def __iter__(self) -> Iterator[RowItem]:
        return (self[at] for at in range(len(self)))
