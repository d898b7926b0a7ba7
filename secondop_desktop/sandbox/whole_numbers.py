"""Whole numbers as files from outside write them: perhaps none, or longer than Python reads."""

from typing import Final

_MOST_DIGITS: Final = 18


def whole_number(text: str, otherwise: int = 0) -> int:
    """Return a whole number; ``otherwise`` for any other text, or one too long to count a thing."""
    digits = text.removeprefix("-")
    is_number = digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(text) if is_number else otherwise
