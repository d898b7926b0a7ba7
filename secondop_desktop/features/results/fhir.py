"""How a test result speaks FHIR: Observation, with its components and panels."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import amounts, dates
from secondop_desktop.exchange.fhir.beside import labelled, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    codings,
    line,
    listed,
    notes,
    objects,
    printed_code,
    several,
    system,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    OnlyToldError,
    Reader,
    ReadValues,
    UnreadableError,
    WithdrawnError,
)
from secondop_desktop.exchange.fhir.narrative import narrative
from secondop_desktop.exchange.fhir.panels import members, stands_alone
from secondop_desktop.exchange.fhir.ranges import ranges
from secondop_desktop.exchange.fhir.references import display
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.timing import listing, moments, often
from secondop_desktop.exchange.fhir.uk_parts import added
from secondop_desktop.journal.values.printed_parts import Printed, parted, with_unit
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.lang import N_, _

LOINC = "http://loinc.org"
STATE = {
    "registered": "preliminary",
    "specimen-in-process": "preliminary",
    "preliminary": "preliminary",
    "final": "final",
    "amended": "amended",
    "appended": "amended",
    "corrected": "corrected",
    "unknown": "not known",
}
"""http://hl7.org/fhir/R5/valueset-observation-status.html"""

_ABSENT = {
    "unknown": N_("not known"),
    "asked-unknown": N_("asked, but not known"),
    "temp-unknown": N_("not known yet"),
    "not-asked": N_("not asked"),
    "asked-declined": N_("asked, but not answered"),
    "masked": N_("held back"),
    "not-applicable": N_("does not apply"),
    "unsupported": N_("could not be recorded"),
    "as-text": N_("only told in words"),
    "error": N_("an error"),
    "not-a-number": N_("not a number"),
    "negative-infinity": N_("too low to be measured"),
    "positive-infinity": N_("too high to be measured"),
    "not-performed": N_("not done"),
    "not-permitted": N_("not allowed"),
}
"""http://hl7.org/fhir/R4/valueset-data-absent-reason.html"""


def read_observation(observation: Body, context: Context) -> Iterator[ReadValues]:
    """Read its own value and one result for each component."""
    check(observation)
    if code(observation.get("status")) == "cancelled":
        raise WithdrawnError(_("The test was cancelled."), "cancelled")
    test = words(observation.get("code"))
    shared = _shared(observation, context)
    told = list(_own(observation, test, context.panel(), shared))
    if observation.get("component"):
        told += _components(observation, test, shared)
    if not told:
        _leave(observation, context)
    yield from told


def _leave(observation: Body, context: Context) -> None:
    """Leave an Observation without a value to a record, unless it only holds others together."""
    holds = [one for one in members(observation) if context.find(one) is not None]
    says = ("comment", "note", "text", "dataAbsentReason", "component", "interpretation")
    if not holds or any(map(observation.get, says)):
        raise OnlyToldError
    name = words(observation.get("code"))
    raise LeftOutError(_("“{name}” is only a heading for other results.").format(name=name))


def _own(observation: Body, test: str, panel: str, shared: dict[str, Any]) -> Iterator[ReadValues]:
    values = _value(observation)
    only_parts = bool(observation.get("component")) and not amounts.value(observation)[0]
    if values and not only_parts:
        if not test:
            raise UnreadableError(_("It does not say which test it is about."))
        yield ReadValues({"test": test, "panel": panel} | shared | values)


def _components(observation: Body, test: str, shared: dict[str, Any]) -> Iterator[ReadValues]:
    """Read each part; beside those with a value one that has none is told as well."""
    parts = several(observation.get("component"))
    read = [_value(part) or _only_marked(part) for part in parts]
    seen: set[str] = set()
    for number, (part, found) in enumerate(zip(parts, read, strict=True), 1):
        name = words(part.get("code")) or (test if found else "")
        values = found or ({"value": Quantity(_("no value"))} if any(read) else {})
        if values and name:
            key = _key(part) or str(number)
            own = key if key not in seen else f"{key}-{number}"
            seen.add(own)
            yield ReadValues({"test": name, "panel": test} | shared | values, part=own)


def _only_marked(part: Body) -> dict[str, Any]:
    """Read a part of which only the mark is told, such as "positive": that is its result."""
    mark = all_words(part.get("interpretation"))
    found = {**part, "valueString": mark, "interpretation": []}
    return _value(found) if mark else {}


def _key(part: Body) -> str:
    found = codings(part.get("code"))
    return f"{system(found[0])}|{line(found[0].get('code'))}" if found else ""


def _value(body: Body) -> dict[str, Any]:
    """Read value, ranges and flag of an Observation or component, empty without a value.

    A value that is missing for a reason is told by that reason.
    """
    text, unit, coded = amounts.value(body)
    if not text and (reason := _reason_of_none(body)):
        text, unit, coded = _missing(body, reason), "", ""
    if not text:
        return {}
    flag = all_words(body.get("interpretation"))
    if body.get("valueString"):
        found = parted(Printed(text, unit, flag), words(body.get("code")))
        text, unit, flag = found.value, found.unit, found.flag
    printed, others = ranges(body.get("referenceRange"), unit)
    return {
        "value": Quantity(text),
        "unit": unit,
        "unit_code": coded,
        "range": with_unit(printed, unit) if printed else None,
        "other_ranges": others,
        "flag": flag,
        "code": printed_code(body.get("code"), LOINC),
    }


def _reason_of_none(body: Body) -> Any:
    """Return the reason for which there is no value, also where it stands in the value's place.

    See http://hl7.org/fhir/R4/extension-data-absent-reason.html.
    """
    places = [one for name, one in body.items() if name.startswith(("value", "_value"))]
    added = [more for place in objects(places) for more in objects(place.get("extension"))]
    told = (one for one in added if line(one.get("url")).endswith("/data-absent-reason"))
    return body.get("dataAbsentReason") or next((one.get("valueCode") for one in told), None)


def _missing(body: Body, reason: Any) -> str:
    """Say why there is no value; where it is told in words only, these words."""
    said, coded = words(reason), code(reason)
    if coded == "as-text" and (told := narrative(body)):
        return line(told)
    why = _(_ABSENT[coded]) if coded in _ABSENT and said == coded else said
    return _("no value: {why}").format(why=why)


def _shared(observation: Body, context: Context) -> dict[str, Any]:
    """Read what holds for all parts: when, where and from what."""
    report = context.report()
    performers = several(observation.get("performer"))
    if not performers and report is not None:
        performers = several(report.body.get("performer"))
    specimen = context.find(observation.get("specimen"))
    written, repeated = spoken(observation)
    values: dict[str, Any] = {
        "specimen": context.name(observation.get("specimen")),
        "lab": ", ".join(
            dict.fromkeys(filter(None, [_performer(one, context) for one in performers]))
        ),
        "state": listed(observation.get("status"), STATE),
        "notes": notes(
            observation.get("comment"),
            observation.get("note"),
            written,
            *_beside(observation, context),
            added(observation) if context.resource.is_extended else "",
        ),
        "narrative": repeated,
    }
    if report is not None and stands_alone(report.body):
        values["record"] = context.link(report)
    own = taken = dates.start(observation, "effective")
    if not taken and specimen is not None:
        collection = specimen.body.get("collection")
        taken = dates.start(collection, "collected") if isinstance(collection, dict) else None
    if not taken and report is not None:
        taken = dates.start(report.body, "effective")
    issued = observation.get("issued")
    dates.put_date(values, "date", taken or issued, clock=bool(taken))
    if taken and not own:
        values["notes"] = notes(
            values["notes"], labelled(_("Issued on"), dates.said(issued, clock=False))
        )
    return values


def _beside(observation: Body, context: Context) -> Iterator[str]:
    """Say what has no field of its own, a line each; most results have nothing of it."""
    if "focus" in observation:
        yield labelled(_("What it is about"), _focus(observation, context))
    if "bodySite" in observation:
        yield labelled(_("Part of the body"), words(observation["bodySite"]))
    if "method" in observation:
        yield labelled(_("Method"), words(observation["method"]))
    if "device" in observation:
        yield labelled(_("Device"), context.name(observation["device"]))
    if "effectivePeriod" in observation or "effectiveTiming" in observation:
        yield labelled(_("Time"), _lasted(observation))


def _focus(observation: Body, context: Context) -> str:
    """Name whom or what was looked at, where that is not the patient: a baby, a donor, a graft."""
    return ", ".join(filter(None, map(context.name, several(observation.get("focus")))))


def _performer(reference: Any, context: Context) -> str:
    """Name who did a test; where the file calls them two quite different things, both."""
    name, shown = context.name(reference), display(reference)
    if not shown or name == shown:
        return name
    alike = {*name.casefold().split()} & {*shown.casefold().split()}
    return f"{name} ({shown})" if name and shown and not alike else name


def _lasted(observation: Body) -> str:
    """Say the span of a result that was taken over some time, or when it is repeated."""
    period, given = observation.get("effectivePeriod"), observation.get("effectiveTiming")
    if not period and not given:
        return ""
    ends = isinstance(period, dict) and period.get("end")
    span = dates.span(period, clock=True) if ends else ""
    return listing([part for part in (span, *often(given), *moments(given)) if part])


FHIR: Mapping[str, Reader] = {"Observation": read_observation}
