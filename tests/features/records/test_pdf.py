"""Records on paper."""

from secondop_desktop.features.records.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

RECORDS = CHAPTERS["record"]


def test_what_is_in_hand_says_where_it_is() -> None:
    sheet = Sheet()
    sender = sheet.add("provider", name="Dr Shah")
    known = {"type": "letter", "pages": 2, "state": "received", "place": "Blue folder"}
    sheet.add("record", title="Clinic letter", date=day("2024-05"), from_provider=sender, **known)
    assert sheet.printed(RECORDS).endswith(
        "May 2024 Clinic letter Letter, 2 pages Dr Shah Blue folder"
    )


def test_what_is_awaited_says_since_when_and_until_when() -> None:
    sheet = Sheet()
    sheet.add("record", title="CT disc", state="asked", asked=day("2026-06-20"))
    sheet.add("record", title="Old notes", state="wanted")
    printed = sheet.printed(RECORDS)
    assert "CT disc asked for 20 June 2026 due by 20 July 2026" in printed
    assert "Old notes I want to get it" in printed


def test_what_was_imported_is_listed_once_with_all_its_dates() -> None:
    sheet = Sheet()
    for when in ("2024-05-01", "2024-06-01"):
        sheet.add("record", title="Dialysis", raw="{}", date=day(when))
    sheet.add("record", title="Care plan", raw="{}", text="walk " * 100)
    printed = sheet.printed(RECORDS)
    assert printed.startswith("Also in files that were brought in")
    assert "Care plan walk walk" in printed
    assert printed.count("walk") < 100
    assert "Dialysis 1 May 2024, 1 June 2024 Care plan" in printed
