"""Any file as a record: what it is, how many pages it has, and the words found in it."""

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.drafts import Content, Draft, Reading
from secondop_desktop.exchange.looks import look
from secondop_desktop.journal.attachments import CHUNK, LARGEST
from secondop_desktop.journal.disk import why
from secondop_desktop.journal.sniff import content_type
from secondop_desktop.lang import _

_SEPARATORS = re.compile(r"[/\\:]+")


def shown_name(path: Path) -> str:
    """Return a file's name without what could mislead: no folders, no text direction tricks."""
    text = "".join(char for char in path.name if _shows(char))
    return " ".join(_SEPARATORS.sub(" ", text).split()).strip(". ") or _("file without a name")


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
            start = stream.read(4096)
    except OSError as problem:
        raise UserError(
            _("{name} cannot be read: {problem}.").format(name=name, problem=why(problem))
        ) from None
    if not start:
        raise UserError(_("{name} is empty. Get the file again.").format(name=name))
    return start


def read(path: Path) -> Reading:
    """Read a file as one record; raises UserError for one that is broken or cannot be kept."""
    found, name = content_type(head(path)), shown_name(path)
    return Reading([draft(Content(name, path=path), found, name)], notices=_renamed(path, name))


def _renamed(path: Path, name: str) -> list[str]:
    if name == path.name:
        return []
    said = _("A file is kept under the name {name}, as its own name could mislead.")
    return [said.format(name=name)]


def draft(content: Content, file_type: str, where: str, **values: Any) -> Draft:
    """Make the draft of a record that keeps this content."""
    _refuse(file_type, content.name)
    size, file_hash = _measured(content)
    about = look(content, file_type)
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
        settled=True,
        content=content,
    )


_TYPES = {"image": "photo"}


def _title(name: str) -> str:
    stem = Path(name).stem or name
    return " ".join(stem.replace("_", " ").split()).rstrip(". ") or name


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
