"""Explicit answers: "no known allergies" and "takes no medicines" are not the same as silence.

Codes: IPS absent-or-unknown (http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips),
SNOMED CT, and the List and Composition emptyReason (http://hl7.org/fhir/R4/valueset-list-empty-reason.html).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from secondop_desktop.exchange.fhir.codes import has_code, several, words

_NO = (
    r"(?:(?:patient )?(?:has |takes |on )?(?:no|nil)|(?:denies|not on) any)"
    r"(?: known| current| currently| regular| active)*"
)
_NO_PAST = (
    rf"(?:{_NO}|nothing)(?: significant| relevant| past| previous| prior| medical| surgical)*"
)
_SORT = re.compile(r"\((?:situation|finding|disorder|procedure|qualifier value)\)\s*$")
"""What SNOMED CT puts behind a name to say what sort of thing it is."""

_END = r"(?: known| reported| recorded| noted| to report| of note)*"


@dataclass(frozen=True)
class Nothing:
    """What says that there is nothing: codes, or words where the sender gave no code."""

    codes: frozenset[str]
    words: str

    def is_said_by(self, concept: Any) -> bool:
        """Tell whether a concept says it, by a code or by all of its words."""
        plain = _plain(words(concept))
        return has_code(concept, self.codes) or bool(re.fullmatch(self.words, plain))


@lru_cache(maxsize=256)
def _plain(said: str) -> str:
    """Return words alone, without capitals and signs; each name is asked about several times."""
    return " ".join(re.findall(r"[^\W_]+", _SORT.sub("", said.casefold())))


NO_ALLERGIES = Nothing(
    frozenset({"no-known-allergies", "716186003", "160244002"}),
    rf"{_NO} allerg(?:y|ies){_END}|nka",
)
NO_SOME_ALLERGIES = Nothing(
    frozenset(
        {"no-known-medication-allergies", "no-known-environmental-allergies"}
        | {"no-known-food-allergies", "409137002", "428607008", "429625007", "428197003"}
        | {"716184000"}
    ),
    rf"{_NO} (?:[a-z]+ ){{1,3}}(?:allerg(?:y|ies)|sensitivit(?:y|ies))|nkda|nkfa|"
    r"none|nil|no|(?:none|nil) known",
)
NO_MEDICINES = Nothing(
    frozenset({"no-known-medications", "787481004", "182904002"}),
    rf"{_NO} (?:medications?|medicines?|meds|drugs|tablets)(?: taken)?{_END}",
)
NO_PROCEDURES = Nothing(
    frozenset({"no-known-procedures"}),
    rf"{_NO_PAST} (?:procedures?|operations?|surgery|history){_END}",
)
NO_VACCINES = Nothing(
    frozenset({"no-known-immunizations"}), rf"{_NO} (?:immuni[sz]ations?|vaccinations?|vaccines?)"
)
NO_DEVICES = Nothing(frozenset({"no-known-devices"}), rf"{_NO} (?:devices?|implants?)")
NO_PROBLEMS = Nothing(
    frozenset({"no-known-problems", "160245001"}),
    rf"{_NO_PAST} (?:health )?(?:problems?|conditions?|diagnos[ie]s|illness(?:es)?|history|pmhx?)"
    rf"{_END}|(?:nil|nothing)(?: of note| significant| relevant){_END}",
)
NOT_KNOWN = Nothing(
    frozenset(
        {"no-allergy-info", "no-medication-info", "no-problem-info", "no-procedure-info"}
        | {"no-immunization-info", "no-device-info"}
    ),
    r"(?:(?:allerg(?:y|ies)|medicines?|medications?|drugs?)(?: status| history)? (?:is |are )?)?"
    r"(?:not known|unknown|not recorded|not asked|not established)|"
    r"(?:none|nil|no [a-z]+) recorded|"
    r"no (?:[a-z]+ )?information(?: available| recorded)?|none|nil|(?:none|nil) known|n a|n k|"
    r"not (?:documented|stated|available)",
)
"""The sender does not know, or does not say of what there is none: that answers nothing."""

_SECTIONS: Mapping[str, str] = {
    "48765-2": "no_known_allergies",
    "886921000000105": "no_known_allergies",
    "10160-0": "takes_no_medicines",
    "933361000000108": "takes_no_medicines",
}
"""Sections and Lists (LOINC, and SNOMED CT of GP Connect) that may be empty as there is nothing."""

_NIL = ("nilknown", "nil-known")


def section_answers(composition: dict[str, Any], answers: dict[str, bool]) -> None:
    """Note the sections of a document that say that nothing is known to be there."""
    for section in several(composition.get("section")):
        if isinstance(section, dict) and (name := empty_answer(section)):
            answers[name] = True


def empty_answer(part: dict[str, Any]) -> str:
    """Return the answer that an empty section or List gives about the person, else nothing."""
    if part.get("entry") or not has_code(part.get("emptyReason"), _NIL):
        return ""
    found = (name for code, name in _SECTIONS.items() if has_code(part.get("code"), (code,)))
    return next(found, "")
