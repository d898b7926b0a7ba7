"""What was done to the pages while they are arranged, step by step, so that each can be undone."""

from collections.abc import Sequence
from dataclasses import replace

from secondop_desktop.exchange.photographs.arrangement import Crop, Sheet

Sheets = tuple[Sheet, ...]


class Steps:
    """The pages as they are now; ``whole`` are those of all photographs as they were taken."""

    def __init__(self, sheets: Sequence[Sheet], whole: Sequence[Sheet]) -> None:
        self.now: Sheets = tuple(sheets)
        self.whole = tuple(whole)
        self._done: list[Sheets] = []
        self._undone: list[Sheets] = []
        self._merge = ""

    def left_out(self) -> Sheets:
        """Return the pages of photographs that are no page now, as they were taken."""
        used = {(sheet.picture, sheet.page) for sheet in self.now}
        return tuple(sheet for sheet in self.whole if (sheet.picture, sheet.page) not in used)

    def can_undo(self) -> bool:
        """Tell whether a step can be taken back."""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Tell whether a step was taken back."""
        return bool(self._undone)

    def undo(self) -> None:
        """Take the last step back."""
        if self._done:
            self._undone.append(self.now)
            self.now, self._merge = self._done.pop(), ""

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._undone:
            self._done.append(self.now)
            self.now, self._merge = self._undone.pop(), ""

    def turn(self, at: int, by: int) -> None:
        """Turn a page by so many quarters to the right."""
        self._change(at, self.now[at].turned(by))

    def cut(self, at: int, crop: Crop) -> None:
        """Keep this part of a page; moving one frame on is one step."""
        self._change(at, replace(self.now[at], crop=crop), f"cut {at}")

    def lighten(self, at: int, light: int) -> None:
        """Give a page this light."""
        self._change(at, replace(self.now[at], light=light))

    def lighten_all(self, light: int) -> None:
        """Give every page this light."""
        self._do(tuple(replace(sheet, light=light) for sheet in self.now))

    def move(self, at: int, by: int) -> int:
        """Move a page up or down, and return where it is then."""
        to = min(max(at + by, 0), len(self.now) - 1)
        rest = [*self.now[:at], *self.now[at + 1 :]]
        self._do((*rest[:to], self.now[at], *rest[to:]))
        return to

    def leave_out(self, at: int) -> None:
        """Leave a page out; the last one stays."""
        if len(self.now) > 1:
            self._do((*self.now[:at], *self.now[at + 1 :]))

    def bring_back(self, sheet: Sheet) -> None:
        """Make a page that was left out the last one."""
        self._do((*self.now, sheet))

    def _change(self, at: int, sheet: Sheet, merge: str = "") -> None:
        self._do((*self.now[:at], sheet, *self.now[at + 1 :]), merge)

    def _do(self, sheets: Sheets, merge: str = "") -> None:
        if sheets == self.now:
            return
        if not merge or merge != self._merge:
            self._done.append(self.now)
        self._undone, self._merge, self.now = [], merge, sheets
