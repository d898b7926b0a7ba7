"""How it shows that someone was told."""

from secondop_desktop.features.told.kind import KIND
from tests.features.rows import DR_SHAH, names, row


def test_title_says_who_was_told() -> None:
    assert KIND.title(row(KIND, provider=DR_SHAH), names) == "Told Dr Shah"
    assert KIND.title(row(KIND, provider="gone"), names) == "Told someone"


def test_line_says_how_and_what() -> None:
    one = row(KIND, how="phone", what="I will wait\nuntil spring")
    assert KIND.line(one, names) == "By phone · I will wait until spring"
