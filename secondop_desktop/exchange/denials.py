"""Texts that say what there is not ("No diabetes", "Asthma: none"), so that none is told as a fact.

They are known by how they begin or end, in English and in the languages of our neighbours.
"""

import re

_NOTHING = (
    r"no|nil|none|nothing|neither|keine?|aucune?|n[ée]ant|ningun[oa]s?|nessun[oa]?|nenhuma?|geen|brak|"
    r"dim|ingen|inga"
)
_BEGINS = re.compile(
    rf"(?:{_NOTHING}|denies|denied|negative for|never had|absence of|pas d[e’']|sans|"
    r"(?:is )?(?:not|non)[ -](?:allergic|sensitive) to)"
    r"(?:\b(?![.\d])|(?<=[’']))",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf".*[\w)]\s*(?:[:=(–—]|\s-)\s*(?:{_NOTHING}|nein|non|negative|not present|denied|absent)"
    r"(?:\s+(?:known|bekannt|connue?s?))?\s*[).]*",
    re.IGNORECASE,
)


_RULED_OUT = re.compile(
    r".*\w[()\s,:–-]+(?:excluded|ruled out|refuted|dis(?:proved|proven)|"
    r"not present)\W*",
    re.IGNORECASE,
)


def says_not(text: str) -> bool:
    """Tell whether a text says that something is not there."""
    plain = " ".join(text.split())
    return any((_BEGINS.match(plain), _ENDS.fullmatch(plain), _RULED_OUT.fullmatch(plain)))
