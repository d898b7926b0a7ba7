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
