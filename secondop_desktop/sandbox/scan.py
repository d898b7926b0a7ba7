"""Words on pages that are pictures, read by the program Tesseract where a computer has it.

It is started by the process that decodes, so it has that process's limits of memory and time, and
may write no file: the page goes in by its stdin, and the words come out by its stdout. A page
that is thresholded as usual loses its words where the paper is grey or noisy; by Sauvola's
method (``thresholding_method=2``) nearly all of them are found.
"""

import os
import subprocess
import sys
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, NO_READER, Answer, TroubleError
from secondop_desktop.sandbox.picture_types import HEIC

LANGUAGES: Final = ("eng", "cym")
"""English and Welsh, as Tesseract calls them."""

MOST_PIXELS: Final = 100_000_000
_SHOWN: Final = 12_000_000
_DPI: Final = 250
_POINTS: Final = 72
_PARTS: Final = 10_000
_SECONDS: Final = 80.0
"""For one page; one of letters takes one or two."""

_WORD: Final = "5"
"""The level of a line of the table that is one word."""

_COLUMNS: Final = 12

Word = tuple[str, int, int, int, int, int]
"""Its letters; left, top, width and height in ten-thousandths of the page; the line it is in."""


class Scan:
    """The bytes of a PDF or a picture; pages count from 0."""

    def __init__(self, data: bytes, file_type: str) -> None:
        if file_type == "application/pdf":
            from secondop_desktop.sandbox.pdf_pages import PdfPages

            self._pdf: Any = PdfPages(data)
            self._picture: Any = None
        else:
            from secondop_desktop.sandbox.pictures import Pictures

            phone = file_type in HEIC
            self._pdf, self._picture = None, Pictures(data, phone)

    def close(self) -> None:
        """Let go of the file."""
        (self._pdf or self._picture).close()

    def do_count(self, _body: bytes) -> Answer:
        """Return how many pages there are."""
        if self._pdf is not None:
            return Answer({"pages": len(self._pdf)})
        return Answer({"pages": self._picture.do_look(b"").head["pages"]})

    def do_words(self, _body: bytes, page: int, program: str) -> Answer:
        """Return the words of a page, in the order of reading, each with its place."""
        from PIL import Image

        drawn = self._drawn(page)
        (width, height), form = drawn.head["size"], drawn.head["form"]
        mode, raw = {"RGB": ("RGB", "RGB"), "RGBA": ("RGBA", "RGBA")}.get(form, ("RGB", "BGRX"))
        size, stride = (width, height), drawn.head["stride"]
        grey = Image.frombuffer(mode, size, drawn.body, "raw", raw, stride, 1).convert("L")
        head = f"P5 {width} {height} 255\n".encode()
        told = _asked(program, head + grey.tobytes(), _languages(program))
        return Answer({"words": _words(told, width, height)})

    def _drawn(self, page: int) -> Answer:
        found: Answer
        if self._pdf is not None:
            found = self._pdf.do_render(b"", page, _DPI / _POINTS)
        else:
            found = self._picture.do_page(b"", page, MOST_PIXELS, _SHOWN)
        return found


def _languages(program: str) -> str:
    """Return those of our languages that the program has; raises TroubleError without any."""
    told = _run([program, "--list-langs"], b"")
    there = told.decode("utf-8", "replace").split()
    known = [one for one in LANGUAGES if one in there]
    if not known:
        raise TroubleError(NO_READER)
    return "+".join(known)


def _asked(program: str, page: bytes, languages: str) -> str:
    asked = [program, "stdin", "stdout", "-l", languages, "--dpi", str(_DPI)]
    asked += ["-c", "thresholding_method=2", "-c", "tessedit_create_tsv=1"]
    return _run(asked, page).decode("utf-8", "replace")


def _run(command: list[str], fed: bytes) -> bytes:
    more: dict[str, Any] = {"env": {**os.environ, "OMP_THREAD_LIMIT": "1"}}
    if sys.platform == "win32":
        more["creationflags"] = subprocess.CREATE_NO_WINDOW
    try:
        done = subprocess.run(
            command, input=fed, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=_SECONDS, check=True, **more,
        )  # fmt: skip
    except subprocess.CalledProcessError as failed:
        raise TroubleError(DAMAGED) from failed
    except (OSError, subprocess.TimeoutExpired) as absent:
        raise TroubleError(NO_READER) from absent
    return bytes(done.stdout)


def _words(table: str, width: int, height: int) -> list[Word]:
    """Read Tesseract's table: a line for each part of the page, twelve columns, the words last."""
    found: list[Word] = []
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
            continue
        line = lines.setdefault(tuple(cells[1:5]), len(lines))
        left, top, wide, high = (int(cell) for cell in cells[6:10])
        place = (left * _PARTS // width, top * _PARTS // height)
        size = (wide * _PARTS // width, high * _PARTS // height)
        found.append((cells[11].strip(), *place, *size, line))
    return found
