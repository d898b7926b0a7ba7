"""Raised and lowered letters as characters of their own: 10⁹ must never read as 109."""

from typing import Final

_RAISED: Final = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED: Final = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")


def raised(text: str) -> str:
    """Return a text as it stands above the line; letters without such a form follow a ^."""
    return _placed(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return a text as it stands below the line; letters without such a form stay as they are."""
    return _placed(text, _LOWERED, "")


def _placed(text: str, forms: dict[int, int], else_after: str) -> str:
    if all(ord(char) in forms or char.isspace() for char in text):
        return text.translate(forms)
    return f"{else_after if any(char.isdigit() for char in text) else ''}{text}"
