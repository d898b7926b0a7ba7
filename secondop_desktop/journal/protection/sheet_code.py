"""The key of one file in letters, as the recovery sheet shows it and somebody types it later.

The letters are Crockford's Base 32 (no I, L, O or U). Each line ends in a letter that checks it, so
that a slip is found where it was made; the last letters of all check the whole.
"""

import base64
import hashlib

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _, ngettext
from secondop_desktop.patterns import pattern

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_SPELL = str.maketrans(_STANDARD, ALPHABET)
_READ = str.maketrans(ALPHABET, _STANDARD)
_LOOK_ALIKE = str.maketrans("OIL", "011")
_CHECK = 3
"""Bytes that check the whole: one mistyped sheet in 16 million fits by chance."""
_NUMBER = pattern(r"(?<!\S)[1-4][.)]")
GROUP, LINE = 3, 15
LINES = 4
LETTERS = LINES * LINE


def spell(secret: bytes) -> list[str]:
    """Return 32 bytes as four lines of five groups of three letters."""
    text = base64.b32encode(secret + _check(secret)).decode().translate(_SPELL)
    size = LINE - 1
    parts = [text[at : at + size] for at in range(0, len(text), size)]
    return [_grouped(part + _letter(at, part)) for at, part in enumerate(parts)]


def is_code(text: str) -> bool:
    """Tell whether a text is the whole code of a sheet, rather than a passphrase."""
    letters = letters_of(text)
    return len(letters) == LETTERS and set(letters) <= set(ALPHABET) and not wrong_lines(text)


def wrong_lines(text: str) -> list[int]:
    """Return the lines, counted from 1, that are not as on any sheet; the last may be begun."""
    letters = letters_of(text)
    lines = [letters[at : at + LINE] for at in range(0, len(letters), LINE)]
    return [
        at + 1
        for at, line in enumerate(lines)
        if at >= LINES or (len(line) == LINE and line[-1] != _letter(at, line[:-1]))
    ]


def line_fits(at: int, text: str) -> bool | None:
    """Tell whether one line (counted from 1) is as on a sheet; None while it is being typed."""
    letters = letters_of(text)
    if len(letters) < LINE:
        return None
    return len(letters) == LINE and letters[-1] == _letter(at - 1, letters[:-1])


def read(text: str) -> bytes:
    """Return the 32 bytes that a typed code stands for; raises UserError where a slip is found."""
    letters = letters_of(text)
    if wrong := wrong_lines(text):
        raise UserError(
            _(
                "Line {number} of the code is not as on the sheet. Compare it letter by letter."
            ).format(number=wrong[0])
        )
    if len(letters) != LETTERS:
        raise UserError(_missing(LETTERS - len(letters)))
    whole = _bytes_of(letters)
    secret = whole[:-_CHECK]
    if not whole or _check(secret) != whole[-_CHECK:]:
        raise UserError(_("The code is not as on the sheet. Compare it letter by letter."))
    return secret


def fits(letters: str) -> bool:
    """Tell whether 60 letters are a code: every line, and the whole by what checks it."""
    if len(letters) != LETTERS or not set(letters) <= set(ALPHABET) or wrong_lines(letters):
        return False
    whole = _bytes_of(letters)
    return _check(whole[:-_CHECK]) == whole[-_CHECK:]


def _bytes_of(letters: str) -> bytes:
    parts = [letters[at : at + LINE - 1] for at in range(0, LETTERS, LINE)]
    try:
        return base64.b32decode("".join(parts).translate(_READ))
    except ValueError:
        return b""


def _missing(count: int) -> str:
    text = ngettext(
        "{count} letter of the code is missing: there are four lines of fifteen.",
        "{count} letters of the code are missing: there are four lines of fifteen.",
        count,
    )
    return text.format(count=count)


def letters_of(text: str) -> str:
    """Return the letters and digits alone, and those meant by ones that look alike.

    The number that the sheet prints before each line is none of them, wherever a line begins: a
    field of one line shows what was copied from four with gaps between them.
    """
    return "".join(sign for sign in without_numbers(text) if sign.isalnum()).translate(_LOOK_ALIKE)


def without_numbers(text: str) -> str:
    """Return a code in capitals without the numbers that the sheet prints before its lines."""
    return _NUMBER.sub("", text.upper())


def _grouped(line: str) -> str:
    return " ".join(line[at : at + GROUP] for at in range(0, len(line), GROUP))


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"Secondop sheet" + secret).digest()[:_CHECK]


def _letter(at: int, line: str) -> str:
    return ALPHABET[hashlib.sha256(f"{at} {line}".encode()).digest()[0] % len(ALPHABET)]
