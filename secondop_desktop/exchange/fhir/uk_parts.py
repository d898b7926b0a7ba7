"""What the NHS adds to resources: the parts of GP Connect (STU3) and UK Core that say something.

https://simplifier.net/hl7fhirukcorer4 and https://developer.nhs.uk/apis/gpconnect-1-6-0/
"""

from collections.abc import Mapping
from typing import Any

from secondop_desktop.exchange.fhir import modifiers
from secondop_desktop.exchange.fhir.beside import labelled
from secondop_desktop.exchange.fhir.codes import several
from secondop_desktop.exchange.fhir.extended import PARTED
from secondop_desktop.lang import N_, _

_PARTS: Mapping[str, str] = {
    "problemsignificance": N_("How significant the problem is"),
    "episodicity": N_("Which episode"),
    "conditionepisode": N_("Which episode"),
    "lastissuedate": N_("Last issued"),
    "prescriptiontype": N_("Kind of prescription"),
    "prescribingagency": N_("Where it was prescribed"),
    "prescribingorganization": N_("Where it was prescribed"),
    "dosagelastchanged": N_("Dose last changed"),
    "numberofrepeatprescriptionsallowed": N_("Repeats allowed"),
    "numberofrepeatprescriptionsissued": N_("Repeats issued"),
    "numberofprescriptionsissued": N_("Repeats issued"),
    "authorisationexpirydate": N_("Repeats allowed until"),
    "quantitytext": N_("Amount dispensed"),
    "statusreason": N_("Why this changed"),
    "statuschangedate": N_("When this changed"),
    "endreason": N_("Why it ended"),
    "reasonended": N_("Why it ended"),
    "enddate": N_("Ended"),
}
"""The last words of an address, without capitals and numbers, and what to call the part."""


def added(body: Any) -> str:
    """Return the parts that say something, a line each, wherever in a resource they stand."""
    found: list[str] = []
    _walk(body, found)
    return "\n".join(dict.fromkeys(filter(None, found)))


def _walk(part: Any, found: list[str]) -> None:
    """Gather what the parts say; most of a resource is texts, which are passed by."""
    if type(part) is list:
        for one in part:
            if type(one) in PARTED:
                _walk(one, found)
    elif type(part) is dict:
        if "url" in part and isinstance(part["url"], str):
            found.append(_part_words(part))
        if modifiers.PART in part:
            strange = (one for one in several(part[modifiers.PART]) if not _known(one))
            found += map(modifiers.said, strange)
        for name, inner in part.items():
            if type(inner) in PARTED and name != "contained":
                _walk(inner, found)


def _known(extension: Any) -> bool:
    named = isinstance(extension, dict) and isinstance(extension.get("url"), str)
    return named and bool(_part_words(extension))


def _part_words(extension: dict[str, Any]) -> str:
    name = "".join(filter(str.isalpha, extension["url"].rpartition("/")[2])).casefold()
    label = next((said for end, said in _PARTS.items() if name.endswith(end)), "")
    given = next((one for key, one in extension.items() if key.startswith("value")), None)
    return labelled(_(label), modifiers.worded(given)) if label else ""
