"""What a meter says of a reading beside its figures."""

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.questions import Asked
from secondop_desktop.exchange.tables.reading import read


@pytest.mark.parametrize(
    ("heading", "cells", "said"),
    [
        ("Irregular heartbeat", ("-", "Yes"), ("", "Irregular heartbeat: Yes")),
        ("Irregular Pulse", ("0", "1"), ("", "Irregular Pulse: 1")),
        ("Possible AFib (symbol)", ("No", "detected"), ("", "Possible AFib (symbol): detected")),
        ("Unregelmäßiger Herzschlag", ("nein", "ja"), ("", "Unregelmäßiger Herzschlag: ja")),
        ("Body movement", ("", "moved"), ("", "Body movement: moved")),
        ("Arm", ("Left", "Right"), ("Arm: Left", "Arm: Right")),
    ],
)
def test_a_sign_stands_beside_the_readings_of_its_row_and_is_no_pulse(
    heading: str, cells: tuple[str, str], said: tuple[str, str]
) -> None:
    rows = [f"2025-03-0{at},13{at},7{at},6{at},{cell}" for at, cell in enumerate(cells, 1)]
    text = "\n".join([f"Date,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm),{heading}", *rows])
    asked = Asked({})
    found = read(text, "meter.csv", asked, KINDS)
    assert found is not None
    assert found.notices == []
    assert [one.values["test"] for one in found.drafts[2::3]] == ["Pulse", "Pulse"]
    assert [one.values["notes"] for one in found.drafts[::3]] == list(said)


def test_what_somebody_said_is_not_used_is_no_sign() -> None:
    text = "Date,Systolic (mmHg),Diastolic (mmHg),Arm\n2025-03-01,131,71,Left\n"
    found = read(text, "meter.csv", Asked({"meter.csv#4": "unused"}), KINDS)
    assert found is not None
    assert [one.values["notes"] for one in found.drafts] == ["", ""]
