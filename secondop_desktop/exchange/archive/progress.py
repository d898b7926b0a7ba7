"""How far a long piece of work is, told from inside it."""

from collections.abc import Callable

Step = Callable[[str, int, int], None]
"""Takes what is happening, and how much is done of how much, in KiB; may raise to stop the work."""


def silent(_text: str, _done: int, _total: int) -> None:
    """Say nothing."""
