"""How a test result shows itself."""

from secondop_desktop.features.results.kind import KIND
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.features.rows import names, row


def test_title_is_the_test_with_what_was_printed() -> None:
    ferritin = row(KIND, test="Ferritin", value=Quantity("<5"), unit="µg/L")
    assert KIND.title(ferritin, names) == "Ferritin <5 µg/L"
    assert KIND.title(row(KIND, test="Ferritin", unit="µg/L"), names) == "Ferritin"
    assert KIND.title(row(KIND, value=Quantity("5")), names) == "Test result"


def test_line_says_range_specimen_and_lab_as_printed() -> None:
    one = row(KIND, range=Range("13-150"), specimen="Serum", lab="City lab")
    assert KIND.line(one, names) == "printed range 13-150 · Serum · City lab"


def test_a_wrong_page_is_refused() -> None:
    assert [rule(row(KIND, page=0)) for rule in KIND.rules] == ["The page must be 1 or more."]
