"""How a medicine speaks FHIR: MedicationRequest and MedicationStatement."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from secondop_desktop.exchange.denials import says_not
from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.amounts import digits, phrase
from secondop_desktop.exchange.fhir.beside import labelled, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    listed,
    notes,
    objects,
    printed_code,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    AddedError,
    Context,
    LeftOutError,
    Reader,
    ReadValues,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.dosage import (
    as_needed,
    dose,
    how_taken,
    maximum,
    route,
    times,
)
from secondop_desktop.exchange.fhir.nothing_known import NO_MEDICINES, NOT_KNOWN
from secondop_desktop.exchange.fhir.references import display, short, target
from secondop_desktop.exchange.fhir.resources import Body, Resource
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.timing import length
from secondop_desktop.exchange.fhir.uk_parts import added
from secondop_desktop.exchange.fhir.withdrawn import withdrawn
from secondop_desktop.lang import _

STATUS = {
    "active": "taking",
    "recorded": "",
    "completed": "stopped",
    "stopped": "stopped",
    "ended": "stopped",
    "on-hold": "on hold",
    "cancelled": "not issued",
    "not-taken": "not taken",
    "intended": "planned",
    "draft": "planned",
    "unknown": "not known",
}
"""http://hl7.org/fhir/R4/valueset-medicationrequest-status.html and -medication-statement-status"""

_NOT_TAKEN = "n"
"""STU3: http://hl7.org/fhir/STU3/valueset-medication-statement-taken.html"""

_ADHERENCE = {
    "taking": "taking",
    "taking-as-directed": "taking",
    "taking-not-as-directed": "taking",
    "not-taking": "not taken",
    "on-hold": "on hold",
    "on-hold-as-directed": "on hold",
    "on-hold-not-as-directed": "on hold",
    "stopped": "stopped",
    "stopped-as-directed": "stopped",
    "stopped-not-as-directed": "stopped",
    "unknown": "not known",
}
"""R5: http://hl7.org/fhir/R5/valueset-medication-statement-adherence.html"""

_NOT_YET = frozenset({"proposal", "option"})
"""What is only thought of: http://hl7.org/fhir/R4/valueset-medicationrequest-intent.html"""


def read_statement(statement: Body, context: Context) -> Iterator[ReadValues]:
    """Read a medicine that is or was taken, with what its prescription adds."""
    values = _medicine(statement, context)
    start, stop = times(statement.get("dosage"))
    dates.put_date(values, "start", dates.start(statement, "effective") or start)
    dates.put_date(values, "stop", dates.end(statement, "effective") or stop)
    values["status"] = _taken(statement, values["status"])
    for reference in several(statement.get("basedOn")):
        prescribed = context.find(reference)
        if _is_prescription(prescribed):
            more = _prescribed(prescribed.body, context.at(prescribed))
            values |= {
                name: value for name, value in more.items() if value and not values.get(name)
            }
            values["notes"] = notes(
                values["notes"],
                prescribed.body.get("note"),
                *_supply(prescribed.body),
                added(prescribed.body),
            )
    yield ReadValues(values)


def _is_prescription(found: Resource | None) -> TypeGuard[Resource]:
    return found is not None and found.type == "MedicationRequest" and not withdrawn(found.body)


def _taken(statement: Body, status: str) -> str:
    """Return whether it is taken, as STU3 and R5 say apart from how the statement stands.

    GP Connect sends ``unk`` (not known) with every medicine: the status then says more.
    """
    taken = "not taken" if code(statement.get("taken")) == _NOT_TAKEN else ""
    told = _adherence(statement)
    known = (code(told), "-".join(words(told).casefold().split()))
    return taken or next((_ADHERENCE[one] for one in known if one in _ADHERENCE), "") or status


def _adherence(statement: Body) -> Any:
    """Return the concept that says whether it is taken, as R5 tells it."""
    adherence = statement.get("adherence")
    return adherence.get("code") if isinstance(adherence, dict) else None


def _in_words(concept: Any) -> str:
    """Say a concept where its sender gave words, not only a code for computers."""
    said = words(concept)
    return "" if said == code(concept) else said


def read_request(request: Body, context: Context) -> Iterator[ReadValues]:
    """Read a prescription, unless it belongs to a medicine that the file tells as well."""
    check(request)
    owner = _owner(context)
    if owner is not None:
        raise AddedError(owner, _concept(owner.body, context.at(owner))[0])
    values = _medicine(request, context) | _by_whom(request, context)
    thought_of = code(request.get("intent")) in _NOT_YET and not _is_reported(request)
    if thought_of and values["status"] in {"taking", "as needed"}:
        values["status"] = "planned"
    if request.get("doNotPerform") is True:
        values["status"] = "avoid"
    yield ReadValues(values)


def _is_reported(request: Body) -> bool:
    """Tell whether it only writes down what the person says they take, whatever its intent."""
    reported = request.get("reported")  # R5
    return request.get("reportedBoolean") is True or bool(
        request.get("reportedReference") or reported
    )


def _owner(context: Context) -> Resource | None:
    """Find the statement made from this prescription, or the prescription it repeats."""
    statement = context.source("MedicationStatement", "basedOn")
    if statement is not None and not withdrawn(statement.body):
        return statement
    for reference in several(context.resource.body.get("basedOn")):
        found = context.find(reference)
        if _is_prescription(found):
            return found
    return None


def _medicine(body: Body, context: Context) -> dict[str, Any]:
    """Read what prescriptions and statements have in common."""
    check(body)
    name, coded = _concept(body, context)
    if NO_MEDICINES.is_said_by(coded):
        context.answer("takes_no_medicines")
        raise LeftOutError(
            _("It says “takes no medicines”: that is an answer about the person, not an entry.")
        )
    if NOT_KNOWN.is_said_by(coded):
        raise LeftOutError(_("It says that nothing is known about medicines."))
    if not name:
        raise UnreadableError(_("It does not say which medicine it is about."))
    if says_not(name):
        raise UnreadableError(_("It says what is not taken, so it is not a medicine."))
    doses = body.get("dosageInstruction") or body.get("dosage")
    added_by_writer, repeated = spoken(body)
    return {
        "name": name,
        "dose": dose(doses),
        "how_taken": how_taken(doses),
        "route": route(doses),
        "maximum": maximum(doses),
        "reason": _reason(body, context),
        "prescriber": None,
        "why_stopped": all_words(body.get("statusReason") or body.get("reasonNotTaken")),
        "status": _status(body, doses),
        "code": printed_code(coded),
        "notes": notes(
            body.get("note"),
            added_by_writer,
            *_beside(body, context),
            *_supply(body),
            added(body) if context.resource.is_extended else "",
        ),
        "narrative": repeated,
    }


def _beside(body: Body, context: Context) -> Iterator[str]:
    """Say how it is taken and who told it, a line each."""
    if "courseOfTherapyType" in body:
        yield labelled(_("Course"), words(body["courseOfTherapyType"]))
    if "adherence" in body:
        yield labelled(_("How it is taken"), _in_words(_adherence(body)))
    if told_by := _told_by(body, context):
        yield labelled(_("Reported by"), told_by)
    if "dateAsserted" in body:
        yield labelled(_("Reported on"), dates.said(body["dateAsserted"], clock=False))


def _concept(body: Body, context: Context) -> tuple[str, Any]:
    """Return the name of the medicine, and its concept; a Medication may stand elsewhere."""
    given = body.get("medicationCodeableConcept") or body.get("medication") or {}
    concept = given.get("concept", given) if isinstance(given, dict) else {}
    if named := words(concept):
        return named, concept
    reference = body.get("medicationReference") or given.get("reference")
    found = context.find(reference)
    if found is None:
        return context.name(reference), None
    coded = found.body.get("code")
    return words(coded) or _ingredients(found.body, context.at(found)), coded


def _ingredients(medication: Body, context: Context) -> str:
    parts = objects(medication.get("ingredient"))
    found = [
        words(one.get("itemCodeableConcept")) or context.name(one.get("itemReference"))
        for one in parts
    ]
    return " + ".join(filter(None, found))


def _status(body: Body, doses: Any) -> str:
    status = listed(body.get("status"), STATUS)
    return "as needed" if status == "taking" and as_needed(doses) else status


def _reason(body: Body, context: Context) -> str:
    found = [words(one) for one in several(body.get("reasonCode"))]
    found += [context.name(one) for one in several(body.get("reasonReference"))]
    return ", ".join(dict.fromkeys(filter(None, found)))


def _prescribed(request: Body, context: Context) -> dict[str, Any]:
    """Read what was prescribed, by whom and for when."""
    doses = request.get("dosageInstruction")
    told = {
        "reason": _reason(request, context),
        "dose": dose(doses),
        "how_taken": how_taken(doses),
        "route": route(doses),
        "maximum": maximum(doses),
    }
    return told | _by_whom(request, context)


def _by_whom(request: Body, context: Context) -> dict[str, Any]:
    """Read by whom and for when something was prescribed."""
    requester = request.get("requester")
    agent = requester.get("agent") if isinstance(requester, dict) else None
    start, stop = times(request.get("dosageInstruction"))
    values: dict[str, Any] = {
        "prescriber": context.provider(agent or requester, request.get("recorder")),
        "start": None,
        "stop": None,
    }
    dates.put_date(values, "start", start or request.get("authoredOn"))
    dates.put_date(values, "stop", stop)
    return values


def _told_by(body: Body, context: Context) -> str:
    """Name who told it, where that is not who prescribed it."""
    given = several(body.get("informationSource"))
    given = [*given, body["reportedReference"]] if "reportedReference" in body else [*given]
    requester = body.get("requester")
    if short(target(requester)).startswith(("Patient/", "RelatedPerson/")):
        given.append(requester)
    return ", ".join(
        dict.fromkeys(filter(None, (display(one) or context.name(one) for one in given)))
    )


def _supply(body: Body) -> Iterator[str]:
    """Tell how long a prescription holds and what is handed out: neither ends a medicine."""
    if "substitution" in body:
        yield labelled(_("Another make in its place"), _substitution(body["substitution"]))
    supply = body.get("dispenseRequest")
    if not isinstance(supply, dict):
        return
    period = supply.get("validityPeriod")
    yield labelled(_("Prescription valid"), dates.span(period))
    handed = [phrase(supply.get("quantity")), length(supply.get("expectedSupplyDuration"))]
    yield labelled(_("Dispensed each time"), ", ".join(filter(None, handed)))
    repeats = supply.get("numberOfRepeatsAllowed")
    yield labelled(_("Repeats allowed"), "" if repeats is None else digits(repeats))


def _substitution(told: Any) -> str:
    """Say whether the pharmacy may hand out another make, and why."""
    if not isinstance(told, dict):
        return ""
    allowed, why = told.get("allowedBoolean", told.get("allowed")), words(told.get("reason"))
    coded = words(told.get("allowedCodeableConcept"))
    said = coded or ("" if allowed is None else _("allowed") if allowed else _("not allowed"))
    return f"{said} ({why})" if said and why else said or why


FHIR: Mapping[str, Reader] = {
    "MedicationRequest": read_request,
    "MedicationStatement": read_statement,
}
