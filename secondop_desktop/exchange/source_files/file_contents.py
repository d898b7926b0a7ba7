"""What can be seen in a file without showing it: pages, size of a picture, and words."""

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.exchange.source_files import pdf_words
from secondop_desktop.exchange.source_files.pdf_words import MOST_TEXT
from secondop_desktop.journal.files import heic
from secondop_desktop.journal.files.readable import is_text, readable
from secondop_desktop.lang import _

MOST_PIXELS = 200_000_000
"""A picture with more would take gigabytes to show."""

_WRONG_PASSWORD = 4
"""The number PDFium gives this trouble."""

_WIDEST = 4
"""Bytes of one character, at most."""


class Locked(UserError):
    """The PDF opens only with a password, and none or another one was given."""


def look(content: Content, file_type: str, password: str = "") -> dict[str, Any]:
    """Return the pages and the text of a file, as far as its type has any.

    ``password`` opens a locked PDF. Raises Locked without it, and UserError for a PDF or picture
    that is broken or too large to show.
    """
    if is_text(file_type):
        return _text(content, file_type)
    if file_type == "application/pdf":
        return _pdf(content, password)
    return _LOOKS.get(file_type, _nothing)(content)


def _nothing(_content: Content) -> dict[str, Any]:
    return {}


def _pdf(content: Content, password: str) -> dict[str, Any]:
    """Count the pages and collect the words; refuse a broken or locked file."""
    with content.open() as stream:
        data = stream.read()
    try:
        found = pdf_words.read(data, password)
    except pdf_words.TooMuchError:
        raise UserError(
            _(
                "{name} takes far more memory or time to read than a document does, so it was not "
                "taken in. Print it into a new PDF, and add that."
            ).format(name=content.name)
        ) from None
    if "trouble" in found:
        raise _no_pdf(content.name, data, found["trouble"], bool(password))
    if not found["pages"]:
        raise _broken(content.name)
    return {"pages": found["pages"], "text": _plain(found["text"])}


def _no_pdf(name: str, data: bytes, trouble: int, tried: bool) -> UserError:
    # PDFium may still name the trouble of an earlier file, so the file itself is asked too.
    if trouble != _WRONG_PASSWORD or b"/Encrypt" not in data:
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


def _picture(content: Content) -> dict[str, Any]:
    """Look at the size a picture claims, and count the pages of a TIFF, without decoding it."""
    from PIL import Image

    try:
        with content.open() as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            opened = _opened(Image, stream.read())
            width, height = opened.size
            pages = opened.n_frames if opened.format == "TIFF" else 1
    except (OSError, ValueError, SyntaxError):
        raise UserError(
            _("{name} is not a whole picture. Get the file again.").format(name=content.name)
        ) from None
    except Image.DecompressionBombError:
        width, height, pages = MOST_PIXELS, MOST_PIXELS, 1
    if width * height > MOST_PIXELS:
        raise UserError(
            _("{name} has too many dots to be shown safely. Save it smaller.").format(
                name=content.name
            )
        )
    return {"pages": pages}


def _heic(content: Content) -> dict[str, Any]:
    """Look at a photo of a telephone; where nothing reads one, it is kept unseen."""
    return _picture(content) if heic.can_read() else {"pages": 1}


def _opened(image: Any, data: bytes) -> Any:
    heic.teach_pillow()
    return image.open(BytesIO(data))


def _text(content: Content, file_type: str) -> dict[str, Any]:
    with content.open() as stream:
        data = stream.read(MOST_TEXT * _WIDEST)
    return {"text": _plain(readable(data, file_type))}


def _plain(text: str) -> str:
    text = "\n".join(text.splitlines()).replace("\ufffe", "-\n").replace("\xad\n", "-\n")
    kept = (char for char in text if char in "\n\t" or (char >= " " and char != "\xad"))
    return "".join(kept)[:MOST_TEXT].strip()


_LOOKS: Mapping[str, Callable[[Content], dict[str, Any]]] = {
    **dict.fromkeys(("image/png", "image/jpeg", "image/tiff"), _picture),
    "image/heic": _heic,
}
