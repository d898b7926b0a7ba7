"""What the parts of FHIR resources are called in plain words, by their names in the standard."""

import re
from collections.abc import Mapping

from secondop_desktop.lang import N_, _

LABELS: Mapping[str, str] = {
    "abatement": N_("Ended"),
    "actor": N_("Who"),
    "addresses": N_("Because of"),
    "agent": N_("Who"),
    "answer": N_("Answer"),
    "asNeeded": N_("When needed"),
    "asserter": N_("Reported by"),
    "author": N_("Written by"),
    "authoredOn": N_("Written on"),
    "basedOn": N_("Asked for by"),
    "batchNumber": N_("Batch"),
    "beneficiary": N_("For"),
    "bodySite": N_("Where in the body"),
    "born": N_("Born"),
    "category": N_("Kind"),
    "clinicalStatus": N_("Status"),
    "code": N_("What"),
    "collectedDateTime": N_("Taken on"),
    "collected": N_("Taken on"),
    "comment": N_("Comment"),
    "conclusion": N_("Conclusion"),
    "conclusionCode": N_("Conclusion"),
    "contact": N_("Contact"),
    "context": N_("Appointment"),
    "contributedToDeath": N_("Contributed to the death"),
    "created": N_("Written on"),
    "custodian": N_("Held by"),
    "dataAbsentReason": N_("No value because"),
    "date": N_("Date"),
    "dateAsserted": N_("Reported on"),
    "dateRecorded": N_("Written on"),
    "dateTime": N_("Date"),
    "daysSupply": N_("Lasts for"),
    "deceased": N_("Died"),
    "description": N_("Description"),
    "destination": N_("Sent to"),
    "detail": N_("Detail"),
    "device": N_("Device"),
    "deviceName": N_("Name"),
    "dispenseRequest": N_("To be dispensed"),
    "distinctIdentifier": N_("Number"),
    "dosage": N_("How to take it"),
    "dosageInstruction": N_("How to take it"),
    "dose": N_("Dose"),
    "doseNumber": N_("Dose number"),
    "doseSequence": N_("Dose number"),
    "effective": N_("When"),
    "encounter": N_("Appointment"),
    "event": N_("When"),
    "expectedSupplyDuration": N_("Lasts for"),
    "expirationDate": N_("Use by"),
    "focalDevice": N_("Device"),
    "focus": N_("About"),
    "followUp": N_("Afterwards"),
    "form": N_("Form"),
    "funding": N_("Paid by"),
    "gender": N_("Sex"),
    "hasMember": N_("Includes"),
    "identifier": N_("Number"),
    "individual": N_("Who"),
    "intent": N_("Intended as"),
    "interpretation": N_("What the lab noted"),
    "issued": N_("Issued on"),
    "item": N_("Item"),
    "linkId": "",
    "location": N_("Place"),
    "lotNumber": N_("Batch"),
    "lot": N_("Batch"),
    "manufacturer": N_("Maker"),
    "medication": N_("Medicine"),
    "modality": N_("Type of scan"),
    "modelNumber": N_("Model"),
    "name": N_("Name"),
    "note": N_("Note"),
    "notGiven": N_("Not given"),
    "numberOfInstances": N_("Number of images"),
    "numberOfSeries": N_("Number of series"),
    "occurrence": N_("When"),
    "onset": N_("Began"),
    "operator": N_("Done by"),
    "orderer": N_("Asked for by"),
    "organization": N_("Place"),
    "outcome": N_("Outcome"),
    "participant": N_("Who took part"),
    "payor": N_("Paid by"),
    "performed": N_("When"),
    "performer": N_("Done by"),
    "period": N_("When"),
    "policyHolder": N_("Policy holder"),
    "practitioner": N_("Who"),
    "prescription": N_("Prescription"),
    "primarySource": N_("Reported by the person who gave it"),
    "priority": N_("How urgent"),
    "protocolApplied": N_("Course"),
    "provider": N_("Who"),
    "quantity": N_("How much"),
    "reaction": N_("Reaction"),
    "reason": N_("Reason"),
    "reasonCode": N_("Reason"),
    "reasonReference": N_("Reason"),
    "reasonEnded": N_("Why it ended"),
    "received": N_("Received on"),
    "receiver": N_("Handed to"),
    "recipient": N_("For"),
    "recordedDate": N_("Written on"),
    "recordedOn": N_("Written on"),
    "recorded": N_("Written on"),
    "recorder": N_("Written by"),
    "reference": N_("See"),
    "referenceRange": N_("Usual range"),
    "related": N_("Related to"),
    "relatesTo": N_("Related to"),
    "relationship": N_("Relationship"),
    "reportOrigin": N_("Reported by"),
    "requester": N_("Asked for by"),
    "result": N_("Results"),
    "route": N_("How it is given"),
    "sender": N_("From"),
    "sent": N_("Sent on"),
    "serialNumber": N_("Serial number"),
    "seriesDoses": N_("Doses in the course"),
    "serviced": N_("When"),
    "serviceProvider": N_("Place"),
    "severity": N_("How bad"),
    "site": N_("Where in the body"),
    "source": N_("Reported by"),
    "specimen": N_("Taken from"),
    "started": N_("Began on"),
    "startDate": N_("Begins on"),
    "start": N_("Begins"),
    "status": N_("Status"),
    "statusDate": N_("Status since"),
    "statusReason": N_("Why"),
    "substitution": N_("Given instead"),
    "supportingInformation": N_("See also"),
    "target": N_("Aim"),
    "targetDisease": N_("Protects against"),
    "telecom": N_("Contact"),
    "timing": N_("When"),
    "title": N_("Title"),
    "topic": N_("About"),
    "type": N_("Kind"),
    "udiCarrier": N_("Number on the device"),
    "usedCodes": N_("Used"),
    "usedReference": N_("Used"),
    "vaccine": N_("Vaccine"),
    "vaccineCode": N_("Vaccine"),
    "valid": N_("Valid"),
    "value": N_("Value"),
    "verificationStatus": N_("How sure"),
    "whenHandedOver": N_("Handed over on"),
    "whenPrepared": N_("Prepared on"),
}
"""Plain words for the parts that would not say it by themselves."""

CHOICES = frozenset(
    {"abatement", "allowed", "answer", "asNeeded", "born", "chargeItem", "collected", "content"}
    | {"created", "deceased", "defaultValue", "detail", "diagnosis", "dose", "doseNumber", "due"}
    | {"effective", "entity", "event", "fastingStatus", "identified", "initial", "item", "location"}
    | {"medication", "minimumVolume", "multipleBirth", "occurrence", "occurred", "onset"}
    | {"performed", "probability", "procedure", "product", "rate", "reported", "scheduled"}
    | {"seriesDoses", "serviced", "start", "statusReason", "substance", "target", "time"}
    | {"timing", "topic", "used", "value", "age"}
)
"""The parts that FHIR spells with the type of their value at the end: ``onsetAge``."""

_CHOICE = re.compile(rf"({'|'.join(sorted(CHOICES, key=len, reverse=True))})[A-Z][A-Za-z]*")
_PUBLISHER = re.compile(
    r"^(StructureDefinition-)?(Extension-|ext-)?((CareConnect|GPC|UKCore|UK|us-core|DM)-)*"
)
_SIZE = re.compile(r"-\d+$")


def bare(name: str) -> str:
    """Return the name of a part without the type of its value: ``onset`` for ``onsetAge``."""
    found = None if name in LABELS else _CHOICE.fullmatch(name)
    return found[1] if found else name


def label(name: str) -> str:
    """Say in plain words what a part is; a name that is not known is taken apart."""
    known = LABELS.get(bare(name))
    return _(known) if known else split(name)


def split(name: str) -> str:
    """Take a name in camel case apart: ``seriesDoses`` is "Series doses"."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_.-]+", " ", name).strip()
    return (text[:1].upper() + text[1:].lower()) if not text.isupper() else text


def extension(url: str) -> str:
    """Say what an extension tells, by the end of its address."""
    last = url.rstrip("/").rpartition("/")[2]
    return label(_SIZE.sub("", _PUBLISHER.sub("", last)).rpartition(".")[2])
