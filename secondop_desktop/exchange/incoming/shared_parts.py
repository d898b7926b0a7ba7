"""What many lines of a file say alike, held once: else the memory grows with every repetition."""

from collections.abc import Hashable
from typing import Any, Final

_SHORT: Final = 64
"""Characters of a text that other lines are likely to tell too, such as a unit or a code."""

_SMALL: Final = 12
"""Parts of an object or a list that other lines are likely to tell too, such as a reference."""

_MOST: Final = 50_000
"""So much is looked for at most; then it begins anew, as what is near is most alike."""


class SharedParts:
    """Gives texts, numbers, lists and objects that were met before in place of equal ones.

    Nothing that was read from a file is written into afterwards, so one may stand in many places.
    """

    def __init__(self) -> None:
        self._met: dict[Hashable, Any] = {}

    def of(self, value: Any) -> Any:
        """Return an equal value, made of parts that were met before."""
        if len(self._met) > _MOST:
            self._met.clear()
        return self._held(value)[0]

    def _held(self, value: Any) -> tuple[Any, Hashable]:
        """Return the value with what tells it from any other; None where it is not looked for.

        What is looked for lives as long as it is known here, so that its place tells it.
        """
        if isinstance(value, str):
            return self._known(value, value) if len(value) <= _SHORT else (value, None)
        if isinstance(value, dict):
            names = [self._met.setdefault(name, name) for name in value]
            parts = list(map(self._held, value.values()))
            held = dict(zip(names, (one for one, _told in parts), strict=True))
            return self._whole(held, (*names, *(told for _one, told in parts)))
        if isinstance(value, list):
            parts = list(map(self._held, value))
            return self._whole([one for one, _told in parts], tuple(told for _one, told in parts))
        return self._known(value, (type(value), str(value)))

    def _whole(self, held: Any, told: tuple[Hashable, ...]) -> tuple[Any, Hashable]:
        if len(told) > 2 * _SMALL or None in told:
            return held, None
        found, _told = self._known(held, (type(held), *told))
        return found, id(found)

    def _known(self, value: Any, told: Hashable) -> tuple[Any, Hashable]:
        return self._met.setdefault(told, value), told
