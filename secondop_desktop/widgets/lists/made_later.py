"""Rows of which only the keys are known until one is asked for."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

R = TypeVar("R")


class MadeLater(Sequence[R], Generic[R]):
    """Rows that ``make`` makes one by one, each by its place when it is first asked for."""

    def __init__(self, keys: Sequence[object], make: Callable[[int], R]) -> None:
        self.keys, self._make = keys, make
        self._made: dict[int, R] = {}

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...
    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._made:
            self._made[at] = self._make(range(len(self))[at])
        return self._made[at]

    def __iter__(self) -> Iterator[R]:
        return (self[at] for at in range(len(self)))
