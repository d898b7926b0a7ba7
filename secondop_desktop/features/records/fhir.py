"""How a record speaks FHIR: documents, reports, and what has no kind of its own yet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from secondop_desktop.exchange.fhir import dates, kept, telling
from secondop_desktop.exchange.fhir.alerts import note_alert
from secondop_desktop.exchange.fhir.attachments import with_file
from secondop_desktop.exchange.fhir.codes import (
    all_words,
    codings,
    has_code,
    line,
    notes,
    objects,
    several,
    words,
)
from secondop_desktop.exchange.fhir.context import Context, Reader, ReadValues
from secondop_desktop.exchange.fhir.narrative import narrative
from secondop_desktop.exchange.fhir.panels import stands_alone
from secondop_desktop.exchange.fhir.resources import Body
from secondop_desktop.exchange.fhir.sorts import words_for
from secondop_desktop.exchange.fhir.standing import check
from secondop_desktop.exchange.fhir.when import put_when

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
    "11526-1": "pathology",
    "60568-3": "pathology",
    "11529-5": "pathology",
    "PAT": "pathology",
    "SP": "pathology",
    "CP": "pathology",
    "11504-8": "operation",
    "28573-4": "operation",
    "18776-5": "plan",
    "61146-7": "plan",
    "69730-0": "plan",
    "8653-8": "discharge",
    "8648-8": "discharge",
    "42349-1": "referral",
    "10157-6": "family",
    "11369-6": "vaccination",
    "30954-2": "result",
    "8716-3": "result",
    "10160-0": "medicine",
    "10183-2": "medicine",
    "29549-3": "medicine",
    "47519-4": "procedure",
    "46264-8": "device",
    "46240-8": "consultation",
}
"""What kind of record a LOINC type of document, or a part of a hospital (HL7 table 0074), means."""

_ACCESSION = frozenset({"ACSN"})
"""http://terminology.hl7.org/CodeSystem/v2-0203; DSTU2 and STU3 have a part of that name."""


def read_document(document: Body, context: Context) -> Iterator[ReadValues]:
    """Read a document: its files, or the place where it lies."""
    check(document)
    described = line(document.get("description"))
    told = {"content", "date", "created", "indexed", "author", "custodian", "masterIdentifier"}
    told |= {"status", "docStatus", "description"} | (set() if described else {"type"})
    shared = {
        "type": _type(document, "letter"),
        "from_provider": context.provider(
            *several(document.get("author")), document.get("custodian")
        ),
        "text": _rest(document, told, context),
    }
    put_when(shared, document, context)
    title = _with_state(described or words(document.get("type")), document)
    contents = objects(document.get("content"))
    attachments: list[Body] = [one.get("attachment") or {} for one in contents]
    yield from _attached(attachments or [{}], title, shared, context)


def read_report(report: Body, context: Context) -> Iterator[ReadValues]:
    """Read a report that says more than which results of the file belong together."""
    check(report)
    lost = [one for one in several(report.get("result")) if context.find(one) is None]
    if not stands_alone(report) and not lost:
        return
    told = {"status", "code", "issued", "performer", "presentedForm", "result", "conclusion"}
    told |= {"conclusionCode", "effectiveDateTime", "category"}
    shared = {
        "type": _type(report, "result"),
        "from_provider": context.provider(*several(report.get("performer"))),
        "text": notes(
            report.get("conclusion"),
            all_words(report.get("conclusionCode")),
            _rest(report, told, context),
            telling.in_words({"result": lost}, context.called),
        ),
    }
    dates.put_date(shared, "date", dates.start(report, "effective") or report.get("issued"))
    forms: list[Body] = [o for o in several(report.get("presentedForm")) if isinstance(o, dict)]
    title = _with_state(words(report.get("code")), report)
    yield from _attached(forms or [{}], title, shared, context)


def read_composition(composition: Body, context: Context) -> Iterator[ReadValues]:
    """Read a document as a record of its own sort, where its type tells it."""
    check(composition)
    for one in kept.read_whole(context):
        sort = _type(composition, str(one.values["type"]))
        yield replace(one, values={**one.values, "type": sort})


def read_alert(body: Body, context: Context) -> Iterator[ReadValues]:
    """Read a flag or a consent as a record; what a doctor must know first is an answer besides."""
    check(body)
    note_alert(body, context)
    yield from kept.read_whole(context)


def read_study(study: Body, context: Context) -> Iterator[ReadValues]:
    """Read pictures of a scan with the number under which the hospital keeps them."""
    check(study)
    given = [study.get("accession"), *several(study.get("identifier"))]
    numbers = [one for one in given if isinstance(one, dict)]
    known = (one for one in numbers if has_code(one.get("type"), _ACCESSION))
    older = study.get("accession")
    named = next(known, older if isinstance(older, dict) else {})
    for one in kept.read_whole(context):
        yield replace(one, values={**one.values, "accession": line(named.get("value"))})


def read_binary(binary: Body, context: Context) -> Iterator[ReadValues]:
    """Read a file that no document speaks of."""
    own = {"title": words_for("Binary"), "type": "other"}
    data = binary.get("data") or binary.get("content")
    yield with_file({"data": data}, own, "", context)


def _rest(body: Body, told: set[str], context: Context) -> str:
    """Tell what a record has no field for, and the words for people."""
    rest = {part: value for part, value in body.items() if part not in told}
    return notes(telling.in_words(rest, context.called), narrative(body))


def _with_state(title: str, body: Body) -> str:
    state = kept.state(body)
    return f"{title} ({state})" if title and state else title


def _type(body: Body, otherwise: str) -> str:
    kinds = [*codings(body.get("type")), *codings(body.get("category")), *codings(body.get("code"))]
    return next(
        (TYPES[line(one["code"])] for one in kinds if line(one["code"]) in TYPES), otherwise
    )


def _attached(
    attachments: list[Body], title: str, shared: dict[str, Any], context: Context
) -> Iterator[ReadValues]:
    for number, attachment in enumerate(attachments):
        named = title or line(attachment.get("title")) or words_for(context.resource.type)
        own = {"title": named} | shared
        if not own.get("date"):
            dates.put_date(own, "date", attachment.get("creation"))
        part = str(number) if number else ""
        yield with_file(attachment, own, part, context)


FHIR: Mapping[str, Reader] = {
    "Composition": read_composition,
    "DocumentReference": read_document,
    "DiagnosticReport": read_report,
    "Consent": read_alert,
    "Flag": read_alert,
    "ImagingStudy": read_study,
    "Binary": read_binary,
}
