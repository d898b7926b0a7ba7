"""Whether a resource bears extensions: looked at once, before others look for those they know."""

from collections.abc import Iterable
from typing import Any, Final

PARTED: Final = frozenset({dict, list})
"""What JSON holds that has parts."""


def is_extended(body: Any) -> bool:
    """Tell whether any part may be an extension (it has a ``url``) or bears a modifierExtension."""
    waiting: list[Any] = [body]
    more = waiting.append
    for part in waiting:
        inside: Iterable[Any] = part
        if type(part) is dict:
            if "url" in part or "modifierExtension" in part:
                return True
            inside = part.values()
        for one in inside:
            if type(one) in PARTED:
                more(one)
    return False
