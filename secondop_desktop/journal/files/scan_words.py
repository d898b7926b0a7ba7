"""Words of pages that are pictures: for the search, and to be read as text, never for a value.

They are read by the program Tesseract, where somebody put it on the computer.
"""

import os
import shutil
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _
from secondop_desktop.sandbox.answers import NO_READER, Answer, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_WORK, EndedError, Sandbox

_SECONDS: Final = 90.0
_PARTS: Final = 10_000
_WINDOWS: Final = "Tesseract-OCR/tesseract.exe"
"""Where its installer for Windows puts it, without naming the place in the PATH."""

Box = tuple[float, float, float, float]
"""Left, top, width and height as parts of the page."""


def program() -> str:
    """Return the path of the program that reads words; empty where there is none."""
    found = shutil.which("tesseract")
    if found and Path(found).is_absolute():
        return found
    beside = Path(os.environ.get("PROGRAMFILES", "")) / _WINDOWS
    return str(beside) if beside.is_absolute() and beside.is_file() else ""


@dataclass(frozen=True)
class ScannedPage:
    """The words of a page as one text, and where each word starts in it and stands on the page."""

    text: str
    starts: tuple[int, ...]
    boxes: tuple[Box, ...]

    def boxes_of(self, start: int, count: int) -> tuple[Box, ...]:
        """Return where the words that a stretch of the text touches stand."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        end = bisect_right(self.starts, start + max(count, 1) - 1)
        return self.boxes[first:end]

    def word_at(self, x: float, y: float, near: float = 0.01) -> int | None:
        """Return where the word at a spot starts in the text; the spot as parts of the page."""
        for start, (left, top, width, height) in zip(self.starts, self.boxes, strict=True):
            across = left - near <= x <= left + width + near
            if across and top - near <= y <= top + height + near:
                return start
        return None


NOTHING: Final = ScannedPage("", (), ())


class ScanReader:
    """Reads the pages of a file, from 0, one when asked; raises UserError, in one sentence."""

    def __init__(self, data: bytes, file_type: str, sandbox: Sandbox = FOR_WORK) -> None:
        self._file = HeldFile(sandbox, "scan", data, file_type=file_type)

    def __len__(self) -> int:
        """Count the pages."""
        return int(self._ask("count").head["pages"])

    def page(self, number: int) -> ScannedPage:
        """Return the words of a page."""
        found = self._ask("words", page=number, program=program()).head.get("words", [])
        return _page([(str(word), *map(int, rest)) for word, *rest in found])

    def close(self) -> None:
        """Let go of the file at once."""
        self._file.close()

    def _ask(self, act: str, **told: Any) -> Answer:
        try:
            return self._file.ask(act, _SECONDS, **told)
        except TroubleError as trouble:
            absent = trouble.trouble == NO_READER
            raise UserError(absence() if absent else _unread()) from None
        except EndedError:
            raise UserError(_unread()) from None


def absence() -> str:
    """Say what is missing, and where it is told how to get it."""
    return _(
        "Words on pictures are read by the free program Tesseract, which this computer does not "
        "have. The help on photos says how to get it."
    )


def _unread() -> str:
    return _("The words on these pages could not be read. The pages are kept as they are.")


def _page(words: Sequence[tuple[Any, ...]]) -> ScannedPage:
    text, starts, boxes, before = "", [], [], None
    for word, left, top, width, height, line in words:
        if before is not None:
            text += " " if line == before else "\n"
        starts.append(len(text))
        boxes.append((left / _PARTS, top / _PARTS, width / _PARTS, height / _PARTS))
        text, before = text + word, line
    return ScannedPage(text, tuple(starts), tuple(boxes))
