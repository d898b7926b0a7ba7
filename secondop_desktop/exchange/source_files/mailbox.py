"""The e-mails that stand one after the other in one file (mbox, RFC 4155)."""

import re
from typing import Final

_BEGINS: Final = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From \S[^\n]*\n(?=[A-Za-z][\w-]*:)")
_QUOTED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
"""A line of an e-mail that would begin the next one otherwise (mboxrd)."""


def mails(data: bytes) -> list[bytes]:
    """Return the e-mails of a file, each as it was sent; none where the file is not of that form.

    A line that begins as the next e-mail does, but is followed by no header, is a line of text.
    """
    begins = list(_BEGINS.finditer(data))
    if not begins or begins[0].start():
        return []
    ends = [*(one.start() for one in begins[1:]), len(data)]
    parts = (data[one.end() : end] for one, end in zip(begins, ends, strict=True))
    return [_QUOTED.sub(rb"\1", part.rstrip(b"\r\n") + b"\n") for part in parts]
