"""How an NHS, CHI or H&C number is shown: one form for screens, letters and the PDF."""

import re

_TEN = re.compile(r"[0-9]{10}")
_GAPS = re.compile(r"[\s-]+")


def spaced(text: str, gap: str = " ") -> str:
    """Show ten digits in groups of 3, 3 and 4 with a gap between; else what was typed."""
    digits = _GAPS.sub("", text)
    if not _TEN.fullmatch(digits):
        return text
    return gap.join((digits[:3], digits[3:6], digits[6:]))


def joined(text: str) -> str:
    """Return ten digits without the gaps between them; else what was typed."""
    digits = _GAPS.sub("", text)
    return digits if _TEN.fullmatch(digits) else text
