"""Any file as a record: what it is, how many pages it has, and the words found in it."""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.drafts import Content, Draft, Reading
from secondop_desktop.journal.attachments import CHUNK, LARGEST
from secondop_desktop.journal.sniff import content_type
from secondop_desktop.lang import _

MOST_PIXELS = 200_000_000
"""A picture with more would take gigabytes to show."""

MOST_TEXT = 400_000
"""Characters of a file's text that are kept for the search."""

_SEPARATORS = re.compile(r"[/\\:]+")


def shown_name(path: Path) -> str:
    """Return a file's name without what could mislead: no folders, no text direction tricks."""
    text = "".join(char for char in path.name if _shows(char)).strip()
    return _SEPARATORS.sub(" ", text).strip(". ") or _("file without a name")


def _shows(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def head(path: Path) -> bytes:
    """Return the first bytes of a file; raises UserError when it cannot be kept or read."""
    name = shown_name(path)
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(
                _(
                    "{name} is larger than 100 MB. Keep it beside the journal and note its place."
                ).format(name=name)
            )
        with path.open("rb") as stream:
            return stream.read(4096)
    except OSError as problem:
        raise UserError(
            _("{name} cannot be read: {problem}.").format(name=name, problem=problem.strerror)
        ) from None


def read(path: Path) -> Reading:
    """Read a file as one record; raises UserError for one that is broken or cannot be kept."""
    found = content_type(head(path))
    return Reading([draft(Content(shown_name(path), path=path), found, shown_name(path))])


def draft(content: Content, file_type: str, where: str, **values: Any) -> Draft:
    """Make the draft of a record that keeps this content."""
    _refuse(file_type, content.name)
    size, file_hash = _measured(content)
    about = _LOOKS.get(file_type, _nothing)(content)
    own = {
        "title": _title(content.name),
        "type": _TYPES.get(file_type.partition("/")[0], ""),
        "file": file_hash,
        "file_name": content.name,
        "file_type": file_type,
        "file_size": size,
    }
    return Draft(
        kind="record",
        origin=f"file:{file_hash}",
        values=own | about | values,
        where=where,
        alike="file",
        content=content,
    )


_TYPES = {"image": "photo"}


def _title(name: str) -> str:
    stem = Path(name).stem or name
    return " ".join(stem.replace("_", " ").split()) or name


def _refuse(file_type: str, name: str) -> None:
    if file_type == "image/svg+xml":
        raise UserError(
            _("{name} is an SVG drawing, which can hold commands. Save it as PNG or PDF.").format(
                name=name
            )
        )


def _measured(content: Content) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with content.open() as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            digest.update(chunk)
    return size, f"sha256:{digest.hexdigest()}"


def _nothing(_content: Content) -> dict[str, Any]:
    return {}


def _pdf(content: Content) -> dict[str, Any]:
    """Count the pages and collect the words; refuse a broken or locked file."""
    import pypdfium2

    with content.open() as stream:
        data = stream.read()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        raise _no_pdf(content.name, str(problem)) from None
    try:
        texts: list[str] = []
        for number in range(len(document)):
            texts.append(_page_text(document, number))
            if sum(map(len, texts)) > MOST_TEXT:
                break
        pages = len(document)
    finally:
        document.close()
    if not pages:
        raise _no_pdf(content.name, "")
    return {"pages": pages, "text": _plain("\n\n".join(texts))}


def _page_text(document: Any, number: int) -> str:
    import pypdfium2

    try:
        page = document[number]
        text: str = page.get_textpage().get_text_range()
    except pypdfium2.PdfiumError:
        return ""
    return text


def _no_pdf(name: str, problem: str) -> UserError:
    if "password" in problem.lower():
        return UserError(
            _("{name} is locked with a password. Save a copy without one and add that.").format(
                name=name
            )
        )
    return UserError(_("{name} is not a whole PDF. Get the file again.").format(name=name))


def _picture(content: Content) -> dict[str, Any]:
    """Look at the size a picture claims, without decoding it."""
    import warnings

    from PIL import Image

    try:
        with content.open() as stream, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            width, height = _opened(Image, stream.read()).size
    except (OSError, ValueError, SyntaxError):
        raise UserError(
            _("{name} is not a whole picture. Get the file again.").format(name=content.name)
        ) from None
    except Image.DecompressionBombError:
        width = height = MOST_PIXELS
    if width * height > MOST_PIXELS:
        raise UserError(
            _("{name} has too many dots to be shown safely. Save it smaller.").format(
                name=content.name
            )
        )
    return {"pages": 1}


def _opened(image: Any, data: bytes) -> Any:
    import pi_heif

    pi_heif.register_heif_opener()
    return image.open(BytesIO(data))


def _text(content: Content) -> dict[str, Any]:
    with content.open() as stream:
        data = stream.read(MOST_TEXT * 2)
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return {"text": _plain(data.decode(encoding, "replace"))}


def _plain(text: str) -> str:
    kept = (char for char in text.replace("\r\n", "\n") if char in "\n\t" or char >= " ")
    return "".join(kept)[:MOST_TEXT].strip()


_LOOKS: dict[str, Callable[[Content], dict[str, Any]]] = {
    "application/pdf": _pdf,
    "image/png": _picture,
    "image/jpeg": _picture,
    "image/heic": _picture,
    "image/avif": _picture,
    "image/gif": _picture,
    "image/tiff": _picture,
    "image/bmp": _picture,
    "image/webp": _picture,
    "text/plain": _text,
    "application/json": _text,
    "application/xml": _text,
}
