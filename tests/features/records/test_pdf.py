"""Records on paper."""

from datetime import date

from secondop_desktop.features.records.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

LISTED, RECORDS = CHAPTERS["record"], CHAPTERS["every-record"]


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


def test_the_list_says_what_is_here_and_what_is_missing() -> None:
    sheet = Sheet()
    doctor = sheet.add("provider", name="Westgate Hospital, records office")
    sheet.add("record", title="Clinic letter", type="letter", date=day("2024-05"), pages=2,
              file="x", from_provider=doctor, place="Blue folder")  # fmt: skip
    asked = {"state": "asked", "asked": day("2026-06-20")}
    sheet.add("record", title="CT disc of the heart", holder=doctor, **asked)
    sheet.add("record", title="Old notes of mine", state="wanted")
    assert sheet.printed(LISTED) == (
        "Date What From Pages Where it has got to "
        "May 2024 Clinic letter (Letter) Westgate Hospital 2 I have it "
        "CT disc of the heart Westgate Hospital "
        "Missing: asked for 20 Jun 2026, due by 20 Jul 2026 "
        "Old notes of mine Missing: not asked for yet"
    )


def test_where_papers_lie_at_home_is_told_only_with_what_is_private() -> None:
    sheet = Sheet()
    sheet.add("record", title="Consent", place="Kitchen drawer, with the passports")
    assert "Kitchen" in sheet.printed(RECORDS)
    sheet.private = False
    assert "Kitchen" not in sheet.printed(RECORDS)
    assert "Kitchen" not in sheet.printed(LISTED)


def test_earlier_papers_are_counted_but_a_missing_one_is_never_hidden() -> None:
    sheet = Sheet()
    sheet.since = date(2025, 1, 1)
    for year in (2006, 2019, 2024):
        sheet.add("record", title=f"Letter of {year}", date=day(str(year)))
    sheet.add("record", title="Scan of 2006", date=day("2006"), state="asked")
    printed = sheet.printed(LISTED)
    assert "3 other papers are not listed here (2006 to 2024)." in printed
    assert "Scan of 2006" in printed
