"""The words of a file that is text, by what it is: plain, marked up, or an e-mail."""

from collections.abc import Callable, Mapping

from secondop_desktop.journal.files.decoding import text_of
from secondop_desktop.journal.files.mail import mail_text
from secondop_desktop.journal.files.markup import markup_text

_READ: Mapping[str, Callable[[bytes], str]] = {
    "text/html": markup_text,
    "application/xhtml+xml": markup_text,
    "application/xml": markup_text,
    "message/rfc822": mail_text,
    "application/json": text_of,
}


def is_text(content_type: str) -> bool:
    """Tell whether words can be read from a file of a media type."""
    return content_type in _READ or content_type.startswith("text/")


def readable(data: bytes, content_type: str) -> str:
    """Return the words of such a file; what cannot be read has a mark."""
    return _READ.get(content_type, text_of)(data)
