"""What has no kind of its own is a record to read, with its date, and keeps every digit."""

import base64
import json
from decimal import Decimal
from typing import Any

import pytest

from secondop_desktop.exchange.fhir import kept
from secondop_desktop.exchange.fhir.context import Context, LeftOutError
from tests.exchange.bundles import Body, concept, pool, resource


def _told(*bodies: Body) -> list[dict[str, Any]]:
    together = pool(*bodies)
    context = Context(together, together.resources[0])
    return [dict(one.values) for one in kept.read(bodies[0], context)]


def test_every_digit_is_kept() -> None:
    body = {"a": Decimal("7.00"), "b": [Decimal("-1E-7"), 3, "7", "é"], "c": None}
    text = kept.raw(body)
    assert text == '{"a": 7.00, "b": [-1E-7, 3, "7", "é"], "c": null}'


def test_a_resource_shows_its_words_and_date() -> None:
    body = resource(
        "CarePlan",
        "p",
        status="active",
        title="Walk every day",
        period={"start": "2024-03"},
        text={"div": "<p>Thirty minutes</p>"},
    )
    [values] = _told(body)
    shown = {name: str(values[name]) for name in ("title", "date", "text", "type")}
    assert shown == {
        "title": "Care plan: Walk every day",
        "date": "March 2024",
        "text": "When: from March 2024\n\nThirty minutes",
        "type": "plan",
    }
    assert json.loads(values["raw"]) == body


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (resource("Procedure", code=concept("Cataract"), performedString="in 1987"), "in 1987"),
        (resource("Procedure", code=concept("Cataract"), status="stopped"), "stopped"),
        (resource("Immunization", vaccineCode=concept("BCG"), notGiven=True), "not done"),
        (resource("ServiceRequest", code=concept("MRI"), doNotPerform=True), "not done"),
    ],
)
def test_the_title_says_what_is_unusual_about_it(body: Body, title: str) -> None:
    [values] = _told(body)
    assert values["title"].endswith(f"({title})")


def test_a_year_told_in_words_is_a_date() -> None:
    [values] = _told(resource("Procedure", code=concept("Cataract"), performedString="1987"))
    assert values["date"].iso == "1987"


def test_what_has_no_date_of_its_own_has_that_of_its_visit() -> None:
    visit = resource("Encounter", "v", period={"start": "2022-06-07T09:00:00+01:00"})
    body = resource("Flag", code=concept("Falls"), encounter={"reference": "Encounter/v"})
    [values] = _told(body, visit)
    assert values["date"].iso == "2022-06-07"


def test_a_file_inside_is_kept_and_a_second_one_beside_it() -> None:
    files = [
        {"contentAttachment": {"contentType": "text/plain", "data": base64.b64encode(one).decode()}}
        for one in (b"Dear Nan", b"A second page")
    ]
    first, second = _told(resource("Communication", payload=files, sent="2021-02-03"))
    assert "Dear Nan" in first["text"]
    assert "A second page" in second["text"]
    assert first["date"] == second["date"]
    assert "raw" not in second


def test_a_file_without_a_word_beside_it_is_kept() -> None:
    data = base64.b64encode(b"Heard a murmur").decode()
    body = resource("Media", "m", content={"contentType": "text/plain", "data": data})
    assert [one["text"] for one in _told(body)] == ["Heard a murmur"]


def test_a_file_inside_that_is_broken_is_said() -> None:
    broken = {"contentType": "text/plain", "data": "?"}
    [values] = _told(resource("Media", content=broken, note=[{"text": "My foot"}]))
    assert "The file inside it cannot be read." in values["text"]
    assert "My foot" in values["text"]


def test_a_mistake_is_left_out() -> None:
    with pytest.raises(LeftOutError, match="by mistake"):
        _told(resource("Flag", code=concept("Falls"), status="entered-in-error"))


def test_what_says_nothing_is_left_out() -> None:
    with pytest.raises(LeftOutError, match="nothing that could be shown"):
        _told(resource("Flag", "f"))


def test_what_is_no_resource_is_kept_too() -> None:
    one, other = kept.single_record({"a": "b"}, "here"), kept.single_record([2], "here")
    assert (one.values["text"], other.values["raw"]) == ("A: b", "[2]")
    assert one.origin != other.origin


def test_the_same_bills_have_the_same_origin() -> None:
    together = pool(resource("Claim", "1"), resource("Claim", "2"))
    one, two = (Context(together, found) for found in together.resources)
    origins = [kept.bookkeeping("Claim", given, "b").origin for given in ([one], [one], [one, two])]
    assert origins[0] == origins[1] != origins[2]
