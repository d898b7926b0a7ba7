"""What some pages offer beyond what every page does; the session knows them by that."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance


@runtime_checkable
class Begins(Protocol):
    """A page on which something new can be begun."""

    def start_new(self) -> object:
        """Open an empty form."""


@runtime_checkable
class Searches(Protocol):
    """The page of what is found."""

    def show_words(self, words: str) -> None:
        """Show what is found for these words."""


@runtime_checkable
class MakesCopies(Protocol):
    """The page of the safe copies."""

    copied: SignalInstance
    restore_wanted: SignalInstance

    def make_copy(self) -> None:
        """Make a safe copy."""


@runtime_checkable
class TurnsToCases(Protocol):
    """The page on which one of a person's cases is chosen."""

    case_chosen: SignalInstance
