"""What can be seen in a file without showing it: pages, size of a picture, and words."""

from collections.abc import Callable, Mapping
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files import recordings
from secondop_desktop.exchange.source_files.recordings import is_recording
from secondop_desktop.journal.files.document_words import Document
from secondop_desktop.journal.files.readable import is_text, readable
from secondop_desktop.lang import N_, _
from secondop_desktop.sandbox.answers import DAMAGED, LOCKED, NO_READER, TOO_LARGE, TroubleError
from secondop_desktop.sandbox.document_types import is_document
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_WORK, EndedError

MOST_PIXELS = 200_000_000
"""A picture with more would take gigabytes to show."""

MOST_TEXT = 400_000
"""Characters of a file's text that are kept for the search."""

_SECONDS = 60.0

_WIDEST = 4
"""Bytes of one character, at most."""


class KeptUnread(UserError):
    """A file is kept as it is, and its words are not known; the sentence says why."""


class Locked(KeptUnread):
    """The PDF opens only with a password, and none or another one was given."""


def look(content: Content, file_type: str, password: str = "") -> dict[str, Any]:
    """Return the pages and the text of a file, as far as its type has any.

    ``password`` opens a locked PDF. Raises Locked without it, KeptUnread for a document whose
    words cannot be read, and UserError for a PDF or picture that is broken or too large to show.
    """
    if is_text(file_type):
        return _text(content, file_type)
    if file_type == "application/pdf":
        return _pdf(content, password)
    if is_document(file_type):
        return _document(content, file_type)
    if is_recording(file_type):
        return recordings.look(content)
    return _LOOKS.get(file_type, _nothing)(content)


def _nothing(_content: Content) -> dict[str, Any]:
    return {}


def _pdf(content: Content, password: str) -> dict[str, Any]:
    """Count the pages and collect the words; refuse a broken or locked file."""
    try:
        found = _asked(content, "pdf", "all_text", {"most": MOST_TEXT}, password=password)
    except TroubleError as trouble:
        raise _no_pdf(content.name, trouble.trouble, bool(password)) from None
    if not found["pages"]:
        raise _broken(content.name)
    return {"pages": found["pages"], "text": _plain(found["text"])}


def _asked(
    content: Content, kind: str, act: str, told: Mapping[str, Any], **opening: Any
) -> dict[str, Any]:
    """Ask the sandbox once about a file; raises TroubleError, and UserError for a bomb."""
    with content.open() as stream:
        file = HeldFile(FOR_WORK, kind, stream.read(), **opening)
    try:
        return file.ask(act, _SECONDS, **told).head
    except EndedError:
        raise UserError(
            _(
                "{name} takes far more memory or time to read than a document does, so it "
                "was not brought in. Print it into a new PDF, and add that."
            ).format(name=content.name)
        ) from None
    finally:
        file.close()


def _no_pdf(name: str, trouble: str, tried: bool) -> UserError:
    if trouble != LOCKED:
        return _broken(name)
    if tried:
        text = _(
            "{name} is locked, and the password does not open it. It is kept as it is, locked."
        )
    else:
        text = _(
            "{name} is locked with a password. It is kept as it is, locked; its words "
            "cannot be searched."
        )
    return Locked(text.format(name=name))


def _broken(name: str) -> UserError:
    return UserError(_("{name} is not a whole PDF. Get the file again.").format(name=name))


def _picture(content: Content, phone: bool = False) -> dict[str, Any]:
    """Look at the size a picture claims, and count its pages, without decoding it."""
    try:
        found = _asked(content, "picture", "look", {}, phone=phone)
    except TroubleError as trouble:
        if trouble.trouble == NO_READER:
            return {"pages": 1}
        raise UserError(
            _("{name} is not a whole picture. Get the file again.").format(name=content.name)
        ) from None
    width, height = found["size"]
    if width * height > MOST_PIXELS:
        raise UserError(
            _("{name} has too many dots to be shown safely. Save it smaller.").format(
                name=content.name
            )
        )
    return {"pages": found["pages"]}


def _heic(content: Content) -> dict[str, Any]:
    """Look at a photo of a telephone; where nothing reads one, it is kept unseen."""
    return _picture(content, phone=True)


def _text(content: Content, file_type: str) -> dict[str, Any]:
    with content.open() as stream:
        data = stream.read(MOST_TEXT * _WIDEST)
    return {"text": _plain(readable(data, file_type))}


_UNREAD: Mapping[str, str] = {
    DAMAGED: N_(
        "{name} cannot be opened as a document; it may be damaged. It is kept as it is. Get the "
        "file again, or save it as a PDF in the program that made it."
    ),
    LOCKED: N_(
        "{name} is locked with a password. It is kept as it is, locked; its words cannot be "
        "searched. Save it without the password, and add that."
    ),
    TOO_LARGE: N_(
        "{name} holds far more than a document does. It is kept as it is; its words cannot be "
        "searched."
    ),
}


def _document(content: Content, file_type: str) -> dict[str, Any]:
    """Collect the words of a document of another program; it is kept whatever it holds."""
    with content.open() as stream:
        document = Document(FOR_WORK, stream.read(), file_type)
    try:
        return {"text": _plain(document.text(MOST_TEXT))}
    except TroubleError as trouble:
        raise unread(content.name, trouble.trouble) from None
    except EndedError:
        raise unread(content.name, TOO_LARGE) from None
    finally:
        document.close()


def unread(name: str, trouble: str) -> KeptUnread:
    """Say why the words of a document that is kept are not known."""
    return KeptUnread(_(_UNREAD.get(trouble, _UNREAD[DAMAGED])).format(name=name))


def _plain(text: str) -> str:
    text = "\n".join(text.splitlines()).replace("\ufffe", "-\n").replace("\xad\n", "-\n")
    kept = (char for char in text if char in "\n\t" or (char >= " " and char != "\xad"))
    return "".join(kept)[:MOST_TEXT].strip()


_LOOKS: Mapping[str, Callable[[Content], dict[str, Any]]] = {
    **dict.fromkeys(
        ("image/png", "image/jpeg", "image/tiff", "image/webp", "image/avif", "image/jp2"), _picture
    ),
    "image/heic": _heic,
}
