"""The bytes of a calendar in UTF-8 and whole lines, in whatever encoding its sender wrote them."""

import quopri
import re

from secondop_desktop.journal.files.decoding import text_of

_FOLD = re.compile(rb"\r?\n[ \t]")
_LINE_END = re.compile(r"\r\n?")
_QUOTED = re.compile(
    rb"^([A-Z-]+)((?:;[^:;\r\n]*)*;ENCODING=QUOTED-PRINTABLE(?:;[^:;\r\n]*)*):"
    rb"((?:[^\r\n]*=\r?\n)*[^\r\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
"""A text of vCalendar 1.0, as older systems and telephones write it."""

_CHARSET = re.compile(rb"CHARSET=([\w-]+)", re.IGNORECASE)


def in_utf8(data: bytes) -> bytes:
    """Return a calendar as RFC 5545 wants it.

    Lines are joined before they are read, as a letter of several bytes may be folded in two.
    """
    if b"\x00" not in data:
        data = _FOLD.sub(b"", _QUOTED.sub(_plain, data) if b"=" in data else data)
    return _LINE_END.sub("\n", text_of(data)).encode()


def _plain(found: re.Match[bytes]) -> bytes:
    """Write a quoted text as one plain line of UTF-8."""
    name, parameters, value = found.groups()
    told = _CHARSET.search(parameters)
    whole = quopri.decodestring(_FOLD.sub(b"\n", value))
    text = text_of(whole, told[1].decode() if told else "")
    return name + b":" + "\\n".join(text.splitlines()).encode()
