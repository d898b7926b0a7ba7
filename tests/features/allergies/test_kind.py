"""How an allergy shows itself."""

from secondop_desktop.features.allergies.kind import KIND
from tests.features.rows import names, row


def test_title_is_the_substance() -> None:
    assert KIND.title(row(KIND, substance="Penicillin"), names) == "Penicillin"
    assert KIND.title(row(KIND), names) == "Allergy"


def test_line_says_what_happens_and_how_bad() -> None:
    rash = row(KIND, reaction="Rash", severity="mild", kind_of="allergy", status="active")
    assert KIND.line(rash, names) == "Rash · Mild · Allergy"


def test_line_says_when_it_is_doubted() -> None:
    assert KIND.line(row(KIND, status="doubtful"), names) == "Not sure that it is one"
