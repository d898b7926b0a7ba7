"""Which results were printed together."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.panels import stands_alone
from tests.exchange.bundles import Body, concept, observation, pool, resource


def _panel(*bodies: Body) -> tuple[str, str]:
    together = pool(observation("o1"), *bodies)
    report = together.panels.report(together.resources[0])
    return together.panels.name(together.resources[0]), report.id if report else ""


REPORT = resource(
    "DiagnosticReport",
    "r",
    code=concept("Full blood count"),
    result=[{"reference": "Observation/o1"}],
)
PANEL = resource(
    "Observation", "p", code=concept("Red cells"), hasMember=[{"reference": "Observation/o1"}]
)
OLDER = resource(
    "Observation",
    "p",
    code=concept("Red cells"),
    related=[{"type": "has-member", "target": {"reference": "Observation/o1"}}],
)


def test_a_report_names_its_results() -> None:
    assert _panel(REPORT) == ("Full blood count", "r")


@pytest.mark.parametrize("panel", [PANEL, OLDER])
def test_a_panel_says_more_than_the_report(panel: Body) -> None:
    assert _panel(panel, REPORT) == ("Red cells", "r")
    assert _panel(panel) == ("Red cells", "")


def test_a_panel_that_names_itself_is_no_panel() -> None:
    itself = observation("o1", hasMember=[{"reference": "Observation/o1"}])
    together = pool(itself)
    assert together.panels.name(together.resources[0]) == ""


@pytest.mark.parametrize(
    ("more", "expected"),
    [({}, False), ({"conclusion": "Normal"}, True), ({"presentedForm": [{}]}, True)],
)
def test_a_report_stands_alone_when_it_says_more(more: dict[str, Any], expected: bool) -> None:
    assert stands_alone(REPORT | more) is expected
    assert stands_alone({"resourceType": "DiagnosticReport"})
