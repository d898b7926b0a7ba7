"""Documents, reports and what has no kind yet become records."""

import base64
from typing import Any

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError, UnreadableError
from secondop_desktop.features.records import fhir
from secondop_desktop.features.records.kind import KIND
from tests.exchange.bundles import LOINC, Body, concept, observation, resource, told

LETTER = base64.b64encode(b"Dear Margaret").decode()


def _document(*attachments: Body, **parts: Any) -> Body:
    content = [{"attachment": one} for one in attachments]
    body = {"status": "current", "type": concept("Clinic letter"), "content": content}
    return resource("DocumentReference", "d", **(body | parts))


def test_a_document_keeps_its_file() -> None:
    attachment = {"contentType": "text/plain", "data": LETTER, "title": "letter.txt"}
    author = [{"display": "Dr Shah"}]
    [values] = told(_document(attachment, date="2024-03-05T10:00:00Z", author=author))
    plain = {name: values[name] for name in ("title", "type", "file_name", "file_size", "text")}
    assert plain == {
        "title": "Clinic letter",
        "type": "letter",
        "file_name": "letter.txt",
        "file_size": 13,
        "text": "Dear Margaret",
    }
    assert (values["file_type"], values["date"].iso) == ("text/plain", "2024-03-05")
    assert values["from_provider"].origin == "fhir-name:dr shah"


def test_a_document_that_lies_elsewhere_keeps_the_place() -> None:
    [values] = told(_document({"url": "https://a.org/letter.pdf", "creation": "2024"}))
    assert (values["place"], values["date"].iso) == ("https://a.org/letter.pdf", "2024")


def test_the_bytes_may_stand_in_a_binary() -> None:
    binary = {"resourceType": "Binary", "id": "b", "data": LETTER}
    [values] = told(_document({"url": "Binary/b"}), binary)
    assert values["text"] == "Dear Margaret"


def test_each_file_of_a_document_is_a_record() -> None:
    found = told(_document({"data": LETTER}, {"url": "https://a.org/x"}))
    assert [one.get("place", "") for one in found] == ["", "https://a.org/x"]


@pytest.mark.parametrize(
    ("code", "expected"), [("18842-5", "discharge"), ("57133-1", "referral"), ("1-1", "letter")]
)
def test_the_type_of_a_document(code: str, expected: str) -> None:
    [values] = told(_document({}, type=concept("A paper", code, LOINC)))
    assert values["type"] == expected


def test_the_types_kept_are_those_that_are_offered() -> None:
    assert set(fhir.TYPES.values()) <= dict(KIND.by_name["type"].choices).keys()


def test_a_file_that_cannot_be_decoded_is_not_lost() -> None:
    with pytest.raises(UnreadableError, match="file inside"):
        told(_document({"data": "no base64!"}))


def test_a_report_with_words_is_a_record() -> None:
    body = resource(
        "DiagnosticReport",
        "r",
        code=concept("Ultrasound"),
        conclusion="Unremarkable",
        category=[concept("Radiology", "RAD")],
        effectiveDateTime="2012-12-01",
    )
    [values] = told(body)
    assert (values["title"], values["type"], values["text"], values["date"].iso) == (
        "Ultrasound",
        "scan",
        "Unremarkable",
        "2012-12-01",
    )


def test_a_report_that_only_lists_results_of_the_file_is_none() -> None:
    body = resource("DiagnosticReport", "r", result=[{"reference": "Observation/x"}])
    assert told(body, observation("x")) == []


def test_a_report_whose_results_lie_elsewhere_is_a_record() -> None:
    lost = {"reference": "Observation/y", "display": "Cyst 12 mm"}
    body = resource(
        "DiagnosticReport",
        "r",
        status="preliminary",
        code=concept("MRI knee"),
        effectiveDateTime="2023-11-02",
        result=[lost],
    )
    [values] = told(body)
    assert (values["title"], values["text"]) == ("MRI knee (preliminary)", "Results: Cyst 12 mm")


def test_a_report_with_words_for_people_keeps_them_beside_its_results() -> None:
    body = resource(
        "DiagnosticReport",
        "r",
        code=concept("Histology"),
        result=[{"reference": "Observation/x"}],
        text={"div": "<div>Clear margins</div>"},
    )
    [values] = told(body, observation("x"))
    assert values["text"] == "Clear margins"


def test_a_binary_that_nothing_speaks_of_is_a_file() -> None:
    [values] = told({"resourceType": "Binary", "id": "b", "data": LETTER})
    assert (values["title"], values["text"]) == ("File", "Dear Margaret")


def test_what_was_entered_by_mistake_is_left_out() -> None:
    with pytest.raises(LeftOutError, match="by mistake"):
        told(resource("Procedure", "p", status="entered-in-error"))


def test_pictures_keep_the_number_of_the_hospital() -> None:
    given = {"type": {"coding": [{"code": "ACSN"}]}, "value": "A-7731"}
    body = resource("ImagingStudy", "s", status="available", identifier=[{"value": "1"}, given])
    [values] = told(body | {"description": "CT of the chest"})
    assert (values["type"], values["accession"]) == ("imaging", "A-7731")


@pytest.mark.parametrize(
    ("code", "kind"), [("11526-1", "pathology"), ("11504-8", "operation"), ("PAT", "pathology")]
)
def test_reports_on_tissue_and_operation_notes_are_types(code: str, kind: str) -> None:
    coded = {"coding": [{"system": "http://loinc.org", "code": code}], "text": "Report"}
    body = resource("DocumentReference", "d", type=coded, description="Report")
    [values] = told(body)
    assert values["type"] == kind
