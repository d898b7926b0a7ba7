"""How an appointment speaks FHIR: Encounter (past) and Appointment (to come)."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.beside import labelled, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    first,
    line,
    listed,
    notes,
    objects,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import Context, Reader, ReadValues
from secondop_desktop.exchange.fhir.references import short
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.lang import N_, _, time_words

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
    "waitlist": "planned",
}
HOW = {
    "VR": "video",
    "HH": "home visit",
    "AMB": "in person",
    "IMP": "in person",
    "EMER": "in person",
}
CLASSES = {
    "AMB": N_("outpatient"),
    "EMER": N_("emergency"),
    "FLD": N_("where it happened"),
    "HH": N_("at home"),
    "IMP": N_("stay in hospital"),
    "ACUTE": N_("stay in hospital"),
    "NONAC": N_("stay in hospital"),
    "OBSENC": N_("kept in for observation"),
    "PRENC": N_("before a stay in hospital"),
    "SS": N_("short stay"),
    "VR": N_("not face to face"),
}
"""http://terminology.hl7.org/CodeSystem/v3-ActCode (encounter class)."""


def read_encounter(encounter: Body, context: Context) -> Iterator[ReadValues]:
    """Read a visit that took place or is planned."""
    check(encounter)
    people = objects(encounter.get("participant"))
    seen = [one.get("individual") or one.get("actor") for one in people]
    period = encounter.get("period") or encounter.get("actualPeriod") or {}
    stay = encounter.get("hospitalization") or encounter.get("admission")
    stay = stay if isinstance(stay, dict) else {}
    values = _what(encounter, context) | {
        "provider": context.provider(*seen, encounter.get("serviceProvider")),
        "how": listed(first(encounter.get("class")), HOW),
        "place": _places(encounter, context),
    }
    values["notes"] = notes(
        values["notes"],
        labelled(_("With"), _others(seen, context)),
        labelled(_("Until"), _until(period.get("start"), period.get("end"))),
        labelled(_("Came from"), words(stay.get("admitSource"))),
        labelled(_("Afterwards"), words(stay.get("dischargeDisposition"))),
        labelled(_("About"), _about(encounter, context)),
        *spoken(encounter),
    )
    dates.put_date(values, "when", period.get("start"), clock=True)
    yield ReadValues(values)


def read_appointment(appointment: Body, context: Context) -> Iterator[ReadValues]:
    """Read a booked appointment."""
    check(appointment)
    people = objects(appointment.get("participant"))
    actors = [one.get("actor") for one in people]
    places = [one for one in actors if _is_place(one, context)]
    seen = [one for one in actors if one not in places]
    start, end = appointment.get("start"), appointment.get("end")
    values = _what(appointment, context) | {
        "provider": context.provider(*seen),
        "place": ", ".join(filter(None, map(context.name, places))),
    }
    asked = [dates.span(one) for one in several(appointment.get("requestedPeriod"))]
    values["notes"] = notes(
        values["notes"],
        labelled(_("With"), _others(seen, context)),
        labelled(_("Until"), _until(start, end)),
        labelled(_("Asked for"), ", ".join(filter(None, asked))),
        labelled(_("What to do before"), line(appointment.get("patientInstruction"))),
        labelled(_("Why it was cancelled"), words(appointment.get("cancelationReason"))),
        *spoken(appointment),
    )
    dates.put_date(values, "when", start, clock=True)
    yield ReadValues(values)


def _others(seen: list[Any], context: Context) -> str:
    """Name all clinicians where there are several: only one has a field of its own."""
    names = [context.name(one) for one in seen if not _is_patient(one, context)]
    found = list(dict.fromkeys(filter(None, names)))
    return ", ".join(found) if len(found) > 1 else ""


def _is_patient(reference: Any, context: Context) -> bool:
    return _type(reference, context) in {"Patient", "RelatedPerson"}


def _until(start: Any, end: Any) -> str:
    """Say when it ended: only the time of day where it is the same day."""
    values: dict[str, Any] = {}
    dates.put_date(values, "start", start, clock=True)
    dates.put_date(values, "end", end, clock=True)
    began, ended = values.get("start"), values.get("end")
    if ended is None or ended == began:
        return ""
    same = began is not None and began.without_time() == ended.without_time()
    return time_words(ended.clock.hour, ended.clock.minute) if same and ended.clock else str(ended)


def _about(encounter: Body, context: Context) -> str:
    found = objects(encounter.get("diagnosis"))
    named = [context.name(first(one.get("condition"))) for one in found]
    return ", ".join(dict.fromkeys(filter(None, named)))


def _what(body: Body, context: Context) -> dict[str, Any]:
    reasons = [*map(words, several(body.get("reasonCode") or body.get("reason")))]
    reasons += [context.name(one) for one in several(body.get("reasonReference"))]
    kinds = [all_words(body.get(name)) for name in ("type", "serviceType", "appointmentType")]
    named = [line(body.get("description")), *reasons, *kinds, _class(body)]
    purpose, *rest = [*dict.fromkeys(filter(None, named)), body["resourceType"]]
    status = code(body.get("status"))
    own_word = "" if status in STATUS else words(body.get("status"))
    return {
        "purpose": purpose,
        "status": STATUS.get(status, ""),
        "notes": notes(
            *rest[:-1],
            body.get("comment"),
            body.get("note"),
            labelled(_("Status"), own_word.replace("-", " ")),
        ),
    }


def _class(body: Body) -> str:
    said, coded = words(first(body.get("class"))), code(first(body.get("class")))
    return _(CLASSES[coded]) if said == coded and coded in CLASSES else said


def _is_place(reference: Any, context: Context) -> bool:
    return _type(reference, context) == "Location"


def _type(reference: Any, context: Context) -> str:
    text = line(reference.get("reference")) if isinstance(reference, dict) else ""
    found = context.find(reference)
    return found.type if found else short(text).partition("/")[0]


def _places(encounter: Body, context: Context) -> str:
    places = objects(encounter.get("location"))
    found = [context.name(one.get("location")) for one in places]
    return ", ".join(filter(None, [*found, context.name(encounter.get("serviceProvider"))]))


FHIR: Mapping[str, Reader] = {"Encounter": read_encounter, "Appointment": read_appointment}
