"""Columns that hold the values of one test each: meters, diaries, and a test for each column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondop_desktop.exchange.tables.headings import BETWEEN, RESULTS, plain, roles
from secondop_desktop.exchange.tables.signs import is_sign
from secondop_desktop.journal.values.printed_parts import Printed, named

PRESSURE = "Blood pressure"
UPPER, LOWER = "Systolic blood pressure", "Diastolic blood pressure"
_UPPER = frozenset({"systolic", "sys", "sbp", "systolisch", "systole", "syst", "systolig", "top"})
_LOWER = frozenset(
    {"diastolic", "dia", "dbp", "diastolisch", "diastole", "diast", "diastolig", "bottom"}
)
_OF_PRESSURE = frozenset(
    {"blood", "pressure", "bp", "reading", "value", "number", "blutdruck", "gwaed", "pwysedd"}
)
"""Words beside those that leave the meaning as it is; ``top`` needs ``number``."""

_KNOWN = re.compile(
    r"systoli|diastoli|^(sys|dia|sbp|dbp)$|pulse|heart rate|glucose|ketone|weight|temperature|"
    r"spo2|oxygen saturation|hba1c|cholesterol|peak flow|\bbmi\b|blood pressure|^(bp|hr|rr|temp)$|"
    r"^(blutdruck|puls|gewicht|körpergewicht|blutzucker|temperatur|syst|diast|top number|"
    r"bottom number|pwysedd|pwls|pwysau|siwgr|tymheredd|curiad|cyfradd|colesterol|sauerstoff)"
)
_BLOOD = frozenset(
    {
        "afp",
        "albumin",
        "alp",
        "alt",
        "amylase",
        "aptt",
        "ast",
        "b12",
        "basophils",
        "bicarbonate",
        "bilirubin",
        "ca125",
        "calcium",
        "cea",
        "chloride",
        "ck",
        "cortisol",
        "creatinine",
        "crp",
        "egfr",
        "eosinophils",
        "erythrozyten",
        "esr",
        "ferritin",
        "fibrinogen",
        "folate",
        "ft3",
        "ft4",
        "ggt",
        "glucose",
        "haematocrit",
        "haemoglobin",
        "harnstoff",
        "hb",
        "hba1c",
        "hct",
        "hdl",
        "hematocrit",
        "hemoglobin",
        "hgb",
        "hämoglobin",
        "inr",
        "iron",
        "k",
        "kalium",
        "kreatinin",
        "lactate",
        "ldh",
        "ldl",
        "leukocytes",
        "leukozyten",
        "lipase",
        "lymphocytes",
        "magnesium",
        "mch",
        "mchc",
        "mcv",
        "monocytes",
        "na",
        "natrium",
        "neutrophils",
        "phosphate",
        "platelets",
        "plt",
        "potassium",
        "protein",
        "psa",
        "ptt",
        "rbc",
        "sodium",
        "t3",
        "t4",
        "thrombozyten",
        "transferrin",
        "triglycerides",
        "troponin",
        "tsh",
        "urate",
        "urea",
        "uric",
        "wbc",
        "wcc",
    }
)
_NO_RESULT = re.compile(
    r"insulin|carbohydrate|serving|step count|flights|energy|exercise|"
    r"stand hours|sleep|non.?numeric|dose|duration|distance|steps|\bage\b|optional|"
    r"\byears?\b|serial|number|\bno\b|cost|price|amount"
)
_REMARKS = re.compile(r"optional|required|if any|years?|yes|no|yes/no|y/n|dd.*|local|utc|gmt")
_IN_BRACKETS = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*")


_OF_DAY = (
    r"(?:before |after |early |late |mid-?)?(?:morning|evening|afternoon|noon|midday|night|bedtime|"
    r"breakfast|lunch|dinner|tea|supper|am|pm|a\.m\.?|p\.m\.?|bore|hwyr|prynhawn|nos|"
    r"morgens?|mittags?|abends?|nachts?)"
)
_NUMBERED = (
    r"(?:(?:1st|2nd|3rd|[4-9]th|first|second|third|[1-9]\.?)"
    r"(?: (?:reading|measurement|messung|darlleniad))?|"
    r"(?:reading|measurement|messung|darlleniad|no\.?|#) ?[1-9])"
)
_ARM = r"(?:(?:left|right|chwith|de|linker|rechter) (?:arm|fraich|braich)|left|right|l|r)"
_NOTE = rf"(?:{_OF_DAY}|{_NUMBERED}|{_ARM})(?:,? (?:{_OF_DAY}|{_NUMBERED}|{_ARM}))*"
_NOTED = re.compile(rf"(?P<before>{_NOTE})[ :,-]+(?P<name>.+)|(?P<of>.+?)[ :,-]+(?P<after>{_NOTE})")


@dataclass(frozen=True)
class Measure:
    """A column that holds the values of one test; ``note`` says when or where it was measured."""

    column: int
    test: str
    unit: str = ""
    panel: str = ""
    range: str = ""
    note: str = ""


def is_note(text: str) -> bool:
    """Tell whether a heading only says which of several readings a column holds."""
    return bool(re.fullmatch(_NOTE, text.strip(" ()").casefold()))


def measure(column: int, heading: str) -> Measure | None:
    """Return the test that a heading names, with the unit beside it; None for other columns."""
    parts = heading.split(BETWEEN)
    notes = [part for part in parts if is_note(part)]
    names = [part for part in parts if not is_note(part)]
    field = next(iter(roles(names[-1:], RESULTS)), "")
    beside = Printed("")
    if len(names) > 1 and field == "value":
        beside = named(names[-1])[1]
        names, field = names[:-1], ""
    found = _plain(column, names[-1]) if names and (len(names) == 1 or not field) else None
    if found is None:
        return None
    panel = found.panel or (names[-2] if len(names) > 1 else "")
    found = replace(found, unit=found.unit or beside.unit, range=found.range or beside.range)
    return replace(found, panel=panel, note=" ".join(filter(None, (*notes, found.note))))


def _plain(column: int, heading: str) -> Measure | None:
    name, unit, between = _parts(heading)
    name, note = _without_note(name)
    said = plain(name)
    if unit and _REMARKS.fullmatch(unit.casefold()):
        return None
    if (
        is_sign(name)
        or _NO_RESULT.search(said)
        or not (
            name != heading
            or _KNOWN.search(said)
            or meant(name)[1]
            or is_test(said)
            or is_pressure(name)
        )
    ):
        return None
    test, panel = meant(name)
    return Measure(column, test, unit, panel, between, note)


def _without_note(name: str) -> tuple[str, str]:
    """Part ``Morning systolic`` where what is left is measured at home several times a day."""
    found = _NOTED.fullmatch(name.casefold())
    if found is None:
        return name, ""
    part = "name" if found["name"] else "of"
    note = "before" if found["name"] else "after"
    rest = name[found.start(part) : found.end(part)]
    if not (_KNOWN.search(plain(rest)) or meant(rest)[1]):
        return name, ""
    return rest, name[found.start(note) : found.end(note)]


def chosen(column: int, heading: str) -> Measure:
    """Return the column as one of results, because somebody said so."""
    if found := measure(column, heading):
        return found
    name, unit, between = _parts(heading)
    test, panel = meant(name)
    return Measure(column, test, unit, panel, between)


_OF_APPLE = re.compile(r"HK(?:Quantity|Category)TypeIdentifier([A-Z]\w+)")


def without_prefix(test: str) -> str:
    """Return a test without the prefix that Apple puts before each: ``Body Mass``."""
    found = _OF_APPLE.fullmatch(test)
    return " ".join(re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", found[1])) if found else test


def meant(test: str) -> tuple[str, str]:
    """Return the test that a name such as ``SYS`` means, and its panel."""
    words = set(re.sub(r"[\[\](){}]", " ", plain(test)).split())
    own = words - _OF_PRESSURE
    if len(own) != 1 or ((own & {"top", "bottom"}) and "number" not in words):
        return test, ""
    if own <= _UPPER:
        return UPPER, PRESSURE
    return (LOWER, PRESSURE) if own <= _LOWER else (test, "")


BOTH = re.compile(r"(\d{2,3})\s*(?:/|\bover\b)\s*(\d{2,3})(?:\s*(mm\s?Hg))?", re.IGNORECASE)
_PRESSURES = re.compile(
    r"(?:home |clinic )?(?:bp|blood pressure|blutdruck|rr|pwysedd gwaed|sys ?/ ?dia|"
    r"systolic ?/ ?diastolic|systolisch ?/ ?diastolisch|"
    r"upper ?/ ?lower|tension artérielle|"
    r"presión arterial)(?: readings?)?"
)


def looks_like_pressures(texts: Sequence[str]) -> bool:
    """Tell whether most cells of a column hold an upper and a lower blood pressure."""
    found = filter(None, map(BOTH.fullmatch, texts))
    likely = [one for one in found if int(one[1]) > int(one[2]) and int(one[1]) >= _LOWEST]
    return len(likely) * 5 >= len(texts) * 4 > 0


_LOWEST = 60
"""An upper pressure is at least this: 20/20 is how well an eye sees."""


def is_pressure(test: str) -> bool:
    """Tell whether a name means blood pressure, upper and lower together."""
    parts = re.split(r"\s[/|]\s", test.strip().casefold())
    return any(map(_PRESSURES.fullmatch, parts))


def _parts(heading: str) -> tuple[str, str, str]:
    """Part the name of a test, its unit and its range; any text in brackets is taken for a unit."""
    name, found = named(heading)
    if brackets := None if found.unit else _IN_BRACKETS.fullmatch(name):
        return brackets[1], brackets[2], found.range
    return name, found.unit, found.range


def is_test(name: str) -> bool:
    """Tell whether this names a test of blood that stands in tables by its name alone."""
    words = plain(name).split()
    return bool(words) and len(words) <= 3 and any(word in _BLOOD for word in words)
