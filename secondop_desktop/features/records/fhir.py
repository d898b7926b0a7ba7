"""How a record speaks FHIR: documents, reports, and what has no kind of its own yet."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any

from secondop_desktop.exchange import files
from secondop_desktop.exchange.drafts import Content
from secondop_desktop.exchange.fhir import dates, kept
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    code,
    codings,
    first,
    line,
    notes,
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
from secondop_desktop.exchange.fhir.narrative import narrative
from secondop_desktop.exchange.fhir.panels import stands_alone
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.journal.sniff import content_type
from secondop_desktop.lang import _

TYPES = {
    "18842-5": "discharge",
    "57133-1": "referral",
    "57016-8": "consent",
    "59284-0": "consent",
    "57833-6": "prescription",
    "11502-2": "result",
    "18748-4": "scan",
    "68604-8": "scan",
    "RAD": "scan",
    "LAB": "result",
}
"""What sort of record a LOINC type of document, or a part of a hospital (HL7 table 0074), means."""


def read_document(document: Body, context: Context) -> Iterator[Told]:
    """Read a document: its files, or the place where it lies."""
    _check(document)
    title = line(document.get("description")) or words(document.get("type"))
    shared = {
        "type": _type(document, "letter"),
        "from_provider": context.provider(
            *several(document.get("author")), document.get("custodian")
        ),
    }
    written = document.get("date") or document.get("created") or document.get("indexed")
    dates.put_date(shared, "date", written)
    contents = [one for one in several(document.get("content")) if isinstance(one, dict)]
    attachments: list[Body] = [one.get("attachment") or {} for one in contents]
    yield from _attached(attachments or [{}], title, shared, context)


def read_report(report: Body, context: Context) -> Iterator[Told]:
    """Read a report that says more than which results belong together."""
    _check(report)
    if not stands_alone(report):
        return
    shared = {
        "type": _type(report, "result"),
        "from_provider": context.provider(*several(report.get("performer"))),
        "text": notes(report.get("conclusion"), all_words(report.get("conclusionCode"))),
    }
    dates.put_date(shared, "date", dates.start(report, "effective") or report.get("issued"))
    forms: list[Body] = [o for o in several(report.get("presentedForm")) if isinstance(o, dict)]
    yield from _attached(forms or [{}], words(report.get("code")), shared, context)


def read_event(event: Body, context: Context) -> Iterator[Told]:
    """Keep a procedure or vaccination whole, under its name and date."""
    _check(event)
    state, name = kept.state(event), _vaccination(event) or kept.called(event)
    values: dict[str, Any] = {
        "title": (name or event["resourceType"]) + (f" ({state})" if state else ""),
        "type": "other",
        "raw": kept.raw(event),
        "text": narrative(event),
        "notes": notes(words(first(event.get("statusReason"))), event.get("note")),
    }
    kept.put_when(values, event)
    yield Told(values)


def _check(body: Body) -> None:
    if code(body.get("status")) == "entered-in-error":
        raise LeftOutError(_("It is marked as entered by mistake."))


def _vaccination(event: Body) -> str:
    """Return the procedure that UK Core puts in an extension, where the vaccine may be unknown."""
    found = [one for one in several(event.get("extension")) if isinstance(one, dict)]
    ours = (one for one in found if "VaccinationProcedure" in line(one.get("url")))
    return next(filter(None, (words(one.get("valueCodeableConcept")) for one in ours)), "")


def _type(body: Body, otherwise: str) -> str:
    kinds = [*codings(body.get("type")), *codings(body.get("category")), *codings(body.get("code"))]
    return next(
        (TYPES[line(one["code"])] for one in kinds if line(one["code"]) in TYPES), otherwise
    )


def _attached(
    attachments: list[Body], title: str, shared: dict[str, Any], context: Context
) -> Iterator[Told]:
    for number, attachment in enumerate(attachments):
        named = title or line(attachment.get("title")) or context.resource.type
        own = {"title": named} | shared
        if not own.get("date"):
            dates.put_date(own, "date", attachment.get("creation"))
        part = str(number) if number else ""
        yield _file(attachment, own, part, context)


def _file(attachment: Body, own: dict[str, Any], part: str, context: Context) -> Told:
    data = attachment.get("data") or _elsewhere(attachment, context)
    if not data:
        return Told(own | {"place": line(attachment.get("url"))}, part)
    try:
        found = base64.b64decode("".join(str(data).split()), validate=True)
    except (binascii.Error, ValueError):
        raise UnreadableError(_("The file inside it cannot be read.")) from None
    name = line(attachment.get("title")) or own["title"]
    draft = files.draft(Content(name, data=found), content_type(found[:4096]), "")
    text = notes(own.get("text"), draft.values.get("text"))
    return Told({**draft.values, **own, "text": text}, part, draft.content)


def _elsewhere(attachment: Body, context: Context) -> Any:
    """Return the bytes (base64) of the Binary that an address leads to."""
    found = context.find(attachment.get("url"))
    return (found.body.get("data") or found.body.get("content")) if found else None


FHIR: Mapping[str, Reader] = {
    "DocumentReference": read_document,
    "DiagnosticReport": read_report,
    "Procedure": read_event,
    "Immunization": read_event,
}
