"""The words of a document of another program, asked of the process that decodes."""

from typing import Final

from secondop_desktop.journal.files.markup import markup_text
from secondop_desktop.sandbox.answers import Answer
from secondop_desktop.sandbox.document_types import MSG, READERS
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import Sandbox

_SECONDS: Final = 30.0


class Document:
    """An open document; its acts raise TroubleError and EndedError as those of any held file."""

    def __init__(self, sandbox: Sandbox, data: bytes, media_type: str) -> None:
        self._file = HeldFile(sandbox, "document", data, reader=READERS[media_type])
        self._is_message = media_type == MSG

    def text(self, most: int) -> str:
        """Return the words as plain text, a message with its heading, up to so many characters."""
        if self._is_message:
            return message_words(self.message())[:most]
        return str(self._file.ask("text", _SECONDS, most=most).head["text"])

    def message(self) -> Answer:
        """Return what a message of Outlook says of itself, its words, and what is attached."""
        return self._file.ask("message", _SECONDS)

    def attached(self, number: int) -> bytes:
        """Return the bytes of one attachment of such a message."""
        return self._file.ask("attached", _SECONDS, number=number).body

    def close(self) -> None:
        """Let go of the document."""
        self._file.close()


def message_words(told: Answer) -> str:
    """Return heading and words of a message as they are read."""
    from secondop_desktop.journal.files.mail import heading

    said = told.head
    words = markup_text(told.body) if told.body else str(said["plain"])
    top = heading(said["subject"], said["from"], said["to"], said["date"])
    return "\n\n".join(part for part in (top, words.strip()) if part)
