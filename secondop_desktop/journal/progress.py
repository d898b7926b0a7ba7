"""How much of many things is done, told from inside long work."""

from collections.abc import Callable, Collection, Iterator
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
    for number, one in enumerate(things):
        if not number % _EVERY:
            tell(number, len(things))
        yield one
    if things:
        tell(len(things), len(things))
