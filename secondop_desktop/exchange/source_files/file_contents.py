"""What can be seen in a file without showing it: pages, size of a picture, and words."""

import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.journal.files import heic
from secondop_desktop.journal.files.pdfium import TURN
from secondop_desktop.journal.files.readable import is_text, readable
from secondop_desktop.lang import _

MOST_PIXELS = 200_000_000
"""A picture with more would take gigabytes to show."""

MOST_TEXT = 400_000
"""Characters of a file's text that are kept for the search."""

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
    import pypdfium2

    with content.open() as stream:
        data = stream.read()
    try:
        with TURN, pypdfium2.PdfDocument(data, password or None) as document:
            pages, text = len(document), _pdf_text(document)
    except pypdfium2.PdfiumError as problem:
        raise _no_pdf(content.name, data, problem, bool(password)) from None
    if not pages:
        raise _broken(content.name)
    return {"pages": pages, "text": _plain(text)}


def _pdf_text(document: Any) -> str:
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


def _no_pdf(name: str, data: bytes, problem: Exception, tried: bool) -> UserError:
    # PDFium may still name the trouble of an earlier file, so the file itself is asked too.
    if getattr(problem, "err_code", 0) != _WRONG_PASSWORD or b"/Encrypt" not in data:
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
