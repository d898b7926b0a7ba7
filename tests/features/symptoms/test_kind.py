"""How a symptom note shows itself."""

from secondop_desktop.features.symptoms.kind import KIND
from tests.features.rows import names, row


def test_title_is_what_was_felt() -> None:
    assert KIND.title(row(KIND, what="Chest pain"), names) == "Chest pain"
    assert KIND.title(row(KIND), names) == "Symptom note"


def test_line_says_how_bad() -> None:
    pain = row(KIND, severity=0, severity_words="hardly there")
    assert KIND.line(pain, names) == "0 out of 10, hardly there"


def test_a_wrong_number_is_refused() -> None:
    assert [rule(row(KIND, severity=11)) for rule in KIND.rules] == [
        "How bad it was must be a number from 0 to 10."
    ]
