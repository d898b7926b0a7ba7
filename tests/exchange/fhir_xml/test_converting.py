"""FHIR XML becomes the JSON that the same resource has: digits, padding, narrative, versions."""

import json
from decimal import Decimal
from typing import Any

import pytest

from secondop_desktop.exchange.fhir_xml.converting import converted
from secondop_desktop.exchange.markup.opening import opened
from secondop_desktop.journal.files.markup import narrative_words
from tests.exchange.fhir_xml.as_xml import as_xml
from tests.exchange.imports.test_samples import DATA

_NOT_BY_THE_STANDARD = {"US_MEDITECH", "allergies_response1", "correctPatientStructuredRecord"}
"""These have lists where FHIR has none, or entities of HTML: as XML they would be others."""

FILES = [
    path
    for path in sorted(DATA.glob("*/*.json"))
    if not any(name in path.name for name in _NOT_BY_THE_STANDARD)
]


def read(xml: str) -> Any:
    return converted(opened(xml.encode(), "a.xml"))


def resource(kind: str, inside: str) -> Any:
    return read(f'<?xml version="1.0"?><{kind} xmlns="http://hl7.org/fhir">{inside}</{kind}>')


@pytest.mark.skipif(not FILES, reason="the published samples are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_published_files_come_back_whole(path: Any) -> None:
    body = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    assert _without_space(read(as_xml(body))) == _without_space(body)


def _without_space(body: Any) -> str:
    """Write all of it with every digit; of a narrative its words count."""
    return json.dumps(_plain(body), sort_keys=True, default=str)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        found = {name: _plain(one) for name, one in value.items()}
        return found | ({"div": narrative_words(value["div"])} if "div" in value else {})
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def test_a_number_keeps_every_digit() -> None:
    found = resource(
        "Observation",
        '<valueQuantity><value value="7.50"/></valueQuantity>'
        '<component><valueQuantity><value value="140"/></valueQuantity></component>',
    )
    assert str(found["valueQuantity"]["value"]) == "7.50"
    assert found["component"] == [{"valueQuantity": {"value": 140}}]


def test_what_may_repeat_is_a_list_though_it_stands_once() -> None:
    found = resource("Patient", '<name><given value="Edith"/></name><active value="true"/>')
    assert found == {
        "resourceType": "Patient",
        "name": [{"given": ["Edith"]}],
        "active": True,
    }


def test_what_extends_a_text_stands_beside_it_and_pads_the_others() -> None:
    found = resource(
        "Patient",
        '<name><given value="A"/><given id="g2" value="B"><extension url="http://x/y">'
        '<valueString value="z"/></extension></given><given value="C"/></name>'
        '<birthDate><extension url="http://x/why"><valueCode value="unknown"/></extension>'
        "</birthDate>",
    )
    extended = {"id": "g2", "extension": [{"url": "http://x/y", "valueString": "z"}]}
    assert found["name"] == [{"given": ["A", "B", "C"], "_given": [None, extended, None]}]
    assert "birthDate" not in found
    assert found["_birthDate"]["extension"][0]["valueCode"] == "unknown"


def test_a_resource_inside_another_and_a_narrative_with_prefixes() -> None:
    found = read(
        '<f:Condition xmlns:f="http://hl7.org/fhir" xmlns:h="http://www.w3.org/1999/xhtml">'
        '<f:text><f:status value="generated"/><h:div xml:lang="cy"><h:b class="a&quot;b">'
        "5 &lt; 6 &amp; 7</h:b><h:br/></h:div></f:text>"
        '<f:contained><f:Patient><f:id value="p"/></f:Patient></f:contained></f:Condition>'
    )
    assert found["text"]["div"] == (
        '<div xmlns="http://www.w3.org/1999/xhtml" xml:lang="cy"><b class="a&quot;b">'
        "5 &lt; 6 &amp; 7</b><br/></div>"
    )
    assert found["contained"] == [{"resourceType": "Patient", "id": "p"}]


def test_what_another_version_calls_alike_is_told_by_its_shape() -> None:
    older = resource("AllergyIntolerance", '<clinicalStatus value="active"/>')
    newer = resource("Encounter", '<class><coding><code value="AMB"/></coding></class>')
    assert older["clinicalStatus"] == "active"
    assert newer["class"]["coding"] == {"code": "AMB"}


def test_what_nobody_defined_is_not_lost() -> None:
    found = resource("Condition", '<mood value="low"/><mood value="lower"/><x><y value="1"/></x>')
    assert found["mood"] == ["low", "lower"]
    assert found["x"] == {"y": "1"}


@pytest.mark.parametrize("value", ["", "NaN", "1e999999999", "about 5", "9" * 6000])
def test_a_number_that_is_none_stays_a_text(value: str) -> None:
    found = resource("Observation", f'<valueQuantity><value value="{value}"/></valueQuantity>')
    assert str(found["valueQuantity"]["value"]).upper() == value.upper().replace("1E9", "1E+9")
