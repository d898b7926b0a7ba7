"""The process that decodes: asked through its stdin, answering through its stdout.

``python -m secondop_desktop.sandbox.worker`` waits for frames. It ends when the pipe does, at
once and in the middle of an act, so it outlives no program that started it.
"""

import os
import sys
import threading
from collections.abc import Callable, Mapping
from queue import SimpleQueue
from typing import IO, Any, Final, Protocol

from secondop_desktop.sandbox import frames, limits
from secondop_desktop.sandbox.answers import DAMAGED, Answer, TroubleError

Asked = tuple[frames.Head, bytes]


class Opened(Protocol):
    """A file that is open: each act is a method of its name that takes what is asked by name."""

    def close(self) -> None: ...


def _pdf(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.pdf_pages import PdfPages

    return PdfPages(data, **told)


def _picture(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.pictures import Pictures

    return Pictures(data, **told)


def _photo(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.photo import Photo

    return Photo(data, **told)


def _print(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.print_pictures import PrintPictures

    return PrintPictures(data, **told)


def _rehearsal(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.pdf_rehearsal import PdfRehearsal

    return PdfRehearsal(data, **told)


def _document(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.document_words import DocumentWords

    return DocumentWords(data, **told)


def _calendar(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.calendar_events import CalendarEvents

    return CalendarEvents(data, **told)


def _workbook(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.workbooks import Workbook

    return Workbook(data, **told)


def _dicom(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.dicom import Dicom

    return Dicom(data, **told)


def _sound(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.sound import Sound

    return Sound(data, **told)


def _scan(data: bytes, **told: Any) -> Opened:
    from secondop_desktop.sandbox.scan import Scan

    return Scan(data, **told)


_KINDS: Final[Mapping[str, Callable[..., Opened]]] = {
    "pdf": _pdf,
    "picture": _picture,
    "photo": _photo,
    "print": _print,
    "rehearsal": _rehearsal,
    "document": _document,
    "calendar": _calendar,
    "workbook": _workbook,
    "dicom": _dicom,
    "sound": _sound,
    "scan": _scan,
}


class Worker:
    """Holds the open files by the numbers that the program gave them."""

    def __init__(self) -> None:
        self._open: dict[int, tuple[Opened, int]] = {}

    def act(self, head: frames.Head, body: bytes) -> Answer | None:
        """Do what a frame asks; None where no answer is waited for."""
        number, act, told = head["file"], head["act"], head["told"]
        if act == "close":
            self._close(number)
            return None
        limits.allow(len(body) + sum(size for _file, size in self._open.values()))
        if act == "open":
            self._open[number] = (_KINDS[head["kind"]](body, **told), len(body))
            return Answer()
        opened, _size = self._open[number]
        answer: Answer = getattr(opened, f"do_{act}")(body, **told)
        return answer

    def _close(self, number: int) -> None:
        opened, _size = self._open.pop(number, (None, 0))
        if opened is not None:
            opened.close()


def main() -> int:
    """Be the process that decodes, until nobody asks any more."""
    limits.begin()
    asked: SimpleQueue[Asked] = SimpleQueue()
    listening = threading.Thread(target=_listen, args=(sys.stdin.buffer, asked), daemon=True)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # What a library prints must not stand between two answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    listening.start()
    worker = Worker()
    while True:
        _answer(worker, out, *asked.get())


def _listen(stream: IO[bytes], asked: "SimpleQueue[Asked]") -> None:
    """End the process with the pipe, whatever the decoder is at."""
    try:
        while True:
            asked.put(frames.read(stream))
    finally:
        os._exit(0)


def _answer(worker: Worker, out: IO[bytes], head: frames.Head, body: bytes) -> None:
    try:
        answer = worker.act(head, body)
    except TroubleError as trouble:
        answer = Answer({"trouble": trouble.trouble, **trouble.facts})
    except MemoryError:
        os._exit(limits.OVER)
    except Exception:  # noqa: BLE001 - whatever a decoder makes of a file is the file's trouble
        answer = Answer({"trouble": DAMAGED})
    if answer is not None:
        frames.write(out, answer.head, answer.body)


if __name__ == "__main__":
    sys.exit(main())
