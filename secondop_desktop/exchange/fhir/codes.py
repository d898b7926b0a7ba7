"""Words and codes of FHIR's CodeableConcept, Coding and code, in one way for R4 and STU3."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

SYSTEMS: Mapping[str, str] = {
    "http://snomed.info/sct": "SNOMED CT",
    "http://loinc.org": "LOINC",
    "https://dmd.nhs.uk": "dm+d",
    "http://hl7.org/fhir/sid/icd-10": "ICD-10",
    "http://hl7.org/fhir/sid/icd-10-cm": "ICD-10-CM",
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
    "http://www.whocc.no/atc": "ATC",
    "http://hl7.org/fhir/sid/cvx": "CVX",
    "http://read.info/readv2": "Read v2",
    "http://read.info/ctv3": "Read CTV3",
}
"""How the systems of codes are called, the ones to prefer first."""

LOINC_NAME = SYSTEMS["http://loinc.org"]
UCUM = "http://unitsofmeasure.org"
_OTHER_NAMES = {
    "urn:oid:2.16.840.1.113883.6.96": "http://snomed.info/sct",
    "urn:oid:2.16.840.1.113883.6.1": "http://loinc.org",
    "urn:oid:2.16.840.1.113883.6.3": "http://hl7.org/fhir/sid/icd-10",
}
_ORDER = {system: place for place, system in enumerate(SYSTEMS)}


def several(value: Any) -> list[Any]:
    """Return a list whether the file gives one thing, many or none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def objects(value: Any) -> list[dict[str, Any]]:
    """Return those of several things that have parts of their own; a bare text has none."""
    return [one for one in several(value) if isinstance(one, dict)] if value else []


def first(value: Any) -> Any:
    """Return the first of several, or None."""
    return next(iter(several(value)), None)


def line(text: Any) -> str:
    """Return text as one line without control characters; anything but text is nothing."""
    if not text or not isinstance(text, str):
        return ""
    if text.isprintable():
        return text.strip() if "  " not in text else " ".join(text.split())
    return " ".join("".join(char if char >= " " else " " for char in text).split())


def prose(text: Any) -> str:
    """Return text of several lines without other control characters."""
    if not isinstance(text, str):
        return ""
    if text.isprintable():
        return text.strip()
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in plain if char in "\n\t" or char >= " ").strip()


def codings(concept: Any) -> list[Mapping[str, Any]]:
    """Return the codings of one or several concepts, those of the systems we know first."""
    if concept is None:
        return []
    found: list[Mapping[str, Any]] = [
        coding
        for one in several(concept)
        if isinstance(one, dict)
        for coding in (several(one["coding"]) if "coding" in one else [one])
        if isinstance(coding, dict) and coding.get("code")
    ]
    if len(found) > 1:
        found.sort(key=lambda coding: _ORDER.get(system(coding), len(_ORDER)))
    return found


def system(coding: Mapping[str, Any]) -> str:
    """Return the system of a coding by its usual name."""
    given = line(coding.get("system"))
    return _OTHER_NAMES.get(given, given)


def words(concept: Any) -> str:
    """Say a concept as its sender did: its text, else a display, else the bare code."""
    if not isinstance(concept, dict):
        return line(concept)
    if plain := line(concept.get("display")) or line(concept.get("text")):
        return plain
    found = codings(concept)
    told = [*found, *_without_code(concept)]
    texts = [coding.get("display") for coding in told if coding.get("userSelected")]
    texts += [coding.get("display") for coding in told]
    texts += [coding.get("code") for coding in found]
    return next((shown for text in texts if (shown := line(text))), "")


def _without_code(concept: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the codings that only say in words what they mean."""
    return [one for one in objects(concept.get("coding")) if not one.get("code")]


def all_words(concepts: Any, between: str = ", ") -> str:
    """Say several concepts, each once."""
    said = filter(None, map(words, several(concepts))) if concepts else ()
    return between.join(dict.fromkeys(said))


def code(concept: Any) -> str:
    """Return a bare status word such as ``active``, however deep R4 or STU3 keep it."""
    if isinstance(concept, str):
        return line(concept)
    return next((line(coding.get("code")) for coding in codings(concept)), "")


def codes(concept: Any) -> Sequence[str]:
    """Return each word that may say how something stands: all codes, then the words themselves.

    A sender may put its own code first, or give words alone: ``Entered in error``.
    """
    if isinstance(concept, str):
        return _spelled(line(concept))
    found = [line(coding.get("code")) for coding in codings(concept)]
    found += [words(concept)]
    return [*found, *(_spelled(one)[1] for one in found)]


@lru_cache(maxsize=1024)
def _spelled(word: str) -> tuple[str, str]:
    """Return a word as it is, and as a code would be spelled: all files use the same few."""
    return word, "-".join(word.casefold().split())


def listed(concept: Any, values: Mapping[str, str]) -> str:
    """Return what the first code that is listed means here, empty where none is."""
    return next((values[one] for one in codes(concept) if one in values), "")


def unlisted(concept: Any, values: Mapping[str, str]) -> str:
    """Return the words of a concept of which no code is listed, to be kept as they stand."""
    return "" if any(one in values for one in codes(concept)) else words(concept)


def printed_code(concept: Any, prefer: str = "") -> str:
    """Return the code to keep, such as ``SNOMED CT 22298006``; ``prefer`` is a system."""
    found = codings(concept)
    if not found:
        return ""
    if len(found) > 1:
        found.sort(key=lambda coding: system(coding) != prefer)
    name, bare = system(found[0]), line(found[0].get("code"))
    if name in SYSTEMS:
        return f"{SYSTEMS[name]} {bare}"
    return f"{name}|{bare}" if name else bare


def coding(printed: str) -> dict[str, str] | None:
    """Turn a kept code back into a FHIR Coding; None for a text that names no system."""
    for address, name in SYSTEMS.items():
        if printed.startswith(f"{name} "):
            return {"system": address, "code": printed.removeprefix(f"{name} ")}
    address, bar, bare = printed.rpartition("|")
    return {"system": address, "code": bare} if bar and address else None


def has_code(concept: Any, wanted: Iterable[str]) -> bool:
    """Tell whether one of the codings bears one of these codes."""
    known = frozenset(wanted)
    return any(line(coding.get("code")) in known for coding in codings(concept))


def notes(*texts: Any) -> str:
    """Join what is worth keeping but has no field: texts, and the texts of Annotations."""
    given = [one for text in texts if text for one in several(text)]
    found = (prose(one.get("text") if isinstance(one, dict) else one) for one in given)
    return "\n".join(dict.fromkeys(filter(None, found))) if given else ""
