"""Whom a file of data names that is only kept: C-CDA, and messages (HL7, EDIFACT)."""

import html
import re
from contextlib import suppress
from typing import Any

from secondop_desktop.exchange.read_entries import ReadEntry, mark
from secondop_desktop.journal.values.dates import PartialDate

_NHS = "2.16.840.1.113883.2.1.4.1"
_DAY = re.compile(r"(\d{4})(\d\d)?(\d\d)?")


def person(text: str, name: str) -> list[ReadEntry]:
    """Return the person whom a text names as its patient: name, date of birth, NHS number.

    ``name`` is how the file is called. Nothing for a text that names nobody.
    """
    values = _summary(text) or _message(text) or _laboratory(text)
    if not values.get("name"):
        return []
    said = "\n".join(str(values[key]) for key in sorted(values))
    return [ReadEntry("person", f"named:{mark(said)}", values, name)]


def _summary(text: str) -> dict[str, Any]:
    """Read the recordTarget of a C-CDA (HL7 CDA R2)."""
    found = re.search(r"<patientRole\b.*?</patientRole>", text, re.DOTALL)
    if not found:
        return {}
    role = found[0]
    called = re.search(r"<patient\b.*?<name\b[^>]*>(.*?)</name>", role, re.DOTALL)
    born = re.search(r'<birthTime\b[^>]*\bvalue="(\d+)', role)
    parts = [_inner(called[1], tag) for tag in ("given", "family")] if called else []
    return _values(parts, born[1] if born else "", _identifier(role, "root", "extension"))


def _message(text: str) -> dict[str, Any]:
    """Read PID-5, PID-7 and PID-3 of the first patient (HL7 v2.5, chapter 3)."""
    found = re.search(r"^PID\|(.*)$", text.replace("\r", "\n"), re.MULTILINE)
    if not found or not re.match(r"[\s\x0b]*(MSH|FHS|BHS)\|", text):
        return {}
    fields = [*found[1].split("|"), *[""] * 7]
    parts: list[str] = [*fields[4].split("~")[0].split("^"), ""][:2]
    numbers = [one.split("^") for one in fields[2].split("~")]
    ours = [one[0] for one in numbers if "NHS" in one[3:5]]
    return _values(parts[::-1], fields[6], next(iter(ours), ""))


def _laboratory(text: str) -> dict[str, Any]:
    """Read the patient of an EDIFACT message: PNA with a name by parts, DTM 329 for the birth."""
    if not re.match(r"\s*UN[AB][:+]", text):
        return {}
    found = re.search(r"(?:^|')\s*PNA\+PAT\+([^']*)", text)
    if not found:
        return {}
    parts = dict(re.findall(r"\b(SU|FO|FS):([^+:']*)", found[1]))
    number = found[1].partition("+")[0].partition(":")
    born = re.search(r"(?:^|')\s*DTM\+329:(\d+)", text)
    named = [parts[one] for one in ("FO", "FS", "SU") if one in parts]
    return _values(named, born[1] if born else "", number[0] if number[2].startswith("NHS") else "")


def _inner(text: str, tag: str) -> str:
    return " ".join(re.findall(rf"<{tag}\b[^>]*>([^<]*)</{tag}>", text))


def _identifier(text: str, system: str, value: str) -> str:
    for found in re.findall(r"<id\b[^>]*>", text):
        given: dict[str, str] = dict(re.findall(r'(\w+)="([^"]*)"', found))
        if given.get(system) == _NHS:
            return given.get(value, "")
    return ""


def _values(parts: list[str], born: str, number: str) -> dict[str, Any]:
    values: dict[str, Any] = {"name": " ".join(html.unescape(" ".join(parts)).split())}
    if number.strip():
        values["nhs_number"] = number.strip()
    if found := _DAY.match(born):
        with suppress(ValueError):
            values["birth_date"] = PartialDate.parse("-".join(filter(None, found.groups())))
    return values
