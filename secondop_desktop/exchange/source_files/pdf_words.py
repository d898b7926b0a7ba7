"""Counts the pages of a PDF and collects its words, in a process of its own with limits.

A few kilobytes can make a reader of PDFs take gigabytes or never end; then only that process ends.
``python -m secondop_desktop.exchange.source_files.pdf_words`` reads a line with the password as
JSON and then the file from stdin, and writes one JSON object.
"""

import json
import subprocess
import sys
from contextlib import suppress
from typing import Any

MOST_TEXT = 400_000
"""Characters of a file's text that are kept for the search."""

_MEMORY = 1_200_000_000
"""Bytes of address space beside the file itself; an ordinary file takes a third of that."""
_SECONDS = 60


class TooMuchError(Exception):
    """The file takes more memory or time than a document does."""


def read(data: bytes, password: str) -> dict[str, Any]:
    """Return ``pages`` and ``text`` of a PDF, or ``trouble`` with PDFium's number for it.

    Raises TooMuchError when the process that reads it ends over its limits.
    """
    given = json.dumps(password).encode() + b"\n" + data
    try:
        done = subprocess.run(
            _command(), input=given, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise TooMuchError from late
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError as nothing:
        raise TooMuchError from nothing
    return found


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-pdf"]
    return [sys.executable, "-P", "-m", __name__]


def main() -> int:
    """Be the process that reads: within limits, from stdin to stdout."""
    given = sys.stdin.buffer
    password = json.loads(given.readline())
    data = given.read()
    _limit(len(data))
    sys.stdout.buffer.write(json.dumps(_read(data, password)).encode())
    return 0


def _limit(size: int) -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        most = _MEMORY + 4 * size
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes, password: str) -> dict[str, Any]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data, password or None) as document:
            return {"pages": len(document), "text": _text(document)}
    except pypdfium2.PdfiumError as problem:
        return {"trouble": getattr(problem, "err_code", 0) or 0}


def _text(document: Any) -> str:
    texts: list[str] = []
    size = 0
    for number in range(len(document)):
        texts.append(_page_text(document, number))
        size += len(texts[-1])
        if size > MOST_TEXT:
            break
    return "\n\n".join(texts)


def _page_text(document: Any, number: int) -> str:
    """Return the words of one page; a page that cannot be read has none."""
    import pypdfium2

    try:
        page = document[number]
        found: str = page.get_textpage().get_text_range()
        page.close()
    except pypdfium2.PdfiumError:
        return ""
    return found


if __name__ == "__main__":
    sys.exit(main())
