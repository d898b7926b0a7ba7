"""What the decoders say back: facts, bytes, or why a file cannot be read."""

from dataclasses import dataclass, field
from typing import Any, Final

DAMAGED: Final = "damaged"
LOCKED: Final = "locked"
TOO_LARGE: Final = "too large"
NO_READER: Final = "no reader"
"""The troubles of a file, which the program says in its own words."""


class TroubleError(Exception):
    """A file cannot be read: one of the troubles, with what is known of it."""

    def __init__(self, trouble: str, **facts: Any) -> None:
        super().__init__(trouble)
        self.trouble, self.facts = trouble, facts


@dataclass(frozen=True)
class Answer:
    """What came of one act."""

    head: dict[str, Any] = field(default_factory=dict)
    body: bytes = b""
