"""What lies inside a file and is opened by nothing here: said, so that nobody misses a result."""

import re
from collections.abc import Iterator
from typing import Final

from secondop_desktop.exchange.read_entries import Content
from secondop_desktop.journal.files.mail import opened
from secondop_desktop.lang import _
from secondop_desktop.sandbox.document_types import RTF

_OF_OUTLOOK: Final = b"\x78\x9f\x3e\x22"
"""How a file winmail.dat begins, in which Outlook packs what is attached ([MS-OXTNEF] 2.1.3.1)."""

_OBJECT: Final = re.compile(rb"\\obj(?:data|emb)\b")
_READ: Final = frozenset(
    {
        *("", "7bit", "8bit", "binary", "base64", "quoted-printable"),
        *("x-uuencode", "uuencode", "uue", "x-uue"),
    }
)
_PLAIN: Final = frozenset({"", "identity", *_READ})


def said(content: Content, file_type: str) -> list[str]:
    """Say of a file that something inside it cannot be opened, and how to have it read."""
    if not _is_closed(content, file_type):
        return []
    text = _(
        "{name} has something inside that could not be opened here. The file is kept as it is. "
        "Open it in the program it comes from, save what is inside, and bring that in."
    )
    return [text.format(name=content.name)]


def _is_closed(content: Content, file_type: str) -> bool:
    with content.open() as stream:
        if stream.read(len(_OF_OUTLOOK)) == _OF_OUTLOOK:
            return True
        if file_type not in {RTF, "message/rfc822"}:
            return False
        stream.seek(0)
        data = stream.read()
    return bool(_OBJECT.search(data)) if file_type == RTF else any(_packed(data))


def _packed(data: bytes) -> Iterator[bool]:
    """Yield of each part of an e-mail whether it is packed in a way that e-mails do not know."""
    for part in opened(data).walk():
        sent = str(part.get("Content-Transfer-Encoding") or "").strip().lower()
        yield sent not in _READ
        yield str(part.get("Content-Encoding") or "").strip().lower() not in _PLAIN
