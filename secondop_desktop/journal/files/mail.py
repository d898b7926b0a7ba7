"""The words of an e-mail: subject, who wrote to whom and when, and what; not its packing."""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.header import Header
from email.message import Message

from secondop_desktop.journal.files.decoding import text_of
from secondop_desktop.journal.files.markup import markup_text
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.moments import local
from secondop_desktop.lang import _

_DEEPEST = 10
"""Messages within messages are not opened further."""

_UTF_7 = frozenset({"utf-7", "unicode-1-1-utf-7"})

_BEFORE = re.compile(rb"(?:\xef\xbb\xbf)?(?:(?P<size>\d{1,10})[ \t]*\r?\n)?")
"""The mark of UTF-8, and the number of bytes by which a file of Apple Mail begins."""

_PACKED = re.compile(r"=\?[^?\s]+\?[bq]\?[^?]*\?=(?:\s+=\?[^?\s]+\?[bq]\?[^?]*\?=)*", re.IGNORECASE)
"""Words of a header in another encoding (RFC 2047), and more of them in a row."""


def opened(data: bytes) -> Message:
    """Return an e-mail in its parts; one packed in itself without end has none."""
    try:
        return message_from_bytes(_unwrapped(data), policy=policy.compat32)
    except RecursionError:
        return Message()


def _unwrapped(data: bytes) -> bytes:
    """Return an e-mail without a mark before it, or what Apple Mail puts around it (emlx)."""
    found = _BEFORE.match(data)
    if found is None:
        return data
    return data[found.end() :][: int(found["size"] or len(data))]


def mail_text(data: bytes) -> str:
    """Return heading and words of an e-mail, and of those forwarded in it."""
    message = opened(data)
    return "\n\n".join(part.strip() for part in _message_texts(message, 0) if part.strip())


def page_words(message: Message) -> Iterator[str]:
    """Yield the words of each web page in an e-mail, also of one that a plain text stands for."""
    for part in message.walk():
        if part.get_content_type() == "text/html" and not part.get_filename():
            yield _text(part, "text/html")


def heading(subject: str, sender: str, to: str, sent: str) -> str:
    """Return the lines that stand above a message, as far as they are known.

    ``sent`` is a date of RFC 5322 or ISO 8601; one that is neither stays as it is written.
    """
    day = sent_on(sent)
    lines = (
        (_("From: {name}"), sender),
        (_("To: {name}"), to),
        (_("Date: {name}"), day.words() if day else sent),
    )
    return "\n".join([subject, *(said.format(name=one) for said, one in lines if one)]).strip()


def sent_on(text: str) -> PartialDate | None:
    """Read when a message was sent, as the clock in the UK showed it; None for no date."""
    from email.utils import parsedate_to_datetime

    with suppress(ValueError, OverflowError):
        return PartialDate.parse(text)
    with suppress(ValueError, OverflowError, TypeError, IndexError):
        return PartialDate.of(local(parsedate_to_datetime(text)))
    return None


def _message_texts(message: Message, depth: int) -> Iterator[str]:
    told = (header_words(message.get(name) or "") for name in ("Subject", "From", "To", "Date"))
    yield heading(*told)
    yield from _parts(message, depth)


def _parts(message: Message, depth: int) -> Iterator[str]:
    kind, within = message.get_content_type(), message.get_payload()
    if depth > _DEEPEST:
        return
    if isinstance(within, list):
        for part in _chosen(kind, [one for one in within if isinstance(one, Message)]):
            inner = part.get_content_type() != "message/rfc822" and kind == "message/rfc822"
            yield from _message_texts(part, depth + 1) if inner else _parts(part, depth + 1)
    elif name := message.get_filename():
        yield header_words(name)
    elif kind.startswith("text/"):
        yield _text(message, kind)


def _chosen(kind: str, parts: list[Message]) -> list[Message]:
    """Of alternatives take the plain one that says something, or else the last."""
    if kind != "multipart/alternative" or not parts:
        return parts
    plain = (p for p in parts if p.get_content_type() == "text/plain" and _text(p, "").strip())
    return [next(plain, parts[-1])]


def _text(part: Message, kind: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    data, label = _without_utf_7(data, part.get_content_charset() or "")
    return markup_text(data, label) if kind == "text/html" else text_of(data, label)


def header_words(given: object) -> str:
    """Read a header whose words may be packed (RFC 2047), in whatever encoding it names."""
    plain = _joined(given) if isinstance(given, Header) else str(given)
    try:
        return " ".join(_PACKED.sub(lambda found: _joined(found[0]), plain).split())
    except ValueError:
        return plain


def _joined(given: Header | str) -> str:
    """Return the parts of a header as one text; letters that are not packed are in no encoding."""
    from email.header import decode_header

    parts = decode_header(given)
    return "".join(
        text_of(*_without_utf_7(p, label or "")) if isinstance(p, bytes) else p
        for p, label in parts
    )


def _without_utf_7(data: bytes, label: str) -> tuple[bytes, str]:
    """Write in UTF-8 what is in UTF-7 (RFC 2152), which only e-mails are written in."""
    if label.lower() not in _UTF_7:
        return data, label
    return data.decode("utf-7", "replace").encode(errors="replace"), "utf-8"
