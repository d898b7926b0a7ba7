"""How many examples of a rule are tried where trying one takes long."""

from hypothesis import settings


def at_most(wide: int) -> int:
    """Return this number, or as much less as ``conftest`` lets the short run try."""
    return max(wide * settings().max_examples // 100, 1)
