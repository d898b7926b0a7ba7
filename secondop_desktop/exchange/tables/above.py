"""The patient whom the lines above a table name, and a person's fields as printed."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from secondop_desktop.exchange.tables.days import is_date
from secondop_desktop.exchange.tables.measures import is_test
from secondop_desktop.exchange.tables.writing import Shape, written
from secondop_desktop.journal.values.dates import PartialDate

_BEGINS = r"(?:^\W*|[:;|,]\s*)"
_PARTS = r"(?:\s*[:=\t]\s*|\s{2,}|\s+[-–]\s+)"
_WORDS = (
    r"dob|d\.o\.b|date of birth|born|birth|nhs|sex|gender|age|id|mrn|hospital|male|female|"
    r"ward|address|gp|phone|tel|page|date|collected|report(?:ed)?|sample|specimen"
)
_NAME = re.compile(
    rf"{_BEGINS}(?:(?:(?:patient|pt)(?:['’]s)?|name(?: of)?(?: the)? patient|name|full name|client|"
    rf"subject|resident|service user|(?:test\s+)?(?:results|report)\s+for){_PARTS}|"
    rf"(?:patient|client|full)(?:['’]s)?\s+name(?:{_PARTS}|\s+))"
    rf"(?P<name>[^\d:=,;|\t]+?)(?P<after>\s*(?:$|[:,;|(\t\d]|\b(?:{_WORDS})\b).*)",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\s*[,:]\s*([^\W\d_][^\d:=,;|(\t]*?)\s*(?:$|[,;|(\t:\d])")
_NO_NAME = re.compile(rf"(?:{_WORDS})\b", re.IGNORECASE)
_FAMILY = re.compile(rf"{_BEGINS}(?:sur|family |last )name{_PARTS}([^\d:=,;|\t]+)", re.IGNORECASE)
_FIRST = re.compile(rf"{_BEGINS}(?:fore|first |given )names?{_PARTS}([^\d:=,;|\t]+)", re.IGNORECASE)
_TESTS = re.compile(r"\b(?:blood|test|tests|panel|profile|count|urine|screen)\b", re.IGNORECASE)
OTHER_WORDS = re.compile(
    r"\b(?:blood|bloods|pressure|weight|heart|pulse|glucose|sugar|tests?|results?|lab|labs|"
    r"laboratory|pathology|biochemistry|ha?ematology|immunology|microbiology|hospital|clinic|"
    r"surgery|practice|centre|center|trust|nhs|ward|department|report|record|records|diary|log|"
    r"history|summary|list|panel|profile|function|count|screen|studies|liver|kidney|renal|bone|"
    r"thyroid|iron|cardiac|enzymes|coagulation|clotting|tumour|antibodies|serology|chemistry|vitamins?|lipids?|hormones?|urine|salts|electrolytes|markers|home|readings?|"
    r"medicines?|medications?|allergies|appointments?|vaccinations?|current|previous|old|new|"
    r"annual|review|oxygen|levels?|connect|peak flow|"
    r"morning|evening|table|sheet|page|part|year|month|week|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|general|infirmary|university|royal)\b",
    re.IGNORECASE,
)
"""Words of titles, which are in no name of a person."""

_PARTICLE = re.compile(r"al|ap|ben|bin|da|de|del|den|der|di|dos|du|la|le|van|von")
"""A word of a name that is written small."""

_OF_WHOM = re.compile(
    r"\b(?:results|report|diary|record|readings|list|medicines|history|appointments)\s+(?:of|for)\s+"
    r"(?P<name>[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]*){1,3})\W*$",
    re.IGNORECASE,
)
"""A title that says whose the table is: ``Blood results of Ivy Marsh``."""

_BORN = re.compile(
    r"(?:dob|d\.o\.b\.?|date of birth|birth date|born)\s*[:=]?\s*([\w./ -]{6,20})", re.IGNORECASE
)
_NHS = re.compile(
    r"\bnhs(?:\s+(?:number|no\.?))?\s*[:=]?\s*((?:\d\s*-?\s*){10})(?!\d)", re.IGNORECASE
)


def told_above(lines: Sequence[str]) -> dict[str, Any]:
    """Read the patient whom the lines above the headings name, by the fields of a person."""
    named = (_whole(match) for line in lines if (match := _NAME.search(line)))
    name = next((one for one in named if _may_be_name(one)), "")
    name = name or _in_two(lines) or _of_whom(lines)
    born = next((found[1] for line in lines if (found := _BORN.search(line))), "")
    nhs = next((found[1] for line in lines if (found := _NHS.search(line))), "")
    return person_values(name, nhs, born)


_WHENS = (
    r"collect|sampl|specimen|taken|drawn|entnahme|abnahme|prélèvement|prelievo",
    r"date|datum|report|dyddiad|fecha|data|received",
)
"""What is said before the date of all results: when they were taken, else when they were told."""


def dated_above(lines: Sequence[str]) -> str:
    """Return the text of the date that the lines above the headings give all rows, or nothing."""
    for words in _WHENS:
        when = re.compile(rf"(?:{words})[^\d:=|]{{0,30}}[:=| ]\s*([^;|]{{6,30}})", re.IGNORECASE)
        for line in lines:
            told = None if _BORN.search(line) else when.search(line)
            if told and is_date(told[1].strip()):
                return told[1].strip()
    return _only_date(lines)


_DATED = re.compile(r"(?<![\d/.-])\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?![\d/-])")


def dates_above(lines: Sequence[str]) -> list[str]:
    """Return all dates of figures in the lines above the headings, such as of the export."""
    return [text for line in lines for text in _DATED.findall(line)]


def _only_date(lines: Sequence[str]) -> str:
    """Return the one date that these lines give anywhere, nothing where there are several."""
    told = [line for line in lines if not _BORN.search(line)]
    found = {text for line in told for text in _dates_in(line)}
    return found.pop() if len(found) == 1 else ""


def _dates_in(line: str) -> Iterator[str]:
    """Yield what in a line is a date, as many of its words as belong to it."""
    words = re.split(r"[\s:]+", line.strip(" ."))
    at = 0
    while at < len(words):
        sizes = [
            size for size in (4, 3, 1) if is_date(" ".join(words[at : at + size]).strip(",;()"))
        ]
        if sizes and re.search(r"\d", words[at]):
            yield " ".join(words[at : at + sizes[0]]).strip(",;()")
        at += sizes[0] if sizes else 1


def names_somebody(line: str) -> bool:
    """Tell whether a line is one that says who the patient is, and no row of a table."""
    found = _NAME.match(line)
    if found and _may_be_name(_whole(found)):
        return True
    return any(part.match(line) and told_above([line]) for part in (_BORN, _NHS, _FAMILY, _FIRST))


def person_values(name: str, nhs: str, born: str) -> dict[str, Any]:
    """Return a person's fields from what a table prints, without what says nothing."""
    digits = re.sub(r"\D", "", nhs)
    values = {
        "name": name,
        "nhs_number": digits if len(digits) == 10 else "",
        "birth_date": _birth(born),
    }
    return {key: value for key, value in values.items() if value}


def _whole(found: re.Match[str]) -> str:
    """Return a name with the given names that stand behind a comma: ``Marsh, Ivy Ann``."""
    name = found["name"].strip()
    given = _GIVEN.match(found["after"])
    if given is None or _NO_NAME.match(given[1]) or not _may_be_name(given[1]):
        return name
    return name if " " in name and not name.isupper() else f"{name}, {given[1]}"


def _in_two(lines: Sequence[str]) -> str:
    """Return a name of which family and given name are printed by themselves."""
    family, first = (
        next((found[1].strip() for line in lines if (found := part.search(line))), "")
        for part in (_FAMILY, _FIRST)
    )
    return ", ".join(filter(None, (family, first)))


def _of_whom(lines: Sequence[str]) -> str:
    told = (found["name"] for line in lines if (found := _OF_WHOM.search(line)))
    return next((one for one in told if _may_be_name(one) and not OTHER_WORDS.search(one)), "")


def _may_be_name(text: str) -> bool:
    """Tell a person's name from that of a test, as in “Results for: Full blood count”."""
    return in_capitals(text) and not (is_test(text) or _TESTS.search(text))


def in_capitals(text: str) -> bool:
    """Tell whether each word begins as those of a name do: ``Anna van der Berg``."""
    return all(word[0].isupper() or _PARTICLE.fullmatch(word) for word in text.split())


def _birth(text: str) -> PartialDate | None:
    """Read a date of birth where only one day is meant, the day standing first."""
    words = text.strip()
    for length in range(len(words), 5, -1):
        try:
            found = written(words[:length].strip(" -./"))
            a, b, c = found.figures
            if found.shape is Shape.PLAIN:
                return None if found.short_year else found.date(a, b, c)
            return found.date(c or 0, b, a) if not found.short_year else None
        except ValueError:
            continue
    return None
