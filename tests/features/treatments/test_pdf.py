"""Treatments on paper."""

from secondop_desktop.features.treatments.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

TREATMENTS = CHAPTERS["treatment"]


def test_all_that_is_known_of_a_treatment() -> None:
    sheet = Sheet()
    doctor = sheet.add("provider", name="Dr Shah")
    letter = sheet.add("record", title="Operation note")
    sheet.add(
        "treatment",
        name="Hip replacement",
        body_site="Left hip",
        date=day("2021-03"),
        until=day("2021-04"),
        cycles="1",
        reason="arthritis",
        given_by=doctor,
        status="done",
        response="Walks well",
        side_effects="A clot",
        implants="Titanium stem",
        implant_card="in the wallet",
        records=(letter,),
    )
    assert sheet.printed(TREATMENTS) == (
        "Treatment When Who did it, and where How it turned out Records about it "
        "Hip replacement Left hip 1 for arthritis Left in the body: Titanium stem "
        "March 2021 until April 2021 Dr Shah Walks well Side effects: A clot Operation note"
    )


def test_where_the_card_is_kept_stays_at_home() -> None:
    sheet = Sheet()
    sheet.add("treatment", name="Pacemaker", implants="Pacemaker", implant_card="in the wallet")
    assert "wallet" not in sheet.printed(TREATMENTS)


def test_they_stand_in_the_order_of_their_dates() -> None:
    sheet = Sheet()
    sheet.add("treatment", name="Later", date=day("2024"))
    sheet.add("treatment", name="Undated")
    sheet.add("treatment", name="Earlier", date=day("1987"))
    assert sheet.printed(TREATMENTS) == "Treatment When Earlier 1987 Later 2024 Undated"


def test_one_day_is_told_once_and_a_place_in_the_body_as_it_is_written() -> None:
    sheet = Sheet()
    on_a_day = {"date": day("2013-01-03"), "until": day("2013-01-03")}
    sheet.add("treatment", name="Fusion", body_site="L4/L5", **on_a_day)
    assert sheet.printed(TREATMENTS) == "Treatment When Fusion L4/L5 3 January 2013"
    short = "When What How it turned out 3 Jan 2013 Fusion, L4/L5"
    assert sheet.printed(CHAPTERS["treatment-list"]) == short
