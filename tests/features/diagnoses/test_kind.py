"""How a diagnosis shows itself."""

from secondop_desktop.features.diagnoses.kind import KIND
from tests.features.rows import DR_SHAH, names, row


def test_title_is_what_it_is_called() -> None:
    assert KIND.title(row(KIND, name="Angina"), names) == "Angina"
    assert KIND.title(row(KIND), names) == "Diagnosis without a name"


def test_line_says_how_sure_and_who_told_it() -> None:
    angina = row(KIND, certainty="suspected", stage="stage 2", given_by=DR_SHAH)
    assert KIND.line(angina, names) == "Suspected · stage 2 · told by Dr Shah"
