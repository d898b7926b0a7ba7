"""Any file as a record: what it is, how many pages it has, and the words found in it."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.read_entries import Content, ReadEntry, Reading
from secondop_desktop.exchange.source_files import named_patient, unopened, unread
from secondop_desktop.exchange.source_files.empty import is_empty
from secondop_desktop.exchange.source_files.file_contents import KeptUnread, look
from secondop_desktop.exchange.source_files.unreadable import reading_of
from secondop_desktop.journal.files.attachments import CHUNK, LARGEST
from secondop_desktop.journal.files.decoding import text_of
from secondop_desktop.journal.files.markup import summary_words
from secondop_desktop.journal.files.packed_type import media_type
from secondop_desktop.journal.storage.private_files import open_regular, read_regular
from secondop_desktop.lang import _

_SEPARATORS = re.compile(r"[/\\:]+")


def shown_name(path: Path) -> str:
    """Return a file's name without what could mislead: no folders, no text direction tricks."""
    text = "".join(char for char in path.name if _shows(char))
    return " ".join(_SEPARATORS.sub(" ", text).split()).strip(". ") or _("file without a name")


def _shows(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def head(path: Path) -> bytes:
    """Return the first bytes of a file; raises UserError when it is empty or cannot be read."""
    name = shown_name(path)
    if path.is_dir():
        text = _("{name} is a folder, and not an imaging disc. Choose the files in it.")
        raise UserError(text.format(name=name))
    with reading_of(name):
        if path.stat().st_size > LARGEST:
            raise UserError(
                _(
                    "{name} is larger than 100 MB. Keep it beside the journal and note its place."
                ).format(name=name)
            )
        with open_regular(path) as stream:
            start = stream.read(4096)
        nothing = is_empty(path, start)
    if nothing:
        raise UserError(_("{name} is empty. Get the file again.").format(name=name))
    return start


def not_kept(name: str) -> str:
    """Say that entries were read from a file that is too large for a journal."""
    said = _("{file} is larger than 100 MB, so the file itself is not kept. Keep it yourself.")
    return said.format(file=name)


def read(path: Path, password: str = "") -> Reading:
    """Read a file as one record; raises UserError for one that is broken or cannot be kept.

    A locked PDF is kept locked: ``password`` only opens it to count its pages and read its words.
    """
    start, name = head(path), shown_name(path)
    content = Content(name, path=path)
    found = type_of(content)
    about, notices = _seen(content, found, password)
    if unread.is_summary(start):
        about["text"] = summary_words(text_of(read_regular(path)))
    said = unread.describe(path, name, found, start)
    people = _people(path, name) if said and found in _SPOKEN else []
    notices = [*_renamed(path, name), *notices, *said]
    return Reading([_draft(content, found, name, about)], people=people, notices=notices)


def _seen(content: Content, file_type: str, password: str) -> tuple[dict[str, Any], list[str]]:
    """Return what can be seen in a file, and what is to be said where it is locked."""
    _refuse(file_type, content.name)
    try:
        return look(content, file_type, password), unopened.said(content, file_type)
    except KeptUnread as why_not:
        return {}, [str(why_not)]


def type_of(content: Content) -> str:
    """Return the media type of a file, told from all of it; raises UserError if unreadable."""
    with reading_of(content.name), content.open() as stream:
        return media_type(stream)


def _people(path: Path, name: str) -> list[ReadEntry]:
    """Return whom the beginning of a file names as its patient."""
    with open_regular(path) as stream:
        return named_patient.person(text_of(stream.read(_TOP)), name)


_TOP = 400_000
_SPOKEN = frozenset({"application/xml", "text/plain", "application/octet-stream"})
"""Types of which a text may name its patient."""


def _renamed(path: Path, name: str) -> list[str]:
    if name == path.name:
        return []
    said = _("A file is kept under the name {name}, as its own name could mislead.")
    return [said.format(name=name)]


def draft(content: Content, file_type: str, where: str, **values: Any) -> ReadEntry:
    """Make the draft of a record that keeps this content, a locked PDF as it is."""
    return drafted(content, file_type, where, values)[0]


def drafted(
    content: Content, file_type: str, where: str, values: Mapping[str, Any]
) -> tuple[ReadEntry, list[str]]:
    """Make the draft of a record that keeps this content, and say what could not be read of it."""
    about, notices = _seen(content, file_type, "")
    return _draft(content, file_type, where, {**about, **values}), notices


def _draft(content: Content, file_type: str, where: str, about: dict[str, Any]) -> ReadEntry:
    size, file_hash = measured(content)
    own = {
        "title": title_of(content.name),
        "type": _TYPES.get(file_type.partition("/")[0], ""),
        "file": file_hash,
        "file_name": content.name,
        "file_type": file_type,
        "file_size": size,
    }
    return ReadEntry(
        kind="record",
        origin=f"file:{file_hash}",
        values=own | about,
        where=where,
        alike="file",
        settled=True,
        content=content,
    )


_TYPES = {"image": "photo"}


def title_of(name: str) -> str:
    """Return what a record is called while only the name of its file is known."""
    stem = Path(name).stem or name
    return " ".join(stem.replace("_", " ").split()).rstrip(". ") or name


def _refuse(file_type: str, name: str) -> None:
    if file_type == "image/svg+xml":
        raise UserError(
            _("{name} is an SVG drawing, which can hold commands. Save it as PNG or PDF.").format(
                name=name
            )
        )


def measured(
    content: Content, watch: Callable[[int], None] = lambda _more: None
) -> tuple[int, str]:
    """Return the size and the hash of a file's bytes; ``watch`` hears of each piece read.

    Raises UserError where it cannot be read.
    """
    digest, size = hashlib.sha256(), 0
    with reading_of(content.name), content.open() as stream:
        while chunk := stream.read(CHUNK):
            size += len(chunk)
            digest.update(chunk)
            watch(len(chunk))
    return size, f"sha256:{digest.hexdigest()}"
