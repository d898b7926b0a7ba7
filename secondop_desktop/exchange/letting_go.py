"""Letting go of what was read without a halt of the window."""

from collections.abc import Iterator
from typing import Any, Final, TypeVar

T = TypeVar("T")
_FEW: Final = 500
"""Things that are let go of in one go."""


def let_go(things: list[Any]) -> None:
    """Forget these one after another: Python frees a large tree at once, and no thread runs then.

    Whoever calls it holds nothing that holds them all.
    """
    while things:
        del things[-_FEW:]


def taken(things: list[T]) -> Iterator[T]:
    """Yield things in their order, each held no longer than it is used; none is left."""
    things.reverse()
    while things:
        yield things.pop()
