"""The five tones in which the window speaks, each with its colours and its icon."""

from enum import StrEnum


class Tone(StrEnum):
    """How a message is meant; never shown by colour alone."""

    PLAIN = "plain"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"

    @property
    def ink(self) -> str:
        """The token of its text, icon and border."""
        return "text" if self is Tone.PLAIN else self.value

    @property
    def tint(self) -> str:
        """The token of its ground."""
        return "alternate" if self is Tone.PLAIN else f"{self.value}_tint"

    @property
    def edge(self) -> str:
        """The token of its border."""
        return "edge" if self is Tone.PLAIN else self.value

    @property
    def icon(self) -> str:
        """The name of its icon; the plain tone has none."""
        return "" if self is Tone.PLAIN else self.value
