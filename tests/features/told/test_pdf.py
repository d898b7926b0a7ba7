"""Who was told what, on paper."""

from secondop_desktop.features.told.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

TOLD = CHAPTERS["told"]


def test_who_was_told_what_with_the_records_handed_over() -> None:
    sheet = Sheet()
    doctor, letter = sheet.add("provider", name="Dr Shah"), sheet.add("record", title="Letter")
    values = {"what": "All of it", "records": (letter,), "answer": "Thank you"}
    sheet.add("told", provider=doctor, date=day("2024-05"), how="phone", **values)
    assert sheet.printed(TOLD).endswith("May 2024 Dr Shah By phone All of it Letter Thank you")
    assert not TOLD.usual
