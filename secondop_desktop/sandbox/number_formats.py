"""How a spreadsheet shows a number: as a percentage, with so many decimals, words beside it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

BUILT_IN: Final = {2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%", 39: "#,##0.00", 40: "#,##0.00"}
"""Those formats of a number that have a code of their own (ECMA-376, 18.8.30), and say more."""

_TOKENS: Final = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|(General)|([0#?.,%Ee/+-])|(.)')
_FIXED: Final = re.compile(r"\.([0?]+)")
_MOST_DECIMALS: Final = 12


@dataclass(frozen=True)
class Shown:
    """What a format adds to a number; ``decimals`` are those that are shown even where 0."""

    percent: bool = False
    decimals: int = 0
    before: str = ""
    behind: str = ""

    def __bool__(self) -> bool:
        """Tell whether it shows more than the bare number."""
        return self != Shown()

    def text(self, number: str) -> str:
        """Write a number as it is shown, but never with fewer decimals than it has."""
        value = Decimal(number) * (100 if self.percent else 1)
        plain = f"{value:f}"
        whole, _point, rest = plain.partition(".")
        rest = rest.rstrip("0").ljust(self.decimals, "0")
        sign = "%" if self.percent else ""
        return f"{self.before}{whole}{'.' if rest else ''}{rest}{sign}{self.behind}"


@lru_cache(maxsize=1000)
def of_code(code: str) -> Shown:
    """Read the code of a format; one that shows numbers in another way adds nothing."""
    parts = [found.groups() for found in _TOKENS.finditer(code.split(";", maxsplit=1)[0])]
    signs = "".join(sign or "" for _quoted, _escaped, _general, sign, _other in parts)
    general = any(found for _quoted, _escaped, found, _sign, _other in parts)
    if set("Ee/") & set(signs) or not (general or set("0#?") & set(signs)):
        return Shown()
    fixed = _FIXED.search(signs)
    before, behind = _words(parts)
    decimals = min(len(fixed[1]), _MOST_DECIMALS) if fixed else 0
    return Shown("%" in signs, decimals, before, behind)


def _words(parts: list[tuple[str | None, ...]]) -> tuple[str, str]:
    """Return what is written before and behind the figures."""
    said = ["", ""]
    seen = 0
    for quoted, escaped, general, sign, other in parts:
        if general or (sign and sign in "0#?"):
            seen = 1
        said[seen] += quoted or escaped or other or ""
    return said[0].lstrip(), said[1].rstrip()


Places = dict[tuple[int, int], Shown]
"""How numbers are shown, by row and column from 0."""
