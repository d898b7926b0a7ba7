"""Words that are spelled in two ways, of which people type the other one.

Index and typed word each hold all spellings, so that either way finds: Müller and Mueller, β and
beta, haemoglobin and the hemoglobin of American files, B12 and B 12, McLeod and Mc Leod.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from secondop_desktop.journal.search.plain_words import plain
from secondop_desktop.patterns import as_matched, pattern

TWO_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
"""Letters for which people without the key type two."""

GREEK = {
    **{"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta"},
    **{"η": "eta", "θ": "theta", "κ": "kappa", "λ": "lambda", "σ": "sigma", "ω": "omega"},
}
"""Letters that stand for a name where no Greek is written. µ is micro."""

_WORD = pattern(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTERS = pattern(f"[{''.join(TWO_LETTERS)}]", re.IGNORECASE)
_ALONE = pattern(f"(?<![\u0370-\u03ff])[{''.join(GREEK)}](?![\u0370-\u03ff])", re.IGNORECASE)
_MAY = pattern(r"[ao]e[a-z]|[a-z]ou?r\b|sulph|[a-z][A-Z]|[A-Za-z]\d", re.IGNORECASE)
_CAPITAL_INSIDE = pattern(r"(?<=[a-z])(?=[A-Z])")
_PARTS = pattern(r"([A-Za-z]{1,6})(\d{1,4}[a-z]?)")
_AMERICAN = (
    (pattern(r"[ao]e(?=[a-z])", re.IGNORECASE), "e"),
    (pattern(r"(?<=[a-z]{2})our\b", re.IGNORECASE), "or"),
    (pattern(r"sulph", re.IGNORECASE), "sulf"),
)
_APART = pattern(r"\b(Mc|Mac|O|D) (?=[A-Z][a-z])")
_JOINED = pattern(r"(mc|mac|o|d)([a-z]{3,})", re.IGNORECASE)
_GROUPED = pattern(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?(?![\w,])")
_LONGEST = 40
_MOST = 16_384
"""So many different words are remembered."""

_SPELLED_ONE_WAY: set[str] = set()
"""Words that are known to have no other spelling."""


def others_in(text: str, spelled: str) -> Iterator[str]:
    """Yield how else words of a text may be spelled; ``spelled`` is the text made plain.

    The check of a journal makes the same again: the order must be that of the text.
    """
    if not text.isascii():
        composed = unicodedata.normalize("NFC", text)
        for chunk in dict.fromkeys(composed.split()):
            for word in () if chunk.isascii() else _WORD.findall(chunk):
                yield from _foreign(word)
    chunks = spelled.split()
    if not _SPELLED_ONE_WAY.issuperset(chunks):
        for chunk in dict.fromkeys(chunks):
            yield from _others_in_chunk(chunk)
    if "Mc " in spelled or "Mac " in spelled or "O " in spelled or "D " in spelled:
        yield from (_joined(spelled, found) for found in _APART.finditer(spelled))
    if "," in spelled:
        yield from (found[0].replace(",", "") for found in _GROUPED.finditer(spelled))


@lru_cache(maxsize=1024)
def _others_in_chunk(chunk: str) -> tuple[str, ...]:
    """Return the other spellings of the words between two spaces; the same few fill most texts."""
    if not _MAY.search(chunk):
        return _only_this(chunk)
    words = (word for word in _WORD.findall(chunk) if len(word) <= _LONGEST)
    others = tuple(other for word in words for other in _native(word))
    return others or _only_this(chunk)


def _only_this(chunk: str) -> tuple[str, ...]:
    """Note that nothing else is typed for these words: most texts hold no others."""
    if len(_SPELLED_ONE_WAY) >= _MOST:
        _SPELLED_ONE_WAY.clear()
    _SPELLED_ONE_WAY.add(chunk)
    return ()


def others_of(word: str) -> tuple[str, ...]:
    """Return how else one word, as it was typed, may be spelled; none is its plain spelling."""
    spelled = plain(word)
    found = dict.fromkeys([*_foreign(unicodedata.normalize("NFC", word)), *_native(spelled)])
    found |= dict.fromkeys(one.replace(",", "") for one in _GROUPED.findall(spelled))
    found |= {spelled.removesuffix("'s"): None}
    found |= {f"{one[1]} {one[2]}": None for one in [_JOINED.fullmatch(spelled)] if one}
    return tuple(one for one in found if one != spelled)


def _foreign(word: str) -> Iterator[str]:
    """Yield a word with two letters for one of another alphabet, or the name of a Greek one."""
    if _LETTERS.search(word):
        yield plain(_LETTERS.sub(lambda found: TWO_LETTERS[as_matched(found[0])], word))
    if _ALONE.search(word):
        yield plain(_ALONE.sub(lambda found: GREEK[as_matched(found[0])], word))


def _native(word: str) -> Iterator[str]:
    """Yield the other spellings of an English word."""
    american = word
    for british, other in _AMERICAN:
        american = british.sub(other, american)
    if american != word:
        yield american
    if _CAPITAL_INSIDE.search(word):
        yield _CAPITAL_INSIDE.sub(" ", word)
    if found := _PARTS.fullmatch(word):
        yield f"{found[1]} {found[2]}"


def _joined(text: str, found: re.Match[str]) -> str:
    rest = _WORD.match(text, found.end())
    return f"{found[1]}{rest[0] if rest else ''}"
