"""To whom a record was handed, in the order of the days."""

from secondop_desktop.features.records.rules.handing import handed, handed_words
from secondop_desktop.features.told.kind import KIND
from tests.features.rows import DR_SHAH, day, names, row


def test_only_what_names_the_record_is_told_of_the_first_first() -> None:
    later = row(KIND, records=("a", "b"), date=day("2026-03"))
    first = row(KIND, records=("a",), date=day("2025"))
    undated = row(KIND, records=("a",))
    other = row(KIND, records=("b",), date=day("2024"))
    assert handed("a", [undated, later, other, first]) == [first, later, undated]


def test_it_says_to_whom_and_when_as_far_as_is_known() -> None:
    given = row(KIND, provider=DR_SHAH, date=day("2026-03-05"))
    assert handed_words(given, names) == "Given to Dr Shah, 5 March 2026"
    assert handed_words(row(KIND, provider=DR_SHAH), names) == "Given to Dr Shah"
    assert handed_words(row(KIND), names) == "Given to someone who is not named"
