"""Doctors and places on paper."""

from secondop_desktop.features.providers.pdf import CHAPTERS
from tests.features.paper import Sheet

PROVIDERS, SHORTLIST = CHAPTERS["provider"], CHAPTERS["shortlist"]


def _sheet() -> Sheet:
    sheet = Sheet()
    sheet.add("provider", name="Dr Zito", phone="020 1")
    at = {"organisation": "The Clinic", "funding": "nhs", "address": "1 High St,\nAyton\nAY1 2BC"}
    sheet.add("provider", name="Dr Shah", role="Consultant", gmc_number="123", rank=1, **at)
    sheet.add("provider", name="The Clinic", organisation="The Clinic", notes="Kind on the phone")
    return sheet


def test_who_they_are_and_how_to_reach_them_by_name() -> None:
    assert _sheet().printed(PROVIDERS) == (
        "Name and work How to reach them "
        "Dr Shah Consultant The Clinic · NHS GMC number 123 1 High St, Ayton, AY1 2BC "
        "Dr Zito 020 1 The Clinic"
    )


def test_what_was_noted_for_the_choice_is_printed_only_when_it_is_chosen() -> None:
    assert "Kind on the phone" not in _sheet().printed(PROVIDERS)
    assert _sheet().printed(SHORTLIST) == "The Clinic Notes Kind on the phone"
    assert not SHORTLIST.usual
