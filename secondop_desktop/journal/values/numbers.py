"""Numbers as they are printed: with a decimal point or a decimal comma, or so that both fit.

``1,200`` is one thousand two hundred on one report and one and two tenths on another. What
cannot be told from the text alone has no number until something else says which sign it is.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from secondop_desktop.patterns import pattern

POINT, COMMA = ".", ","

_GAP = "[ \u00a0\u2009\u202f'’]"
NUMBER = (
    rf"[-−+]?(?:[1-9][0-9]{{0,2}}(?:{_GAP}[0-9]{{3}})+(?:[.,][0-9]+)?|[0-9.,]*[0-9])"
    r"(?:[eE][-−+]?[0-9]{1,3})?"
)
"""A regular expression for what may be a number; ``plain`` says whether it is one."""

_PARTS = pattern(r"([-−+]?)([^eE]+?)(?:[eE]([-−+]?[0-9]{1,3}))?")
_GAPPED = rf"[1-9][0-9]{{0,2}}(?:{_GAP}[0-9]{{3}})+"
_SHAPES = {
    POINT: pattern(rf"([1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+|{_GAPPED}|[0-9]*)(?:\.([0-9]+))?"),
    COMMA: pattern(rf"([1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|{_GAPPED}|0|[1-9][0-9]*|)(?:,([0-9]+))?"),
}
_RUNS = pattern(r"[0-9]*(?:[.,][0-9]+)+(?:[eE][-−+]?[0-9]+)?")
_TAIL = pattern(r"([^0-9]*)([0-9]+)\.([0-9]+)")
_EXACT = 15
"""Figures that a binary number of 64 bits holds for certain: so many nobody has measured."""
_SHORT = 10
"""A number that is no longer than this without its tail was written by a person."""


def number(text: str, decimal: str = "") -> Decimal | None:
    """Return the number printed, None where it is none or may be one of two.

    ``decimal`` is the decimal sign of what it stands in, where that is known.
    """
    found = plain(text, decimal)
    return Decimal(found) if found else None


def plain(text: str, decimal: str = "") -> str:
    """Return a number as this program writes it (``-1204.5``), empty where it cannot be told."""
    found = _readings(text.strip())
    if len(set(found.values())) < 2:
        return next(iter(found.values()), "")
    if decimal in found:
        return found[decimal]
    return "" if COMMA in text else found[POINT]


def is_doubtful(text: str) -> bool:
    """Tell whether a number is meant, but not which: ``1,200`` by itself."""
    return not plain(text) and bool(_readings(text.strip()))


def meanings(text: str) -> tuple[str, ...]:
    """Return all that a number can mean, as this program writes it, the larger one first."""
    return tuple(sorted(set(_readings(text.strip()).values()), key=Decimal, reverse=True))


def proofs(texts: Iterable[str]) -> frozenset[str]:
    """Return the decimal signs of which some number in these texts leaves no doubt."""
    runs = (run for text in texts for run in _RUNS.findall(text))
    return frozenset(sign for run in runs if (sign := _proof(run)))


def decimal_sign(*groups: Iterable[str]) -> str:
    """Return the decimal sign by the first group that proves one and does not contradict itself."""
    for group in groups:
        found = proofs(group)
        if found:
            return next(iter(found)) if len(found) == 1 else ""
    return ""


@lru_cache(maxsize=8192)
def without_tail(text: str) -> str:
    """Return a number without the figures that only a computer's arithmetic left behind.

    ``2.1200000000000001`` is 2.12, and of ``156.9832803101745`` four figures are told.
    """
    found = _TAIL.fullmatch(text)
    if found is None or len((found[2] + found[3]).lstrip("0")) < _EXACT:
        return text
    exact = Decimal(f"{found[2]}.{found[3]}")
    short = _to(exact, _EXACT - 3).normalize()
    if len(short.as_tuple().digits) > _SHORT:
        short = _to(exact, max(4, len(found[2].lstrip("0"))))
    return f"{found[1]}{short:f}"


def _to(exact: Decimal, figures: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - figures + 1))


def _proof(run: str) -> str:
    """Return the sign of the only reading; British figures with a point count as that."""
    found = _readings(run)
    return next(iter(found)) if len(found) == 1 else ""


@lru_cache(maxsize=8192)
def _readings(text: str) -> Mapping[str, str]:
    """Return what a text means under each decimal sign under which it can be a number."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return {}
    sign, figures, power = parts.groups()
    found = {}
    for decimal, shape in _SHAPES.items():
        match = shape.fullmatch(figures)
        if match and (match[1] or match[2]):
            whole = re.sub(r"[^0-9]", "", match[1])
            if power and whole != match[1]:
                continue
            found[decimal] = _written(sign, whole, match[2], power)
    return found


def _written(sign: str, whole: str, rest: str | None, power: str | None) -> str:
    text = (whole or "0") + (f".{rest}" if rest else "") + (f"E{power}" if power else "")
    return f"{'-' if sign in {'-', '−'} else ''}{text}".replace("E−", "E-")
