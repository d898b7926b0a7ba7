"""How a letter shows itself."""

from secondop_desktop.features.letters.kind import KIND
from tests.features.rows import DR_SHAH, day, names, row


def test_title_is_its_own() -> None:
    assert KIND.title(row(KIND, title="My request"), names) == "My request"
    assert KIND.title(row(KIND), names) == "Letter without a title"


def test_line_says_to_whom_and_whether_it_was_sent() -> None:
    one = row(KIND, to=DR_SHAH, type="records")
    assert KIND.line(one, names) == "to Dr Shah · Ask for records · not sent yet"
    one.sent = day("2026-03-05")
    assert KIND.line(one, names) == "to Dr Shah · Ask for records · sent 5 March 2026"
    one.how = "in person"
    assert KIND.line(one, names).endswith("sent 5 March 2026, handed over")


def test_a_kept_version_cannot_be_taken_for_the_letter() -> None:
    one = row(KIND, title="My request", version_of="c0ffee0000000000000b", type="records")
    assert KIND.title(one, names) == "Kept version: My request"
    assert KIND.line(one, names) == "Ask for records"
