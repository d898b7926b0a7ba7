"""What FHIR resources say, fact by fact, by a reader of its own: nothing here is the program's.

A fact is what it is (for the message) and the ways in which it may stand in an entry, one of
which must be found there. Ways are compared without case and gaps.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

Body = dict[str, Any]
Fact = tuple[str, tuple[str, ...]]
_TAG = re.compile(r"<[^>]*>|&[#\w]+;")
_OFTEN = re.compile(r"\b(daily|day|hour|week|month|night|morning|times|once|every|each)", re.I)


def resources(document: Any) -> Iterator[Body]:
    """Yield the resources of a Bundle, or the one resource."""
    if document["resourceType"] != "Bundle":
        yield document
    for entry in document.get("entry", []):
        if "resource" in entry:
            yield from resources(entry["resource"])


def facts(body: Body) -> list[Fact]:
    """Return the facts of one resource; none for a type that is not counted here."""
    found = list(_READERS.get(body["resourceType"], lambda _body: iter(()))(body))
    return [(what, ways) for what, ways in found if any(ways)]


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _concept(what: str, given: Any) -> Iterator[Fact]:
    """A concept may be said by its text or by any of its displays; a bare code by anything."""
    for one in _many(given):
        if isinstance(one, dict):
            shown = [part.get("display", "") for part in _many(one.get("coding"))]
            yield what, tuple(filter(None, [one.get("text", ""), one.get("display", ""), *shown]))


def _text(what: str, *given: Any) -> Iterator[Fact]:
    for one in given:
        if isinstance(one, str) and one.strip():
            yield what, (one,)


def _person(what: str, reference: Any) -> Iterator[Fact]:
    """A person may be called as beside the reference, or as where it leads: by one of the words."""
    shown = reference.get("display") if isinstance(reference, dict) else None
    if shown:
        far = "reference" in reference
        yield what, (shown, *(word for word in shown.split() if far and len(word) > 3))


def _notes(body: Body) -> Iterator[Fact]:
    for one in _many(body.get("note")):
        yield from _text("note", one.get("text") if isinstance(one, dict) else one)
    yield from _text("comment", body.get("comment"))


def _narrative(body: Body) -> Iterator[Fact]:
    div = (body.get("text") or {}).get("div", "")
    pieces = [" ".join(piece.split()) for piece in _TAG.split(div)]
    for piece in pieces:
        if len(piece) > 12:
            yield "narrative", (piece,)


def _date(what: str, text: Any) -> Iterator[Fact]:
    """A moment is the day on the clock in the UK; midnight anywhere is the day as written."""
    if not isinstance(text, str):
        return
    day = text[:10]
    if re.search(r"T\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$", text) and "T00:00:00" not in text:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        day = moment.astimezone(ZoneInfo("Europe/London")).date().isoformat()
    year, *rest = day.split("-")
    words = " ".join(
        [
            *(str(int(one)) for one in rest[1:]),
            *(calendar.month_name[int(one)] for one in rest[:1]),
            year,
        ]
    )
    yield what, (day, words)


def _figure(given: Any) -> tuple[str, ...]:
    """A number may lose the tail of a computer's arithmetic: its first three figures stay."""
    text = str(given)
    if len(text.replace(".", "").lstrip("-0")) <= 15:
        return (text,)
    return (text, f"{float(text):.4g}", f"{float(text):.12g}")


def _quantity(what: str, given: Any, unit: bool = True) -> Iterator[Fact]:
    if isinstance(given, dict) and "value" in given:
        yield what, tuple(given.get("comparator", "") + one for one in _figure(given["value"]))
        if unit and given.get("unit") not in (None, "1"):
            stem = given["unit"].rstrip("s") if given["unit"].isalpha() else given["unit"]
            yield f"unit of {what}", (stem,)


def _range(what: str, given: Any) -> Iterator[Fact]:
    for side in ("low", "high"):
        yield from _quantity(f"{what} {side}", (given or {}).get(side), unit=False)


def _value(body: Body) -> Iterator[Fact]:
    yield from _quantity("value", body.get("valueQuantity"))
    yield from _concept("value", body.get("valueCodeableConcept"))
    yield from _text("value", body.get("valueString"))
    yield from _range("value", body.get("valueRange"))
    if "valueInteger" in body:
        yield "value", (str(body["valueInteger"]),)
    for part in ("numerator", "denominator"):
        yield from _quantity("value", (body.get("valueRatio") or {}).get(part))
    yield from _date("value", body.get("valueDateTime"))
    yield from _concept("why there is no value", body.get("dataAbsentReason"))
    yield from _concept("flag", body.get("interpretation"))
    for one in _many(body.get("referenceRange")):
        yield from _range("range", one)
        yield from _label(one)


def _label(one: Body) -> Iterator[Fact]:
    """The label of a range; not a text that only prints the range once more, or says normal."""
    text = one.get("text", "")
    if re.search(r"[A-Za-z]{4}", text) and not re.search(r"normal|range|reference", text, re.I):
        yield "label of a range", (text,)
    for fact in (
        *_concept("label of a range", one.get("type")),
        *_concept("for whom", one.get("appliesTo")),
    ):
        if not any("normal" in way.casefold() for way in fact[1]):
            yield fact
    yield from _range("age of a range", one.get("age"))


def _observation(body: Body) -> Iterator[Fact]:
    yield from _concept("test", body.get("code"))
    yield from _value(body)
    for part in _many(body.get("component")):
        yield from _concept("part", part.get("code"))
        yield from _value(part)
    period = body.get("effectivePeriod") or {}
    for date in (body.get("effectiveDateTime"), period.get("start"), period.get("end")):
        yield from _date("date", date)
    if not (body.get("effectiveDateTime") or period):
        yield from _date("date", body.get("issued"))
    for one in _many(body.get("performer")):
        yield from _person("performer", one)
    yield from _concept("method", body.get("method"))
    yield from _concept("part of the body", body.get("bodySite"))
    if body.get("status") in {"preliminary", "amended", "corrected"}:
        yield "status", (body["status"],)
    yield from _notes(body)
    yield from _narrative(body)


def _onset(body: Body, name: str) -> Iterator[Fact]:
    period = body.get(f"{name}Period") or {}
    for date in (body.get(f"{name}DateTime"), period.get("start"), period.get("end")):
        yield from _date(name, date)
    yield from _quantity(name, body.get(f"{name}Age"), unit=False)
    yield from _range(name, body.get(f"{name}Range"))
    yield from _text(name, body.get(f"{name}String"))


def _code(given: Any) -> str:
    if isinstance(given, str):
        return given
    return next((one.get("code", "") for one in _many((given or {}).get("coding"))), "")


_CERTAINTY = {
    "unconfirmed": ("not confirmed",),
    "provisional": ("not certain yet", "provisional"),
    "differential": ("one of several",),
    "confirmed": ("confirmed",),
    "refuted": ("ruled out",),
}
_PROBLEM = {
    "active": ("active",), "recurrence": ("come back",), "relapse": ("come back",),
    "inactive": ("not active",), "remission": ("remission",), "resolved": ("no longer have",),
}  # fmt: skip
_ALLERGY = {"active": ("active",), "inactive": ("in the past",), "resolved": ("in the past",)}
_MEDICINE = {
    "active": ("take it now", "need it", "must not", "planned"), "completed": ("no longer take",),
    "stopped": ("no longer take",), "cancelled": ("withdrawn",), "draft": ("planned",),
    "intended": ("planned",), "on-hold": ("paused",), "unknown": ("not known",),
    "not-taken": ("do not take",),
}  # fmt: skip


def _condition(body: Body) -> Iterator[Fact]:
    yield from _concept("problem", body.get("code"))
    yield "certainty", _CERTAINTY.get(_code(body.get("verificationStatus")), ())
    yield "how it stands", _PROBLEM.get(_code(body.get("clinicalStatus")), ())
    yield from _onset(body, "onset")
    yield from _onset(body, "abatement")
    for name in ("recordedDate", "assertedDate"):
        yield from _date("written down", body.get(name))
    for name in ("bodySite", "severity"):
        yield from _concept(name, body.get(name))
    for one in _many(body.get("stage")):
        yield from _concept("stage", one.get("summary"))
    for name in ("asserter", "recorder"):
        yield from _person(name, body.get(name))
    yield from _notes(body)
    yield from _narrative(body)


def _allergy(body: Body) -> Iterator[Fact]:
    yield from _concept("substance", body.get("code"))
    yield "certainty", _CERTAINTY.get(_code(body.get("verificationStatus")), ())
    yield "how it stands", _ALLERGY.get(_code(body.get("clinicalStatus")), ())
    danger = {"high": ("could do serious",), "low": ("not likely",)}
    yield "how serious", danger.get(body.get("criticality", ""), ())
    yield from _onset(body, "onset")
    for name in ("lastOccurrence", "recordedDate", "assertedDate"):
        yield from _date(name, body.get(name))
    for one in _many(body.get("reaction")):
        for sign in _many(one.get("manifestation")):
            yield from _concept("reaction", sign)
        yield from _text("severity", one.get("severity"))
        yield from _text("description", one.get("description"))
        yield from _concept("route", one.get("exposureRoute"))
        yield from _date("reaction", one.get("onset"))
        yield from _notes(one)
    sorts = {"medication": "medicine", "food": "food", "environment": "surroundings"}
    for sort in _many(body.get("category")):
        yield "category", (sorts.get(sort, ""),)
    for name in ("asserter", "recorder"):
        yield from _person(name, body.get(name))
    yield from _notes(body)
    yield from _narrative(body)


_DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday"} | {
    "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_WHEN = {
    "HS": "bed",
    "AFT": "afternoon",
    "MORN": "morning",
    "EVE": "evening",
    "NIGHT": "night",
    "ACM": "before breakfast",
    "PC": "after meals",
    "AC": "before meals",
    "C": "with",
}


def _dose(one: Body) -> Iterator[Fact]:
    text = one.get("text", "")
    yield from _text("dose", text)
    for name in ("patientInstruction",):
        yield from _text("instruction", one.get(name))
    for name in ("additionalInstruction", "route", "site", "method", "asNeededCodeableConcept"):
        yield from _concept(name, one.get(name))
    for given in (one, *_many(one.get("doseAndRate"))):
        yield from _quantity("amount", given.get("doseQuantity"))
        yield from _range("amount", given.get("doseRange"))
        yield from _quantity("rate", given.get("rateQuantity"))
    for most in _many(one.get("maxDosePerPeriod")):
        yield from _quantity("most", most.get("numerator"))
        yield from _quantity("most", most.get("denominator"), unit=False)
    yield from _timing(one.get("timing") or {}, text)


def _timing(timing: Body, text: str) -> Iterator[Fact]:
    repeat = timing.get("repeat") or {}
    yield from _concept("how often", timing.get("code"))
    for day in _many(repeat.get("dayOfWeek")):
        yield "day of the week", (_DAYS[day],)
    for time in _many(repeat.get("timeOfDay")):
        hour = int(time[:2])
        yield (
            "time of day",
            (
                f"{hour % 12 or 12}{'am' if hour < 12 else 'pm'}",
                f"{hour % 12 or 12}:{time[3:5]}",
                "midday",
            ),
        )
    for when in _many(repeat.get("when")):
        yield "when", (_WHEN[when],)
    yield from _quantity("for how long", repeat.get("boundsDuration"), unit=False)
    for side in ("start", "end"):
        yield from _date("bounds", (repeat.get("boundsPeriod") or {}).get(side))
    if "frequency" in repeat and not _OFTEN.search(text):
        words = {"1": ("once", "every"), "2": ("twice",)}
        yield "how often", words.get(str(repeat["frequency"]), (f"{repeat['frequency']} ",))


def _medicine(body: Body) -> Iterator[Fact]:
    yield from _concept("medicine", body.get("medicationCodeableConcept"))
    yield "status", _MEDICINE.get(body.get("status", ""), ())
    for one in _many(body.get("dosageInstruction") or body.get("dosage")):
        yield from _dose(one)
    period = body.get("effectivePeriod") or {}
    for date in (body.get("effectiveDateTime"), period.get("start"), period.get("end")):
        yield from _date("date", date)
    bounds = [one for one in _many(body.get("dosageInstruction")) if "boundsPeriod" in str(one)]
    if not bounds:
        yield from _date("written on", body.get("authoredOn"))
    supply = body.get("dispenseRequest") or {}
    for side in ("start", "end"):
        yield from _date("valid", (supply.get("validityPeriod") or {}).get(side))
    yield from _quantity("handed out", supply.get("quantity"), unit=False)
    for name in ("reasonCode", "statusReason", "reasonNotTaken"):
        yield from _concept(name, body.get(name))
    yield from _person("by", body.get("requester"))
    yield from _notes(body)
    yield from _narrative(body)


_READERS = {
    "Observation": _observation,
    "Condition": _condition,
    "AllergyIntolerance": _allergy,
    "MedicationRequest": _medicine,
    "MedicationStatement": _medicine,
}
