"""A Condition becomes a diagnosis."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.context import LeftOutError, UnreadableError
from secondop_desktop.features.diagnoses.fhir import CERTAINTY, STATUS
from secondop_desktop.features.diagnoses.kind import CERTAINTY as CERTAINTY_WORDS
from secondop_desktop.features.diagnoses.kind import KIND
from secondop_desktop.features.diagnoses.kind import STATUS as STATUS_WORDS
from tests.exchange.bundles import Body, concept, resource, told
from tests.features.rows import names, row

ASSERTED = "http://hl7.org/fhir/StructureDefinition/condition-assertedDate"


def _condition(**parts: Any) -> Body:
    return resource("Condition", "c", **({"code": concept("Angina", "194828000")} | parts))


def test_all_that_a_condition_tells() -> None:
    body = _condition(
        verificationStatus=concept("Confirmed", "confirmed"),
        clinicalStatus=concept("Remission", "remission"),
        severity=concept("Severe"),
        stage=[{"summary": concept("Stage II")}],
        bodySite=[concept("Heart"), concept("Chest")],
        onsetDateTime="2015",
        abatementDateTime="2020-03",
        recordedDate="2016-10-01",
        note=[{"text": "Told by phone"}],
    )
    [values] = told(body)
    assert {name: str(value) for name, value in values.items()} == {
        "name": "Angina",
        "certainty": "confirmed",
        "status": "remission",
        "stage": "Stage II, Severe",
        "body_site": "Heart, Chest",
        "date": "2015",
        "recorded": "1 October 2016",
        "ended": "March 2020",
        "code": "SNOMED CT 194828000",
        "notes": "Told by phone",
    }


def test_the_words_kept_are_those_that_are_offered() -> None:
    assert set(CERTAINTY.values()) <= dict(CERTAINTY_WORDS).keys()
    assert set(STATUS.values()) <= dict(STATUS_WORDS).keys()


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ({"onsetPeriod": {"start": "2015", "end": "2016"}}, "2015"),
        ({"recordedDate": "2016-10-01"}, "2016-10-01"),
        ({"assertedDate": "2016-10-01T00:00:00Z"}, "2016-10-01"),
        ({"extension": [{"url": ASSERTED, "valueDateTime": "2016-10-01"}]}, "2016-10-01"),
    ],
)
def test_when_it_began_else_when_it_was_written_down(parts: Body, date: str) -> None:
    [values] = told(_condition(**parts))
    assert values["date"].iso == date


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"String": "as a child"}, "as a child"),
        ({"Age": {"value": 61, "unit": "years"}}, "at age 61"),
        ({"Age": {"value": 8, "unit": "mo"}}, "at age 8 mo"),
        ({"Age": {"value": 30, "comparator": "<", "unit": "a"}}, "at age <30"),
        ({"Range": {"low": {"value": 5}, "high": {"value": 9, "unit": "years"}}}, "at age 5 to 9"),
        ({"Range": {"high": {"value": 20, "unit": "years"}}}, "at age ≤20"),
        ({"Period": {"start": "1998", "end": "2001-06"}}, "from 1998 until June 2001"),
    ],
)
def test_a_beginning_or_end_in_words_is_kept_as_words(given: Body, expected: str) -> None:
    for name, field in (("onset", "began_words"), ("abatement", "ended_words")):
        [values] = told(_condition(**{f"{name}{form}": value for form, value in given.items()}))
        assert values[field] == expected


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        ("active", "active"),
        ("recurrence", "recurring"),
        ("relapse", "recurring"),
        ("inactive", "inactive"),
        ("remission", "remission"),
        ("resolved", "resolved"),
        ("on-hold", "on hold"),
    ],
)
def test_every_way_it_can_stand(status: str, kept: str) -> None:
    [values] = told(_condition(clinicalStatus=concept("", status)))
    assert values["status"] == kept
    [older] = told(_condition(clinicalStatus=status))
    assert older["status"] == kept


def test_a_status_of_its_own_is_told_in_its_own_words() -> None:
    [values] = told(_condition(clinicalStatus=concept("Smouldering", "smoulder")))
    assert "status" not in values
    assert values["notes"] == "Status: Smouldering"


@pytest.mark.parametrize(
    ("status", "kept", "title"),
    [
        ("unconfirmed", "unconfirmed", "Angina (not confirmed)"),
        ("provisional", "provisional", "Angina"),
        ("differential", "differential", "Angina (one of several that it could be)"),
        ("confirmed", "confirmed", "Angina"),
        ("refuted", "ruled out", "Angina (ruled out)"),
    ],
)
def test_how_sure_it_is_stands_in_its_title(status: str, kept: str, title: str) -> None:
    [values] = told(_condition(verificationStatus=concept("", status)))
    assert values["certainty"] == kept
    assert KIND.title(row(KIND, **values), names) == title


def test_an_end_is_the_end_of_its_period() -> None:
    [values] = told(_condition(abatementPeriod={"start": "2019", "end": "2020"}))
    assert values["ended"].iso == "2020"


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"verificationStatus": concept("", "entered-in-error")}, "by mistake"),
        ({"code": concept("No known problems", "no-known-problems")}, "no known health problems"),
        ({"code": concept("No information", "no-problem-info")}, "nothing is known"),
    ],
)
def test_what_is_no_diagnosis_is_left_out(parts: Body, why: str) -> None:
    with pytest.raises(LeftOutError, match=why):
        told(_condition(**parts))


def test_a_nameless_one_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="which illness"):
        told(_condition(code={}))
