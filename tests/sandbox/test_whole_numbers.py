"""A number in a file from outside is read where it counts a thing, and else does no harm."""

import pytest

from secondop_desktop.exchange.calendars.events import events
from secondop_desktop.exchange.fhir.resources import opened
from secondop_desktop.exchange.fhir.versions import newest
from secondop_desktop.exchange.tables.html_tables import table_text
from secondop_desktop.sandbox.whole_numbers import whole_number
from tests.exchange.bundles import bundle, observation

LONG = "9" * 5000


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("-3", -3), ("007", 7), ("", 0), ("--5", 0), ("1.5", 0), ("²", 0), (LONG, 0)],
)
def test_a_whole_number(text: str, number: int) -> None:
    assert whole_number(text) == number
    assert whole_number(text, 8) == (number or 8)


@pytest.mark.parametrize("number", [LONG, "--5", "²"])
def test_the_version_of_an_event(number: str) -> None:
    event = f"BEGIN:VEVENT\nUID:1\nSEQUENCE:{number}\nDTSTART:20270615\nSUMMARY:Scan\nEND:VEVENT"
    [one], _others = events(f"BEGIN:VCALENDAR\n{event}\nEND:VCALENDAR\n".encode())
    assert (one.summary, one.sequence) == ("Scan", 0)


def test_a_version_that_is_no_number_says_nothing_of_which_is_newer() -> None:
    versions = {"1": LONG, "2": "2"}
    bodies = [
        observation("o1", value=value) | {"meta": {"versionId": one}}
        for value, one in versions.items()
    ]
    found, skipped = newest(opened(bundle(*bodies), "b.json").resources)
    assert ([one.body for one in found], skipped) == (bodies, [])


def test_the_width_of_a_cell() -> None:
    assert table_text(f'<table><tr><td colspan="{LONG}">a<td>b</table>') == "a\tb"
