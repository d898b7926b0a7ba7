"""Diagnoses on paper."""

from secondop_desktop.features.diagnoses.pdf import CHAPTERS
from tests.features.paper import Sheet
from tests.features.rows import day

DIAGNOSES = CHAPTERS["diagnosis"]


def _sheet(*, large: bool = False) -> Sheet:
    sheet = Sheet(large=large)
    doctor = sheet.add("provider", name="Dr Shah")
    letter = sheet.add("record", title="Clinic letter")
    first = sheet.add("diagnosis", name="Angina", date=day("2024-03"), certainty="suspected")
    told = {"given_by": doctor, "version_of": first, "records": (letter,)}
    sheet.add("diagnosis", name="Asthma", status="resolved", ended=day("2025"), **told)
    return sheet


def test_each_says_who_told_it_when_how_sure_and_how_it_is_now() -> None:
    assert _sheet().printed(DIAGNOSES) == (
        "Diagnosis Told How sure, and how it is now Records about it "
        "Angina March 2024 Suspected "
        "Asthma another view of: Angina Dr Shah I no longer have it ended 2025 Clinic letter"
    )


def test_large_print_puts_them_below_each_other() -> None:
    assert _sheet(large=True).printed(DIAGNOSES) == (
        "Angina Told: March 2024 How sure, and how it is now: Suspected "
        "Asthma another view of: Angina Told: Dr Shah "
        "How sure, and how it is now: I no longer have it ended 2025 "
        "Records about it: Clinic letter"
    )


def test_what_is_left_out_is_not_named() -> None:
    sheet = _sheet()
    sheet.hidden = {"provider1", "record1"}
    assert sheet.columns(DIAGNOSES) == ["Diagnosis", "Told", "How sure, and how it is now"]
    assert "Dr Shah" not in sheet.printed(DIAGNOSES)
