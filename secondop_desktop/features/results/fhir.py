"""How a test result speaks FHIR: Observation, with its components and panels."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import amounts, dates
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    codings,
    line,
    notes,
    printed_code,
    several,
    system,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    Reader,
    Told,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.panels import members, stands_alone
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.journal.quantities import Quantity, Range
from secondop_desktop.lang import _

LOINC = "http://loinc.org"
_NO_RESULT = {"entered-in-error", "cancelled"}
_PLAIN = {"final", ""}


def read_observation(observation: Body, context: Context) -> Iterator[Told]:
    """Read its own value and one result for each component."""
    status = code(observation.get("status"))
    if status in _NO_RESULT:
        raise LeftOutError(_("It is marked as “{status}”.").format(status=status))
    test = words(observation.get("code"))
    shared = _shared(observation, context)
    told = list(_own(observation, test, context.panel(), shared))
    told += _components(observation, test, shared)
    if not told:
        raise LeftOutError(_why_empty(observation))
    yield from told


def _own(observation: Body, test: str, panel: str, shared: dict[str, Any]) -> Iterator[Told]:
    values = _value(observation)
    if values:
        if not test:
            raise UnreadableError(_("It does not say which test it is about."))
        yield Told({"test": test, "panel": panel} | shared | values)


def _components(observation: Body, test: str, shared: dict[str, Any]) -> Iterator[Told]:
    seen: set[str] = set()
    for number, part in enumerate(several(observation.get("component")), 1):
        values = _value(part)
        name = words(part.get("code")) or test
        if values and name:
            key = _key(part) or str(number)
            own = key if key not in seen else f"{key}-{number}"
            seen.add(own)
            yield Told({"test": name, "panel": test} | shared | values, part=own)


def _key(part: Body) -> str:
    found = codings(part.get("code"))
    return f"{system(found[0])}|{line(found[0].get('code'))}" if found else ""


def _value(body: Body) -> dict[str, Any]:
    """Read value, range and flag of an Observation or component, empty without a value."""
    text, unit, coded = amounts.value(body)
    if not text:
        return {}
    printed = amounts.reference_range(body.get("referenceRange"), unit)
    return {
        "value": Quantity(text),
        "unit": unit,
        "unit_code": coded,
        "range": Range(printed) if printed else None,
        "flag": all_words(body.get("interpretation")),
        "code": printed_code(body.get("code"), LOINC),
    }


def _shared(observation: Body, context: Context) -> dict[str, Any]:
    """Read what holds for all parts: when, where and from what."""
    report = context.report()
    performers = several(observation.get("performer"))
    if not performers and report is not None:
        performers = several(report.body.get("performer"))
    status = code(observation.get("status"))
    values: dict[str, Any] = {
        "specimen": context.name(observation.get("specimen")),
        "lab": ", ".join(dict.fromkeys(filter(None, map(context.name, performers)))),
        "notes": notes(
            "" if status in _PLAIN else status,
            words(observation.get("bodySite")),
            words(observation.get("method")),
            observation.get("comment"),
            observation.get("note"),
        ),
    }
    if report is not None and stands_alone(report.body):
        values["record"] = context.link(report)
    taken = dates.start(observation, "effective")
    if not taken and report is not None:
        taken = dates.start(report.body, "effective")
    dates.put_date(values, "date", taken or observation.get("issued"), clock=bool(taken))
    return values


def _why_empty(observation: Body) -> str:
    """Say why there is nothing to show."""
    reasons = [observation.get("dataAbsentReason")]
    reasons += [
        one.get("dataAbsentReason")
        for one in several(observation.get("component"))
        if isinstance(one, dict)
    ]
    why = all_words([one for one in reasons if one])
    name = words(observation.get("code"))
    if why:
        return _("“{name}” has no value: {why}.").format(name=name, why=why)
    if members(observation):
        return _("“{name}” only holds other results together.").format(name=name)
    return _("“{name}” has no value that can be shown.").format(name=name)


FHIR: Mapping[str, Reader] = {"Observation": read_observation}
