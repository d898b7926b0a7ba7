"""What a Bundle deletes is named, with its older versions, and is never an addition."""

from functools import partial
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.fhir.reading import read
from secondop_desktop.exchange.fhir.resources import opened
from tests.effort import effort


def _observation(key: str, test: str) -> dict[str, Any]:
    return {
        "resourceType": "Observation",
        "id": key,
        "status": "final",
        "code": {"text": test},
        "valueQuantity": {"value": 7, "unit": "ng/L"},
    }


def _read(*entries: dict[str, Any]) -> tuple[list[str], list[str]]:
    bundle = {"resourceType": "Bundle", "type": "history", "entry": list(entries)}
    found = read([("h.json", bundle)], KINDS)
    why = [*(one.why for one in found.skipped), *(one.said for one in found.taken_back)]
    return [draft.values["test"] for draft in found.drafts], why


@pytest.mark.parametrize(
    "gone",
    [
        {"request": {"method": "DELETE", "url": "Observation/z1"}},
        {"request": {"method": "delete", "url": "https://h.example/fhir/Observation/z1/"}},
        {
            "fullUrl": "https://h.example/fhir/Observation/z1",
            "request": {"method": "DELETE"},
            "response": {"status": "204"},
        },
        {"request": {"method": "DELETE"}, "resource": _observation("z1", "Selenium")},
    ],
)
def test_a_deleted_resource_does_not_come_in_as_an_older_version(gone: dict[str, Any]) -> None:
    older = {
        "fullUrl": "https://h.example/fhir/Observation/z1",
        "resource": _observation("z1", "Selenium"),
        "request": {"method": "POST", "url": "Observation"},
    }
    other = {"resource": _observation("z2", "Vitamin A"), "request": {"method": "PUT"}}
    tests, why = _read(gone, older, other)
    assert tests == ["Vitamin A"]
    assert len(why) == 2
    assert all("Observation/z1 was deleted where it came from" in one for one in why)


def test_a_bundle_without_entries_is_named() -> None:
    assert _read() == ([], ["There are no entries in it."])


def _history(number: int) -> dict[str, Any]:
    """Return a history that deletes as many things as it tells."""
    told = [{"resource": _observation(f"z{at}", "Selenium")} for at in range(number)]
    gone = [{"request": {"method": "DELETE", "url": f"Observation/z{at}"}} for at in range(number)]
    return {"resourceType": "Bundle", "type": "history", "entry": [*gone, *told]}


def test_the_work_of_a_long_history_grows_in_step_with_it() -> None:
    few, many = (effort(partial(opened, _history(number), "h.json")) for number in (100, 400))
    assert many < 5 * few
