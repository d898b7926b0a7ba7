"""The key of one file in letters, as the recovery sheet shows it and somebody types it later.

The letters are Crockford's Base 32 (no I, L, O or U). Each line ends in a letter that checks it, so
that a slip is found where it was made; the last letters of all check the whole.
"""

import base64
import hashlib
import re

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _, ngettext
from secondop_desktop.patterns import pattern

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_SPELL = str.maketrans(_STANDARD, _CROCKFORD)
_READ = str.maketrans(_CROCKFORD, _STANDARD)
_LOOK_ALIKE = str.maketrans("OIL", "011")
_CHECK = 3
"""Bytes that check the whole: one mistyped sheet in 16 million fits by chance."""
_NUMBER = pattern(r"^[ \t]*[1-4][.)]", re.MULTILINE)
_GROUP, _LINE = 3, 15
LINES = 4
LETTERS = LINES * _LINE


def spell(secret: bytes) -> list[str]:
    """Return 32 bytes as four lines of five groups of three letters."""
    text = base64.b32encode(secret + _check(secret)).decode().translate(_SPELL)
    size = _LINE - 1
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    return [_grouped(part + _letter(at, part)) for at, part in enumerate(parts)]


def is_code(text: str) -> bool:
    """Tell whether a text is the whole code of a sheet, rather than a passphrase."""
    letters = _letters(text)
    return len(letters) == LETTERS and set(letters) <= set(_CROCKFORD) and not wrong_lines(text)


def wrong_lines(text: str) -> list[int]:
    """Return the lines, counted from 1, that are not as on any sheet; the last may be begun."""
    letters = _letters(text)
    lines = [letters[at : at + _LINE] for at in range(0, len(letters), _LINE)]
    return [
        at + 1
        for at, line in enumerate(lines)
        if at >= LINES or (len(line) == _LINE and line[-1] != _letter(at, line[:-1]))
    ]


def line_fits(at: int, text: str) -> bool | None:
    """Tell whether one line (counted from 1) is as on a sheet; None while it is being typed."""
    letters = _letters(text)
    if len(letters) < _LINE:
        return None
    return len(letters) == _LINE and letters[-1] == _letter(at - 1, letters[:-1])


def read(text: str) -> bytes:
    """Return the 32 bytes that a typed code stands for; raises UserError where a slip is found."""
    letters = _letters(text)
    if wrong := wrong_lines(text):
        raise UserError(
            _(
                "Line {number} of the code is not as on the sheet. Compare it letter by letter."
            ).format(number=wrong[0])
        )
    if len(letters) != LETTERS:
        raise UserError(_missing(LETTERS - len(letters)))
    parts = [letters[at : at + _LINE - 1] for at in range(0, LETTERS, _LINE)]
    try:
        whole = base64.b32decode("".join(parts).translate(_READ))
    except ValueError:
        whole = b""
    secret = whole[:-_CHECK]
    if not whole or _check(secret) != whole[-_CHECK:]:
        raise UserError(_("The code is not as on the sheet. Compare it letter by letter."))
    return secret


def _missing(count: int) -> str:
    text = ngettext(
        "{count} letter of the code is missing: there are four lines of fifteen.",
        "{count} letters of the code are missing: there are four lines of fifteen.",
        count,
    )
    return text.format(count=count)


def _letters(text: str) -> str:
    """Return the letters and digits alone, and those meant by ones that look alike.

    The number that the sheet prints before each line is none of them.
    """
    text = _NUMBER.sub("", text.upper())
    return "".join(sign for sign in text if sign.isalnum()).translate(_LOOK_ALIKE)


def _grouped(line: str) -> str:
    return " ".join(line[at : at + _GROUP] for at in range(0, len(line), _GROUP))


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"Secondop sheet" + secret).digest()[:_CHECK]


def _letter(at: int, line: str) -> str:
    return _CROCKFORD[hashlib.sha256(f"{at} {line}".encode()).digest()[0] % len(_CROCKFORD)]
