"""Columns that hold the values of one test each: meters, diaries, and a test for each column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from secondop_desktop.exchange.tables.headings import plain
from secondop_desktop.journal.values.printed_parts import named

_PRESSURE = "Blood pressure"
_MEANT: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("systolic", "sys", "systolic pressure", "systolic blood pressure", "sbp"),
        ("Systolic blood pressure", _PRESSURE),
    ),
    **dict.fromkeys(
        ("diastolic", "dia", "diastolic pressure", "diastolic blood pressure", "dbp"),
        ("Diastolic blood pressure", _PRESSURE),
    ),
}
"""Names of columns that mean more than they say: the test and its panel."""

_KNOWN = re.compile(
    r"systolic|diastolic|^(sys|dia|sbp|dbp)$|pulse|heart rate|glucose|ketone|weight|temperature|"
    r"spo2|oxygen saturation|hba1c|cholesterol|peak flow|\bbmi\b|blood pressure|^(bp|hr|rr|temp)$|"
    r"^(blutdruck|puls|gewicht|blutzucker|temperatur|syst|diast)"
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
    r"insulin|carbohydrate|serving|non.?numeric|dose|duration|distance|steps|\bage\b|optional|"
    r"\byears?\b|serial|number|\bno\b|cost|price|amount"
)
_REMARKS = re.compile(r"optional|required|if any|years?|yes|no|yes/no|y/n|dd.*|local|utc|gmt")
_IN_BRACKETS = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]\s*")


@dataclass(frozen=True)
class Measure:
    """A column that holds the values of one test."""

    column: int
    test: str
    unit: str = ""
    panel: str = ""
    range: str = ""


def measure(column: int, heading: str) -> Measure | None:
    """Return the test that a heading names, with the unit beside it; None for other columns."""
    name, unit, between = _parts(heading)
    said = plain(name)
    if unit and _REMARKS.fullmatch(unit.casefold()):
        return None
    if _NO_RESULT.search(said) or not (name != heading or _KNOWN.search(said) or is_test(said)):
        return None
    test, panel = _MEANT.get(said, (name, ""))
    return Measure(column, test, unit, panel, between)


def chosen(column: int, heading: str) -> Measure:
    """Return the column as one of results, because somebody said so."""
    name, unit, between = _parts(heading)
    test, panel = _MEANT.get(plain(name), (name, ""))
    return Measure(column, test, unit, panel, between)


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
