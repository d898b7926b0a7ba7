"""How much of many things is done, told from inside long work."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

Tell = Callable[[int, int], None]
"""Hears how much of how much is done, in bytes or in things; raises to stop."""

_EVERY: Final = 64
"""So many things are done between two words of it: each costs the window a turn."""


def nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


def counted(things: Collection[T], tell: Tell) -> Iterator[T]:
    """Yield things one by one, and tell after each few how many were taken."""
    return of_so_many(things, len(things), tell)


def of_so_many(things: Iterable[T], total: int, tell: Tell) -> Iterator[T]:
    """Yield so many things as ``counted`` does, where only their number is known before."""
    for number, one in enumerate(things):
        if not number % _EVERY:
            tell(number, total)
        yield one
    if total:
        tell(total, total)


def parted(things: list[T], each: int, tell: Tell) -> Iterator[list[T]]:
    """Yield so many things at a time, and tell before how many were taken."""
    for at in range(0, len(things), each):
        tell(at, len(things))
        yield things[at : at + each]
