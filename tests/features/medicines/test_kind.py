"""How a medicine shows itself."""

from secondop_desktop.features.medicines.kind import KIND
from tests.features.rows import names, row


def test_title_is_the_name() -> None:
    assert KIND.title(row(KIND, name="Bisoprolol"), names) == "Bisoprolol"
    assert KIND.title(row(KIND), names) == "Medicine without a name"


def test_line_says_dose_as_written_and_what_for() -> None:
    tablet = row(
        KIND, dose="2.5 mg", how_taken="one in the morning", reason="angina", status="taking"
    )
    assert KIND.line(tablet, names) == "2.5 mg · one in the morning · for angina · I take it now"
