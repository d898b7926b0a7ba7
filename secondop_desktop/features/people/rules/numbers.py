"""How an NHS, CHI or H&C number is shown."""

import re

_TEN = re.compile(r"\d{10}")
_GAPS = re.compile(r"[\s-]+")


def nhs_number_spaced(text: str) -> str:
    """Show ten digits in groups of 3, 3 and 4; anything else stays as typed."""
    digits = _GAPS.sub("", text)
    if not _TEN.fullmatch(digits):
        return text
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
