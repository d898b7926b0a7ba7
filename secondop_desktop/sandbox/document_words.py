"""One document of another program in the process that decodes: its words as plain text."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from secondop_desktop.sandbox.answers import Answer
from secondop_desktop.sandbox.documents import (
    open_document,
    outlook,
    rich,
    sheets,
    slides,
    word,
)

_TEXTS: Final[Mapping[str, Callable[[bytes], Iterable[str]]]] = {
    "word": word.texts,
    "open": open_document.texts,
    "slides": slides.texts,
    "sheets": sheets.texts,
    "rich": rich.texts,
}


class DocumentWords:
    """The bytes of a document, and who reads them."""

    def __init__(self, data: bytes, reader: str) -> None:
        self._data, self._reader = data, reader

    def close(self) -> None:
        """Let go of the bytes."""
        self._data = b""

    def do_text(self, _body: bytes, most: int) -> Answer:
        """Return the words, up to so many characters; raises TroubleError for what is none."""
        lines: list[str] = []
        size = 0
        for line in _TEXTS[self._reader](self._data):
            plain = line.rstrip()
            if plain or (lines and lines[-1]):
                lines.append(plain)
                size += len(plain) + 1
            if size > most:
                break
        return Answer({"text": "\n".join(lines)[:most].strip()})

    def do_message(self, _body: bytes) -> Answer:
        """Return heading, words and attachments of a message of Outlook."""
        return outlook.answer(outlook.Outlook(self._data))

    def do_attached(self, _body: bytes, number: int) -> Answer:
        """Return the bytes of one attachment of a message of Outlook."""
        return Answer(body=outlook.Outlook(self._data).bytes_of(number))
