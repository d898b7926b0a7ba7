"""How a vaccination speaks FHIR: Immunization."""

from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir.amounts import digits
from secondop_desktop.exchange.fhir.beside import labelled, rest, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    codings,
    has_code,
    line,
    listed,
    notes,
    objects,
    printed_code,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    Reader,
    ReadValues,
    UnreadableError,
)
from secondop_desktop.exchange.fhir.nothing_known import NO_VACCINES, NOT_KNOWN
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.uk_parts import added
from secondop_desktop.exchange.fhir.when import in_words, put_when
from secondop_desktop.lang import _

STATUS: Mapping[str, str] = {"completed": "given", "not-done": "not given"}

_TOLD = frozenset(
    {"vaccineCode", "statusReason", "occurrenceDateTime", "occurrenceString", "lotNumber", "site"}
    | {"route", "note", "performer", "location", "notGiven", "explanation", "date", "practitioner"}
    | {"manufacturer"}
)


def read_vaccination(event: Body, context: Context) -> Iterator[ReadValues]:
    """Read one dose; the words of the UK say it where the vaccine itself is not known."""
    check(event)
    vaccine = event.get("vaccineCode")
    if NO_VACCINES.is_said_by(vaccine):
        raise LeftOutError(_("It says that no vaccinations are known."))
    if has_code(vaccine, NOT_KNOWN.codes):
        raise LeftOutError(_("It says that nothing is known about vaccinations."))
    name = _name(event)
    if not name:
        raise UnreadableError(_("It does not say which vaccine it was."))
    narrative, repeated = spoken(event)
    performers = objects(event.get("performer"))
    values: dict[str, Any] = {
        "name": name,
        "against": _against(event),
        "date_words": in_words(event),
        "dose_number": _dose_number(event),
        "lot": line(event.get("lotNumber")),
        "site": words(event.get("site")),
        "route": words(event.get("route")),
        "given_by": context.provider(
            *(one.get("actor") for one in performers), event.get("practitioner")
        ),
        "place": context.provider(event.get("location")),
        "status": _status(event),
        "why_not": _why_not(event),
        "reaction": _reactions(event, context),
        "code": printed_code(vaccine if _known(vaccine) else None),
        "notes": notes(
            event.get("note"),
            narrative,
            labelled(
                _("Vaccine"), words(vaccine) if _known(vaccine) and words(vaccine) != name else ""
            ),
            labelled(_("Made by"), context.name(event.get("manufacturer"))),
            added(event),
        ),
        "narrative": notes(repeated, rest(event, _TOLD, context)),
    }
    put_when(values, event, context)
    yield ReadValues(values)


def _name(event: Body) -> str:
    """Return the vaccine, or else the procedure that UK Core puts in an extension."""
    found = objects(event.get("extension"))
    ours = (one for one in found if "VaccinationProcedure" in line(one.get("url")))
    procedure = next(filter(None, (words(one.get("valueCodeableConcept")) for one in ours)), "")
    vaccine = event.get("vaccineCode")
    return procedure or (words(vaccine) if _known(vaccine) else "") or words(vaccine)


def _known(vaccine: Any) -> bool:
    """Tell whether a concept names a vaccine: HL7's null flavours name none."""
    return not any("NullFlavor" in line(one.get("system")) for one in codings(vaccine))


def _protocols(event: Body) -> list[Body]:
    return [*objects(event.get("protocolApplied")), *objects(event.get("vaccinationProtocol"))]


def _dose_number(event: Body) -> str:
    """Return which dose it was, of how many where that is told: ``2 of 3``."""
    found = []
    for one in _protocols(event):
        number = _counted(one, "doseNumber") or digits(one.get("doseSequence"))
        of = _counted(one, "seriesDoses")
        whole = _("{number} of {all}").format(number=number, all=of) if number and of else number
        found.append(whole)
    return ", ".join(dict.fromkeys(filter(None, found)))


def _counted(protocol: Body, name: str) -> str:
    """Return a number that R4 gives as a whole number or a text, and R5 as a text."""
    number = protocol.get(f"{name}PositiveInt")
    if number is not None:
        return digits(number)
    return line(protocol.get(f"{name}String")) or line(protocol.get(name))


def _against(event: Body) -> str:
    return all_words([target for one in _protocols(event) for target in _targets(one)])


def _targets(protocol: Body) -> list[Any]:
    return several(protocol.get("targetDisease"))


def _status(event: Body) -> str:
    if event.get("notGiven") is True:  # STU3
        return "not given"
    return listed(event.get("status"), STATUS)


def _why_not(event: Body) -> str:
    explanation = event.get("explanation")
    older = explanation.get("reasonNotGiven") if isinstance(explanation, dict) else None
    return all_words(event.get("statusReason") or older)


def _reactions(event: Body, context: Context) -> str:
    found = objects(event.get("reaction"))
    told = [context.called(one.get("detail") or one.get("manifestation")) for one in found]
    return "\n".join(filter(None, told))


FHIR: Mapping[str, Reader] = {"Immunization": read_vaccination}
