"""Whether a code can be one of its system: by its shape and check digit, never by a look-up.

A code that was mistyped, or cut in a printout, goes out as the text that it is: a receiver may
refuse a whole document for one impossible code.
"""

import re
from collections.abc import Callable, Mapping

_DIHEDRAL = (
    *("0123456789", "1234067895", "2340178956", "3401289567", "4012395678"),
    *("5987604321", "6598710432", "7659821043", "8765932104", "9876543210"),
)
_SHUFFLE = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _is_snomed(code: str) -> bool:
    """Verhoeff's check digit: SNOMED CT Release File Specifications, 5.5 "Check-digit"."""
    if not re.fullmatch(r"[1-9]\d{5,17}", code, re.ASCII):
        return False
    total, order = 0, list(range(10))
    for digit in reversed(code):
        total = int(_DIHEDRAL[total][order[int(digit)]])
        order = [_SHUFFLE[one] for one in order]
    return total == 0


def _is_loinc(code: str) -> bool:
    """Modulus 10 over the digits before the dash: LOINC Users' Guide, appendix C."""
    found = re.fullmatch(r"(\d{1,7})-(\d)", code, re.ASCII)
    if not found:
        return False
    total = 0
    for place, digit in enumerate(reversed(found[1])):
        doubled = int(digit) * (2 - place % 2)
        total += doubled // 10 + doubled % 10
    return (10 - total % 10) % 10 == int(found[2])


_SYSTEMS: Mapping[str, Callable[[str], bool]] = {
    "http://snomed.info/sct": _is_snomed,
    "http://loinc.org": _is_loinc,
}


_ADDRESS = re.compile(r"(https?://|urn:(oid|uuid):)[!-~]+")


def can_be(system: str, code: str) -> bool:
    """Tell whether a system, named by its address, can have such a code."""
    named = bool(_ADDRESS.fullmatch(system)) and "terminology.hl7.org" not in system
    return named and _SYSTEMS.get(system, bool)(code)


_ATOM = (
    r"(?:[YZEPTGMkhdcmunpf]|da)?(?:mol|g|l|L|m|s|eq|osm|Pa|J|W|Hz|cal|kat|Bq|Gy|Sv|U|V|A|N|"
    r"\[iU\]|\[IU\]|Cel|t|bar|m\[Hg\])"
)
_WHOLE = (
    r"%|10\*\d{1,2}|10\^\d{1,2}|\[ppm\]|min|h|d|wk|mo|a|\[degF\]|\[in_i\]|\[ft_i\]|\[lb_av\]|"
    r"\[oz_av\]|\[pH\]|\[drp\]|\[arb'U\]|deg|1"
)
_PIECE = rf"(?:(?:{_WHOLE}|{_ATOM})(?:-?[1-9])?(?:\{{[!-z|~]+\}})?|\{{[!-z|~]+\}})"
_UNIT = re.compile(rf"/?{_PIECE}(?:[./]{_PIECE})*")
"""The units of UCUM (https://ucum.org/ucum) that laboratories and wards print."""


def is_unit(code: str) -> bool:
    """Tell whether a code is a unit of UCUM that we know."""
    return bool(_UNIT.fullmatch(code))
