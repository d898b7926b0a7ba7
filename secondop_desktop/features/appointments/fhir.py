"""How an appointment speaks FHIR: Encounter (past) and Appointment (to come)."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    first,
    line,
    notes,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import Context, LeftOutError, Reader, Told
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.lang import _

STATUS = {
    "finished": "done",
    "completed": "done",
    "fulfilled": "done",
    "discharged": "done",
    "planned": "planned",
    "booked": "planned",
    "pending": "planned",
    "proposed": "planned",
    "cancelled": "cancelled",
    "noshow": "missed",
}
HOW = {
    "VR": "video",
    "HH": "home visit",
    "AMB": "in person",
    "IMP": "in person",
    "EMER": "in person",
}
"""http://terminology.hl7.org/CodeSystem/v3-ActCode (encounter class)."""


def read_encounter(encounter: Body, context: Context) -> Iterator[Told]:
    """Read a visit that took place or is planned."""
    _check(encounter)
    people = [one for one in several(encounter.get("participant")) if isinstance(one, dict)]
    seen = [one.get("individual") or one.get("actor") for one in people]
    values = _what(encounter, context) | {
        "provider": context.provider(*seen, encounter.get("serviceProvider")),
        "how": HOW.get(code(first(encounter.get("class"))), ""),
        "place": _places(encounter, context),
    }
    period = encounter.get("period") or encounter.get("actualPeriod") or {}
    dates.put_date(values, "when", period.get("start"), clock=True)
    yield Told(values)


def read_appointment(appointment: Body, context: Context) -> Iterator[Told]:
    """Read a booked appointment."""
    _check(appointment)
    people = [one for one in several(appointment.get("participant")) if isinstance(one, dict)]
    actors = [one.get("actor") for one in people]
    places = [one for one in actors if _is_place(one, context)]
    values = _what(appointment, context) | {
        "provider": context.provider(*(one for one in actors if one not in places)),
        "place": ", ".join(filter(None, map(context.name, places))),
    }
    dates.put_date(values, "when", appointment.get("start"), clock=True)
    yield Told(values)


def _check(body: Body) -> None:
    if code(body.get("status")) == "entered-in-error":
        raise LeftOutError(_("It is marked as entered by mistake."))


def _what(body: Body, context: Context) -> dict[str, Any]:
    reasons = [*map(words, several(body.get("reasonCode") or body.get("reason")))]
    reasons += [context.name(one) for one in several(body.get("reasonReference"))]
    kinds = [all_words(body.get(name)) for name in ("type", "serviceType", "appointmentType")]
    named = [line(body.get("description")), *reasons, *kinds, words(first(body.get("class")))]
    purpose, *rest = [*dict.fromkeys(filter(None, named)), body["resourceType"]]
    return {
        "purpose": purpose,
        "status": STATUS.get(code(body.get("status")), ""),
        "notes": notes(*rest[:-1], body.get("comment"), body.get("note")),
    }


def _is_place(reference: Any, context: Context) -> bool:
    text = line(reference.get("reference")) if isinstance(reference, dict) else ""
    found = context.find(reference)
    return (found.type if found else text.partition("/")[0]) == "Location"


def _places(encounter: Body, context: Context) -> str:
    places = [one for one in several(encounter.get("location")) if isinstance(one, dict)]
    found = [context.name(one.get("location")) for one in places]
    return ", ".join(filter(None, [*found, context.name(encounter.get("serviceProvider"))]))


FHIR: Mapping[str, Reader] = {"Encounter": read_encounter, "Appointment": read_appointment}
