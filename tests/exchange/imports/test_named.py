"""A file that is only kept names its patient, and an empty journal gets that person."""

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.source_files.named_patient import person
from secondop_desktop.journal.file import Journal
from tests.exchange.imports.conftest import Plans, Put

CDA = """<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><patientRole>
<id root="2.16.840.1.113883.2.1.4.1" extension="9434765919"/><patient><name use="L">
<given>Nora</given><given>May</given><family>O&apos;Dell</family></name>
<birthTime value="19480203"/></patient></patientRole></recordTarget></ClinicalDocument>"""
MESSAGE = "MSH|^~\\&|LAB|X\rPID|1||9434765919^^^NHS||DELL^NORA^MAY||194802|F\rOBX|1|NM|X||7\r"
LABORATORY = (
    "UNA:+.? 'UNB+UNOA:2+LAB+GP'UNH+1+MEDRPT'PNA+PAT+9434765919:NHS+++SU:DELL+FO:NORA'"
    "DTM+329:19480203:102'"
)


@pytest.mark.parametrize(
    ("text", "name", "born", "number"),
    [
        (LABORATORY, "NORA DELL", "1948-02-03", "9434765919"),
        (CDA, "Nora May O'Dell", "1948-02-03", "9434765919"),
        (MESSAGE, "NORA DELL", "1948-02", "9434765919"),
    ],
)
def test_the_patient_is_named(text: str, name: str, born: str, number: str) -> None:
    [found] = person(text, "a file")
    assert (found.values["name"], found.values["birth_date"].iso) == (name, born)
    assert found.values.get("nhs_number", "") == number


@pytest.mark.parametrize("text", ["", "PID|1||7", "<Patient>x</Patient>", "<patientRole>"])
def test_nobody_is_named(text: str) -> None:
    assert person(text, "a file") == []


def test_an_empty_journal_gets_the_person_of_a_kept_file(empty: Journal, put: Put) -> None:
    made = importing.read([put("ccd.xml", CDA)], empty)
    assert [item.kind for item in made.new] == ["person", "record"]
    importing.apply(empty, made)
    assert [row.name for row in empty.entries("person")] == ["Nora May O'Dell"]
    assert importing.read([put("ccd.xml", CDA)], empty).new == ()


def test_a_kept_file_about_somebody_else_is_not_filed(plan: Plans) -> None:
    with pytest.raises(UserError, match="O'Dell"):
        plan("ccd.xml", CDA)
