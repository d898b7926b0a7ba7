"""How a medicine speaks FHIR: MedicationRequest and MedicationStatement."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    has_code,
    notes,
    printed_code,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    Reader,
    Told,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.dosage import as_needed, dose, how_taken, times
from secondop_desktop.exchange.fhir.nothing_known import NO_MEDICINES, NOT_KNOWN
from secondop_desktop.exchange.fhir.resources import Body, Resource
from secondop_desktop.lang import _

STATUS = {
    "active": "taking",
    "recorded": "",
    "completed": "stopped",
    "stopped": "stopped",
    "cancelled": "stopped",
    "ended": "stopped",
    "not-taken": "stopped",
    "intended": "planned",
    "draft": "planned",
}


def read_statement(statement: Body, context: Context) -> Iterator[Told]:
    """Read a medicine that is or was taken, with what its prescription adds."""
    values = _medicine(statement, context)
    dates.put_date(values, "start", dates.start(statement, "effective"))
    dates.put_date(values, "stop", dates.end(statement, "effective"))
    if code(statement.get("taken")) == "n":
        values["status"] = "stopped"
    for reference in several(statement.get("basedOn")):
        prescribed = context.find(reference)
        if prescribed is not None and prescribed.type == "MedicationRequest":
            more = _prescribed(prescribed.body, context.at(prescribed))
            values |= {name: value for name, value in more.items() if value and not values[name]}
    yield Told(values)


def read_request(request: Body, context: Context) -> Iterator[Told]:
    """Read a prescription, unless it belongs to a medicine that the file tells as well."""
    owner = _owner(context)
    if owner is not None:
        name = _concept(owner.body, context.at(owner))[0]
        raise LeftOutError(_("It belongs to “{name}”, which is there already.").format(name=name))
    if request.get("doNotPerform") is True:
        raise UnreadableError(_("It says that a medicine must not be given."))
    values = _medicine(request, context) | _prescribed(request, context)
    if code(request.get("intent")) == "proposal":
        values["status"] = "planned"
    yield Told(values)


def _owner(context: Context) -> Resource | None:
    """Find the statement made from this prescription, or the prescription it repeats."""
    statement = context.source("MedicationStatement", "basedOn")
    if statement is not None:
        return statement
    for reference in several(context.resource.body.get("basedOn")):
        found = context.find(reference)
        if found is not None and found.type == "MedicationRequest":
            return found
    return None


def _medicine(body: Body, context: Context) -> dict[str, Any]:
    """Read what prescriptions and statements have in common."""
    _check(body)
    name, coded = _concept(body, context)
    if has_code(coded, NO_MEDICINES):
        context.answer("takes_no_medicines")
        raise LeftOutError(_("It says “takes no medicines”: that is kept with the person."))
    if has_code(coded, NOT_KNOWN):
        raise LeftOutError(_("It says that nothing is known about medicines."))
    if not name:
        raise UnreadableError(_("It does not say which medicine it is about."))
    doses = body.get("dosageInstruction") or body.get("dosage")
    return {
        "name": name,
        "dose": dose(doses),
        "how_taken": how_taken(doses),
        "reason": _reason(body, context),
        "prescriber": None,
        "why_stopped": all_words(body.get("statusReason") or body.get("reasonNotTaken")),
        "status": _status(body, doses),
        "code": printed_code(coded),
        "notes": notes(body.get("note")),
    }


def _check(body: Body) -> None:
    if code(body.get("status")) == "entered-in-error":
        raise LeftOutError(_("It is marked as entered by mistake."))


def _concept(body: Body, context: Context) -> tuple[str, Any]:
    """Return the name of the medicine, and its concept; a Medication may stand elsewhere."""
    given = body.get("medicationCodeableConcept") or body.get("medication") or {}
    concept = given.get("concept", given) if isinstance(given, dict) else {}
    if words(concept):
        return words(concept), concept
    reference = body.get("medicationReference") or given.get("reference")
    found = context.find(reference)
    if found is None:
        return context.name(reference), None
    coded = found.body.get("code")
    return words(coded) or _ingredients(found.body, context.at(found)), coded


def _ingredients(medication: Body, context: Context) -> str:
    parts = [one for one in several(medication.get("ingredient")) if isinstance(one, dict)]
    found = [
        words(one.get("itemCodeableConcept")) or context.name(one.get("itemReference"))
        for one in parts
    ]
    return " + ".join(filter(None, found))


def _status(body: Body, doses: Any) -> str:
    status = STATUS.get(code(body.get("status")), "")
    return "as needed" if status == "taking" and as_needed(doses) else status


def _reason(body: Body, context: Context) -> str:
    found = [words(one) for one in several(body.get("reasonCode"))]
    found += [context.name(one) for one in several(body.get("reasonReference"))]
    return ", ".join(dict.fromkeys(filter(None, found)))


def _prescribed(request: Body, context: Context) -> dict[str, Any]:
    """Read by whom and for when something was prescribed."""
    requester = request.get("requester")
    agent = requester.get("agent") if isinstance(requester, dict) else None
    doses = request.get("dosageInstruction")
    supply = request.get("dispenseRequest")
    valid = supply.get("validityPeriod") if isinstance(supply, dict) else None
    start, stop = times(doses, valid)
    values: dict[str, Any] = {
        "prescriber": context.provider(agent or requester, request.get("recorder")),
        "reason": _reason(request, context),
        "dose": dose(doses),
        "how_taken": how_taken(doses),
        "start": None,
        "stop": None,
    }
    dates.put_date(values, "start", start or request.get("authoredOn"))
    dates.put_date(values, "stop", stop)
    return values


FHIR: Mapping[str, Reader] = {
    "MedicationRequest": read_request,
    "MedicationStatement": read_statement,
}
