"""What some pages offer beyond what every page does; the session knows them by that."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QImage


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
    mend_wanted: SignalInstance

    def make_copy(self) -> None:
        """Make a safe copy."""


@runtime_checkable
class ChangesPassphrase(Protocol):
    """The page that sets, changes and removes the passphrase."""

    def send_to(self, changed: SignalInstance, acted: SignalInstance) -> None:
        """Send there what the person wants: another passphrase, or to lock."""


@runtime_checkable
class TurnsToCases(Protocol):
    """The page on which one of a person's cases is chosen."""

    case_chosen: SignalInstance


@runtime_checkable
class KeepsFiles(Protocol):
    """The page that keeps files and pictures as records."""

    def take_in(self, paths: Sequence[Path], image: QImage | None) -> None:
        """Keep them, and ask what they are."""


@runtime_checkable
class ReadsFiles(Protocol):
    """The page that reads files of data entry by entry."""

    def read(self, paths: Sequence[Path]) -> None:
        """Read them into a plan."""

    def take_table(self, text: str) -> None:
        """Read the text of a table that was pasted into a plan."""


@runtime_checkable
class SaysTrouble(Protocol):
    """The page that is shown where another one could not be."""

    def say_trouble(self, text: str) -> None:
        """Say why."""
