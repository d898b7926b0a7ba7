"""Words as paragraphs to print: of a text, a web page or an e-mail, with who wrote it when."""

import re
from email import message_from_bytes, policy

from secondop_desktop.exchange.pack.paper import Shown
from secondop_desktop.journal.files.mail import header_words
from secondop_desktop.journal.files.readable import readable
from secondop_desktop.lang import N_, _

_MOST = 300_000  # letters: about a hundred pages
_HEADERS = (("From", N_("From: {words}")), ("To", N_("To: {words}")), ("Date", N_("Date: {words}")))
_FURTHER_APART = re.compile(r"\n[ \t]*\n\s*")


def words_of(data: bytes, content_type: str) -> Shown:
    """Return the words of a file that is text; one without any is empty."""
    text = readable(data, content_type)
    head = _mail_head(data) if content_type == "message/rfc822" else ""
    return printed(f"{head}\n\n{text}" if head else text)


def printed(text: str) -> Shown:
    """Return a text as paragraphs, at most a hundred pages of it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").expandtabs(4)
    parts = [part.strip("\n") for part in _FURTHER_APART.split(plain[:_MOST])]
    words = tuple(part for part in parts if part.strip())
    if not words:
        return Shown(why="empty")
    return Shown(words=words, size=len(plain), cut=len(plain) > _MOST)


def _mail_head(data: bytes) -> str:
    """Say who wrote an e-mail to whom, and when."""
    message = message_from_bytes(data, policy=policy.compat32)
    found = ((label, header_words(message.get(name, ""))) for name, label in _HEADERS)
    return "\n".join(_(label).format(words=words) for label, words in found if words)
