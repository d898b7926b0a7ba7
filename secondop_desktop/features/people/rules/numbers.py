"""How an NHS, CHI or H&C number is shown, and when it may be mistyped."""

import re

from secondop_desktop.lang import _

_TEN = re.compile(r"\d{10}")
_GAPS = re.compile(r"[\s-]+")


def nhs_number_spaced(text: str) -> str:
    """Show ten digits in groups of 3, 3 and 4; anything else stays as typed."""
    digits = _GAPS.sub("", text)
    if not _TEN.fullmatch(digits):
        return text
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def nhs_number_doubt(text: str) -> str:
    """Say what looks mistyped in a number, without ever refusing it.

    The tenth digit checks the others (modulus 11, NHS Data Dictionary); CHI and H&C numbers
    have the same form.
    """
    digits = _GAPS.sub("", text)
    if not digits:
        return ""
    if not _TEN.fullmatch(digits):
        return _("An NHS, CHI or H&C number has 10 digits. Check it against a letter.")
    if digits == "0" * 10 or not _digits_agree(digits):
        return _("One digit of this number may be mistyped. Check it against a letter.")
    return ""


def _digits_agree(digits: str) -> bool:
    from nhs_number.validate import is_valid

    return is_valid(digits)
