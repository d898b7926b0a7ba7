"""What a picker offers, found by any of its words, a hundred rows at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from secondop_desktop.widgets.background.text_folding import fold

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BATCH = 100


@dataclass(frozen=True)
class Choice:
    """An entry that can be chosen: its id, its title and a line that tells it from others."""

    id: str
    title: str
    detail: str = ""

    @cached_property
    def folded(self) -> str:
        """Title and detail as they are searched."""
        return fold(f"{self.title} {self.detail}")


def found(choices: Sequence[Choice], text: str) -> list[Choice]:
    """Return the choices that hold every word typed, those that begin with it first."""
    wanted = fold(text)
    words = wanted.split()
    hits = [choice for choice in choices if all(word in choice.folded for word in words)]
    return sorted(hits, key=lambda choice: not choice.folded.startswith(wanted))


class ChoiceList(QAbstractListModel):
    """The choices that fit what is typed; rows come in batches, so that thousands stay quick."""

    def __init__(
        self, choices: Sequence[Choice], chosen: str | None, parent: QObject | None = None
    ) -> None:
        """Offer these, the one chosen before on top."""
        super().__init__(parent)
        self._all = sorted(choices, key=lambda choice: choice.id != chosen)
        self.hits = self._all
        self._shown = min(_BATCH, len(self.hits))

    def search(self, text: str) -> None:
        """Keep only what holds every word typed."""
        self.beginResetModel()
        self.hits = found(self._all, text)
        self._shown = min(_BATCH, len(self.hits))
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Count the rows shown so far."""
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: _Index) -> bool:
        """Say whether scrolling on shows more."""
        return self._shown < len(self.hits)

    def fetchMore(self, parent: _Index) -> None:
        """Show the next batch."""
        upto = min(self._shown + _BATCH, len(self.hits))
        self.beginInsertRows(QModelIndex(), self._shown, upto - 1)
        self._shown = upto
        self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the choice itself to the painter and one line to screen readers."""
        choice = self.hits[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return choice
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(part for part in (choice.title, choice.detail) if part)
        return None
