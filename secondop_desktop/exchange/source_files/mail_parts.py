"""What is attached to an e-mail: of a file as it is sent (RFC 5322), or of one of Outlook."""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Any, Final

from secondop_desktop.journal.files.document_words import Document
from secondop_desktop.journal.files.mail import header_words, opened, sent_on
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.lang import _
from secondop_desktop.sandbox.document_types import MSG
from secondop_desktop.sandbox.process import FOR_WORK

_MOST: Final = 200
_DECORATION: Final = 20_000
"""Bytes of a picture that words show within them; a larger one was put there to be looked at."""

_SEALS: Final = frozenset(
    {
        *("application/pkcs7-signature", "application/x-pkcs7-signature"),
        "application/pgp-signature",
    }
)
"""Proofs for programs; they stay in the e-mail."""

CALENDAR: Final = "text/calendar"


@dataclass(frozen=True)
class Attached:
    """One file of an e-mail: its name there, its bytes, and the type that its sender gives."""

    name: str
    data: bytes
    told: str = ""


@dataclass(frozen=True)
class Mail:
    """What an e-mail says of itself, and the files in it, read one after the other."""

    subject: str
    sent: PartialDate | None
    files: Iterator[Attached]


def open_mail(data: bytes, media_type: str) -> Mail:
    """Open an e-mail; one of Outlook raises TroubleError and EndedError as any document."""
    return _of_outlook(data) if media_type == MSG else _of_mail(data)


def _of_mail(data: bytes) -> Mail:
    message = opened(data)
    subject, sent = (header_words(message.get(name) or "") for name in ("Subject", "Date"))
    parts = zip(range(_MOST), _leaves(message), strict=False)
    files = (_attached(part, number + 1) for number, part in parts)
    return Mail(subject, sent_on(sent), files)


def _of_outlook(data: bytes) -> Mail:
    document = Document(FOR_WORK, data, MSG)
    told = document.message().head
    return Mail(told["subject"], sent_on(told["date"]), _of_document(document, told["attached"]))


def _of_document(document: Document, attached: list[dict[str, Any]]) -> Iterator[Attached]:
    try:
        for part in attached:
            name = str(part["name"]) or _unnamed(int(part["number"]) + 1)
            yield Attached(name, document.attached(int(part["number"])), str(part["type"]))
    finally:
        document.close()


def _leaves(message: Message, within: str = "") -> Iterator[Message]:
    """Yield the parts that are files, an e-mail within this one as a whole."""
    kind, inner = message.get_content_type(), message.get_payload()
    if isinstance(inner, list) and kind != "message/rfc822":
        for one in inner:
            if isinstance(one, Message):
                yield from _leaves(one, kind)
    elif _is_file(message, kind, within):
        yield message


def _is_file(part: Message, kind: str, within: str) -> bool:
    if kind in _SEALS:
        return False
    if kind in {"message/rfc822", CALENDAR}:
        return bool(within)
    if not part.get_filename() and part.get_content_disposition() != "attachment":
        return not kind.startswith(("text/", "multipart/", "message/")) and bool(within)
    return not _is_decoration(part, kind, within)


def _is_decoration(part: Message, kind: str, within: str) -> bool:
    """Tell a small picture that the words show, such as the crest of a hospital."""
    shown = within == "multipart/related" and part.get("Content-ID")
    return bool(shown) and kind.startswith("image/") and len(_bytes(part)) < _DECORATION


def _attached(part: Message, number: int) -> Attached:
    kind = part.get_content_type()
    name = header_words(part.get_filename() or "")
    if kind == "message/rfc822":
        inner = part.get_payload(0)
        subject = header_words(inner.get("Subject") or "") if isinstance(inner, Message) else ""
        return Attached(f"{name or subject or _unnamed(number)}.eml", _bytes(part), kind)
    return Attached(name or _unnamed(number), _bytes(part), kind)


def _bytes(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _unnamed(number: int) -> str:
    return _("Attachment {number}").format(number=number)
