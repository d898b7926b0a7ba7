"""How hard a passphrase is to guess, in words: by its length first, then by what it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from secondop_desktop.journal.protection.passphrases import normal
from secondop_desktop.lang import N_, _


class Level(IntEnum):
    """From what is guessed at once to what nobody guesses in a lifetime."""

    NONE = 0
    EASY = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


@dataclass(frozen=True)
class Strength:
    """A level, and one sentence that says it and what to do about it."""

    level: Level
    words: str


_BY_GUESSES = ((7.0, Level.EASY), (10.0, Level.FAIR), (13.0, Level.GOOD))
"""Below so many guesses, as a power of ten. Each guess costs 256,000 rounds of hashing."""
_BY_LENGTH = ((8, Level.EASY), (12, Level.FAIR), (16, Level.GOOD))
"""Shorter than so many letters, it is no better than this."""
_MOST = 72
"""Letters that the estimate looks at; more of them make it no weaker."""

_SAID = {
    Level.NONE: "",
    Level.EASY: N_("Easy to guess."),
    Level.FAIR: N_("Fair: it keeps out someone who does not try very hard."),
    Level.GOOD: N_("Good."),
    Level.STRONG: N_("Very good: nobody will guess it."),
}
_LONGER = N_("Longer is stronger: four words that do not belong together are good.")
_MADE_OF = {
    "spatial": N_("Keys that are side by side are tried first."),
    "repeat": N_("Repeated letters are tried first."),
    "sequence": N_("Letters or numbers in a row are tried first."),
    "date": N_("Dates are tried first."),
    "regex": N_("Years are tried first."),
    "dictionary": N_("Names and common words are tried first."),
}


def strength(text: str, known: Sequence[str] = ()) -> Strength:
    """Estimate a passphrase; ``known`` are names and words that others would try for this person.

    The first call takes a fifth of a second, to read the lists of common words.
    """
    chosen = normal(text)
    if not chosen.strip():
        return Strength(Level.NONE, "")
    from zxcvbn import zxcvbn

    found = zxcvbn(chosen[:_MOST], user_inputs=_words(known))
    level = min(_below(_BY_GUESSES, found["guesses_log10"]), _below(_BY_LENGTH, len(chosen)))
    return Strength(level, " ".join(_told(level, found)))


def _words(known: Sequence[str]) -> list[str]:
    return [part for name in known for part in (name, *name.split())]


def _below(steps: Sequence[tuple[float, Level]], value: float) -> Level:
    return next((level for limit, level in steps if value < limit), Level.STRONG)


def _told(level: Level, found: dict[str, Any]) -> list[str]:
    told = [_(_SAID[level])]
    if level <= Level.FAIR:
        patterns = [match["pattern"] for match in found["sequence"]]
        made_of = next((_MADE_OF[one] for one in patterns if one in _MADE_OF), "")
        told += [_(made_of)] if made_of else []
        told.append(_(_LONGER))
    return told
