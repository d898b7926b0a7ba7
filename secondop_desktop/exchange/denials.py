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


_MAY_END = re.compile(r"[:=(–—-]|excluded|ruled out|refuted|disprove|not present", re.IGNORECASE)
"""What stands in each text that ends so."""


def says_not(text: str) -> bool:
    """Tell whether a text says that something is not there."""
    plain = " ".join(text.split())
    if _BEGINS.match(plain):
        return True
    if _MAY_END.search(plain) is None:  # the other two look at every letter
        return False
    return bool(_ENDS.fullmatch(plain) or _RULED_OUT.fullmatch(plain))


_TAKES_BACK = re.compile(
    r"\b(?:refuted|ruled out|excluded|disprove[dn]|entered in error|de-?labell?ed"
    r"|(?:not|never|no longer)(?: (?:a|an|true|truly|really|actually|in fact))* (?:allerg\w+)"
    r"|not (?:a|an) (?:true |real )*(?:allergy|intolerance))\b",
    re.IGNORECASE,
)
_IN_NO_WAY = re.compile(
    r"\b(?:not|never|cannot|can[’']t|couldn[’']t|hasn[’']t|un)\b(?: \w+){0,2} $", re.IGNORECASE
)


def takes_back(text: str) -> bool:
    """Tell whether remarks say somewhere that what they stand beside is not so after all."""
    plain = " ".join(text.split())
    found = _TAKES_BACK.finditer(plain)
    return any(not _IN_NO_WAY.search(plain[: one.start()]) for one in found)


_OUT = re.compile(r"\b(?:refuted|ruled[ -]out|excluded|disprove[dn]|absent)\b", re.IGNORECASE)
_IN_DOUBT = re.compile(
    r"\b(?:rule[ -]out|un-?confirmed|not confirmed|suspected|possible|probable|presumed"
    r"|provisional|differential|questionable|doubtful|uncertain)\b",
    re.IGNORECASE,
)


def certainty_of(word: str) -> str:
    """Return FHIR's code for how sure the status of an entry says that it is, or nothing.

    See http://hl7.org/fhir/R4/valueset-condition-ver-status.html. "Rule out" is what is still to
    be looked for, "ruled out" what was not found.
    """
    if re.search(r"\bin error\b|\bby mistake\b|\berroneous", word, re.IGNORECASE):
        return "entered-in-error"
    out = _OUT.search(word)
    if out and not _IN_NO_WAY.search(word[: out.start()]):
        return "refuted"
    return "unconfirmed" if _IN_DOUBT.search(word) else ""
