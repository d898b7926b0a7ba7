"""What the journal already knows about a step."""

from collections.abc import Mapping
from typing import NamedTuple


class Fact(NamedTuple):
    """One thing that is known, said in words, and the screen that shows it.

    ``place`` is the key of a screen, or ``key:entry``. ``late`` is a day that has passed.
    """

    text: str
    place: str
    late: bool = False


Known = Mapping[str, tuple[Fact, ...]]
"""Facts under the keys of the stages, such as ``3`` or ``2.3``."""
