"""Reference ranges with what each is for (FHIR Observation.referenceRange).

A report may print several: the usual one, a critical one, those of the phases of a cycle. Only
the usual one, or one without any word beside it, may say that a result lies above or below.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from secondop_desktop.exchange.fhir.amounts import spread
from secondop_desktop.exchange.fhir.codes import all_words, code, line, several, words
from secondop_desktop.journal.values.quantities import Range
from secondop_desktop.lang import N_, _

MEANINGS = {
    "recommended": N_("range to aim for"),
    "treatment": N_("treatment range"),
    "therapeutic": N_("therapeutic desired level"),
    "pre": N_("pre therapeutic desired level"),
    "post": N_("post therapeutic desired level"),
    "endocrine": N_("endocrine"),
    "pre-puberty": N_("pre-puberty"),
    "follicular": N_("follicular stage"),
    "midcycle": N_("midcycle"),
    "luteal": N_("luteal"),
    "postmenopausal": N_("postmenopausal"),
}
"""http://terminology.hl7.org/CodeSystem/referencerange-meaning"""

_USUAL = re.compile(
    r"(normal|reference|ref\.?|usual|standard)?\s*(range|interval|limits?|values?)?\s*"
    r"|normal|reference|usual",
    re.IGNORECASE,
)


_NO_PEOPLE = re.compile(
    r"follic|lute|cycle|ovulat|menopaus|pubert|pregnan|trimester|fasting|meal|morning|evening|"
    r"phase|stage|therap|treatment|upright|lying|standing|^(?:for|in|with|at|before|after) ",
    re.IGNORECASE,
)
"""A range holds at such a time or in such a state, and not for such people."""


@dataclass(frozen=True)
class Printed:
    """One range: what was printed between its ends, and what it is for (empty: the usual one)."""

    between: str
    label: str = ""

    @property
    def whole(self) -> str:
        """The range with its label before it."""
        return f"{self.label}: {self.between}" if self.label and self.between else self._one

    @property
    def _one(self) -> str:
        return self.label or self.between


def ranges(given: Any, unit: str) -> tuple[str, str]:
    """Return the range to compare with, and the others each with what it is for.

    ``unit`` is the result's: another one is printed beside the range. Where no range or more
    than one is the usual one, all stand in the first text, which then compares with nothing.
    """
    if not given:
        return "", ""
    parts = several(given)
    if len(parts) == 1:
        return _one(parts[0], unit).whole, ""
    found = list(dict.fromkeys(_one(each, unit) for each in parts))
    found = [one for one in found if one.whole]
    usual = [one for one in found if not one.label]
    if len(usual) == 1 and len(found) > 1 and Range(usual[0].between).has_bounds:
        others = [one.whole for one in found if one is not usual[0]]
        return usual[0].whole, "; ".join(others)
    return "; ".join(one.whole for one in found), ""


_LABELS = frozenset({"text", "type", "appliesTo", "age"})
"""Parts that say what a range is for."""


def _one(given: dict[str, Any], unit: str) -> Printed:
    between, other, coded = spread(given)
    if between and _LABELS.isdisjoint(given):
        return Printed(f"{between} {other}" if other and other != unit else between)
    text = line(given.get("text"))
    labels = [_meaning(given.get("type")), _applies(given), _age(given.get("age"))]
    if not between:
        return Printed(text, ", ".join(filter(None, labels)))
    said_once_more = _says_the_same(text, between, filter(None, (unit, other, coded)))
    if other and other != unit:
        between = f"{between} {other}"
    if not said_once_more:
        labels.insert(0, text)
    return Printed(between, ", ".join(dict.fromkeys(filter(None, labels))))


def _meaning(concept: Any) -> str:
    """Say what a range means, nothing for the normal one."""
    if not concept:
        return ""
    said, coded = words(concept), code(concept)
    if _USUAL.fullmatch(said) or (coded == "normal" and said.casefold() == "normal range"):
        return ""
    return _(MEANINGS[coded]) if said == coded and coded in MEANINGS else said


def _applies(given: dict[str, Any]) -> str:
    """Say who a range is for."""
    said = all_words(given.get("appliesTo"))
    if not said or _NO_PEOPLE.search(said):
        return said
    return _("for {who}").format(who=said[:1].lower() + said[1:] if said[1:2].islower() else said)


_AGES = {"a": N_("years"), "mo": N_("months"), "wk": N_("weeks"), "d": N_("days"), "h": N_("hours")}
"""https://hl7.org/fhir/R4/valueset-age-units.html"""


def _age(given: Any) -> str:
    """Say for which ages a range holds."""
    if not isinstance(given, dict):
        return ""
    between, unit, coded = spread(given)
    unit = _(_AGES.get(coded or unit, unit))
    return _("for age {ages}").format(ages=f"{between} {unit}".strip()) if between else ""


def _says_the_same(text: str, between: str, units: Iterable[str]) -> bool:
    """Tell whether a text only prints the range once more, or calls it the usual one.

    ``units`` are those of the result and of the range, in words and as their code.
    """
    if not text or _USUAL.fullmatch(text):
        return True
    unit = next((one for one in units if text.casefold().endswith(one.casefold())), "")
    bare = text[: len(text) - len(unit)].strip(" ()[]")
    bare = re.sub(r"^(normal|reference)( range)?:?\s+", "", bare, flags=re.IGNORECASE)
    told = Range(bare)
    return told.has_bounds and told.bounds == Range(between).bounds
