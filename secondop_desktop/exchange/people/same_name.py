"""Whether two names are one person's, as people and as hospital computers write them.

Hospitals drop accents and apostrophes, write in capitals, put the family name first, add titles
and middle names, and cut given names to their initials.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import IntEnum

_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "master", "dr", "prof", "professor", "sir", "dame", "lady"}
    | {"lord", "rev", "revd", "reverend", "canon", "cllr"}
)
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""Letters with a second spelling, where no key has them: Müller is Muller or Mueller."""

_APOSTROPHES = re.compile(r"['’‘ʼ`´ʻ]")
_HYPHENS = re.compile(r"[-‐‑‒–]")
_BRACKETS = re.compile(r"\([^)]*\)|\"[^\"]*\"|“[^”]*”")


class Likeness(IntEnum):
    """How far two names agree."""

    DIFFERENT = 0
    OTHER_FAMILY = 1
    """The given name agrees: a family name changes when people marry, but twins differ too."""
    UNKNOWN = 2
    """One of them says too little, such as “Mum”."""
    INITIALS = 3
    SAME = 4


def likeness(one: str, other: str) -> Likeness:
    """Compare two whole names."""
    pairs = [(a, b) for a in _readings(one) for b in _readings(other) if a and b]
    return max((_compare(a, b) for a, b in pairs), default=Likeness.UNKNOWN)


def spelt_alike(one: str, other: str) -> bool:
    """Tell whether two names are written the same, but for spaces."""
    return " ".join(one.split()) == " ".join(other.split())


def _readings(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name, given names first; hyphens part words or join them."""
    family, comma, given = _BRACKETS.sub(" ", name).partition(",")
    for plain in _spellings(f"{given} {family}" if comma else family):
        yield tuple(_words(_HYPHENS.sub(" ", plain)))
        if _HYPHENS.search(plain):
            yield tuple(_words(_HYPHENS.sub("", plain)))


def _spellings(name: str) -> set[str]:
    """Return a name without accents, and with letters spelt out by two where that is done."""
    whole = unicodedata.normalize("NFC", name).casefold()
    return {_folded(whole), _folded(whole.translate(_SPELT_OUT))}


def _folded(text: str) -> str:
    text = _APOSTROPHES.sub("", text.casefold())
    signs = unicodedata.normalize("NFKD", text)
    return "".join(one for one in signs if not unicodedata.combining(one)).translate(_LETTERS)


def _words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"\w+|\w+[-‐‑‒–]\w+", text) if word not in _TITLES)


def _compare(one: Sequence[str], other: Sequence[str]) -> Likeness:
    few, many = sorted((one, other), key=len)
    if _same_letters(one, other):
        return Likeness.SAME
    if len(few) < 2:
        return Likeness.UNKNOWN
    whole, short = _found(few, many)
    if whole + short == len(few) and whole:
        return Likeness.SAME if whole > 1 else Likeness.INITIALS
    return Likeness.OTHER_FAMILY if few[0] == many[0] else Likeness.DIFFERENT


def _same_letters(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two have the same words in any order, or the same letters in turn."""
    turned = ("".join((*other[at:], *other[:at])) for at in range(len(other)))
    return sorted(one) == sorted(other) or (len(one) > 0 and "".join(one) in turned)


def _found(few: Sequence[str], many: Sequence[str]) -> tuple[int, int]:
    """Count the words of the shorter name that stand in the longer, whole or as an initial."""
    left = list(many)
    rest = []
    for word in few:
        if word in left:
            left.remove(word)
        else:
            rest.append(word)
    short = 0
    for word in rest:
        if fits := next((one for one in left if _is_initial(word, one)), None):
            left.remove(fits)
            short += 1
    return len(few) - len(rest), short


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]
