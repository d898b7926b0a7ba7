"""A device in the body becomes a treatment; one that is only used stays a record."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange.fhir import dates
from secondop_desktop.exchange.fhir.beside import labelled, rest, spoken
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    first,
    line,
    listed,
    notes,
    objects,
    printed_code,
    words,
)
from secondop_desktop.exchange.fhir.context import (
    Context,
    LeftOutError,
    OnlyToldError,
    ReadValues,
)
from secondop_desktop.exchange.fhir.nothing_known import NO_DEVICES, NOT_KNOWN
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.when import put_when
from secondop_desktop.lang import N_, _

STATUS: Mapping[str, str] = {
    "active": "done",
    "completed": "done",
    "not-done": "not done",
    "intended": "planned",
    "stopped": "done",
    "on-hold": "paused",
}
"""http://hl7.org/fhir/R4/valueset-device-statement-status.html: one removed was put in before."""

_IN_THE_BODY = re.compile(
    r"implant|prosthe|pacemaker|defibrillator|stent|\bicd\b|shunt|graft"
    r"|artificial (valve|lens|joint)|intraocular|intrauterine|\biud\b|valve|\bport\b|stimulator"
    r"|mesh",
    re.IGNORECASE,
)
_PUT_IN = re.compile(r"implant|insert|place|put in|fitt|replace", re.IGNORECASE)
_TAKEN_OUT = re.compile(r"explant|remov|extract|retriev|taken out|withdraw", re.IGNORECASE)
_DETAILS = (
    ("manufacturer", N_("Made by")),
    ("modelNumber", N_("Model")),
    ("serialNumber", N_("Serial number")),
    ("lotNumber", N_("Batch")),
    ("distinctIdentifier", N_("Number")),
)
_TOLD = frozenset(
    {"device", "timingDateTime", "timingPeriod", "bodySite", "reasonCode", "note", "recordedOn"}
)


def is_left_in(device: str, action: str, procedure: str) -> bool:
    """Tell whether a device of a procedure is in the body now, by what was done to it.

    Where that is not told, the words of the device and the procedure say it: a colonoscope is
    only worked with, and what is taken out is not left in.
    """
    if _TAKEN_OUT.search(action):
        return False
    if _PUT_IN.search(action):
        return True
    taken_out = _TAKEN_OUT.search(procedure) and not _PUT_IN.search(procedure)
    return bool(_IN_THE_BODY.search(device)) and not taken_out


def device_words(reference: Any, context: Context) -> str:
    """Name a device with its maker and numbers, in one line."""
    found = context.find(reference)
    if found is None:
        return context.name(reference)
    body = found.body
    named = words(body.get("type")) or _device_name(body) or context.name(reference)
    details = [labelled(_(label), line(body.get(part))) for part, label in _DETAILS]
    carrier = first(body.get("udiCarrier"))
    if isinstance(carrier, dict):
        details.append(
            labelled("UDI", line(carrier.get("carrierHRF") or carrier.get("deviceIdentifier")))
        )
    until = labelled(_("Use by"), dates.said(body.get("expirationDate"), clock=False))
    return ", ".join(dict.fromkeys(filter(None, (named, _device_name(body), *details, until))))


def _device_name(body: Body) -> str:
    found = objects(body.get("deviceName"))
    return next(filter(None, (line(one.get("name")) for one in found)), "")


def read_use(use: Body, context: Context) -> Iterator[ReadValues]:
    """Read what somebody has in the body; other devices stay a record of their own."""
    check(use)
    concept = _concept(use, context)
    if NO_DEVICES.is_said_by(concept):
        context.answer("implants", value=False)
        raise LeftOutError(
            _("It says “no known devices”: that is an answer about the person, not an entry.")
        )
    if NOT_KNOWN.is_said_by(concept):
        raise LeftOutError(_("It says that nothing is known about devices."))
    device = _reference(use)
    name = words(concept) or context.name(device)
    if not _IN_THE_BODY.search(f"{name} {device_words(device, context)}"):
        raise OnlyToldError
    narrative, repeated = spoken(use)
    values: dict[str, Any] = {
        "name": name,
        "type": "implant",
        "body_site": all_words(use.get("bodySite")),
        "reason": all_words(use.get("reasonCode")),
        "status": listed(use.get("status"), STATUS),
        "implants": device_words(device, context) or name,
        "code": printed_code(concept),
        "notes": notes(use.get("note"), narrative),
        "narrative": notes(repeated, rest(use, _TOLD, context)),
    }
    put_when(values, use, context)
    dates.put_date(values, "until", dates.end(use, "timing"))
    yield ReadValues(values)


def _reference(use: Body) -> Any:
    device = use.get("device")
    return device.get("reference") if isinstance(device, dict) and _is_r5(device) else device


def _is_r5(device: Body) -> bool:
    return isinstance(device.get("reference"), dict) or "concept" in device


def _concept(use: Body, context: Context) -> Any:
    """Return what the device is: told beside the use (R5), else by the Device itself."""
    device = use.get("device")
    if isinstance(device, dict) and device.get("concept"):
        return device["concept"]
    found = context.find(_reference(use))
    return found.body.get("type") if found is not None else None
