"""What has no place of its own is kept to the last digit."""

import json
from decimal import Decimal

from secondop_desktop.exchange.fhir import kept
from tests.exchange.bundles import concept, resource


def test_every_digit_is_kept() -> None:
    body = {"a": Decimal("7.00"), "b": [Decimal("-1E-7"), 3, "7", "é"], "c": None}
    text = kept.raw(body)
    assert text == '{"a": 7.00, "b": [-1E-7, 3, "7", "é"], "c": null}'


def test_a_resource_alone_shows_its_words_and_date() -> None:
    body = resource(
        "CarePlan",
        "p",
        title="Walk every day",
        period={"start": "2024-03"},
        text={"div": "<p>Thirty minutes</p>"},
    )
    draft = kept.alone(body, "fhir:x", "here")
    shown = {name: str(draft.values[name]) for name in ("title", "date", "text", "type")}
    assert shown == {
        "title": "CarePlan: Walk every day",
        "date": "March 2024",
        "text": "Thirty minutes",
        "type": "other",
    }
    assert json.loads(draft.values["raw"]) == body


def test_what_is_no_resource_is_kept_too() -> None:
    one, other = kept.alone([1], "", "here"), kept.alone([2], "", "here")
    assert (one.values["title"], one.values["raw"]) == ("?", "[1]")
    assert one.origin != other.origin


def test_many_of_one_type_are_one_record() -> None:
    bodies = [
        resource(
            "Observation",
            str(n),
            code=concept("Cough"),
            note=[{"text": "At night"}],
            effectiveDateTime="2024-03-05",
        )
        for n in range(3)
    ]
    draft = kept.together("Observation", bodies, "b.json", readable=True)
    assert draft.values["title"] == "Observation × 3"
    assert draft.values["text"] == "\n".join(["2024-03-05 Cough: At night"] * 3)
    assert json.loads(draft.values["raw"]) == bodies
    assert "text" not in kept.together("Claim", bodies, "b.json", readable=False).values


def test_the_same_resources_have_the_same_origin() -> None:
    one, two = resource("Claim", "1"), resource("Claim", "2")
    origins = [
        kept.together("Claim", [*given], "b", readable=False).origin
        for given in ((one,), (one,), (one, two))
    ]
    assert origins[0] == origins[1] != origins[2]
