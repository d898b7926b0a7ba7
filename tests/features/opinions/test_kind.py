"""How opinions, their parts and the user's marks show themselves."""

import pytest

from secondop_desktop.features.opinions.kind import MARK, OPINION, STATEMENT
from tests.features.rows import DR_SHAH, names, row


@pytest.mark.parametrize(
    ("place", "provider", "title"),
    [
        (2, DR_SHAH, "Second opinion: Dr Shah"),
        (2, None, "Second opinion"),
        (None, DR_SHAH, "Opinion: Dr Shah"),
        (9, "gone", "Opinion 9"),
        (None, None, "Opinion without a name"),
    ],
)
def test_opinion_says_which_and_whose(place: int | None, provider: str | None, title: str) -> None:
    assert OPINION.title(row(OPINION, place=place, provider=provider), names) == title


def test_opinion_line_is_what_they_say() -> None:
    one = row(OPINION, how="letter", overall="Wait.\nLook again in spring.")
    assert OPINION.line(one, names) == "By letter · Wait. Look again in spring."


def test_statement_says_about_what_and_where() -> None:
    one = row(STATEMENT, aspect="risks", text="1 in 100", source="letter, page 2")
    assert STATEMENT.title(one, names) == "What may go wrong"
    assert STATEMENT.line(one, names) == "1 in 100 · letter, page 2"
    silent = row(STATEMENT, aspect="risks", not_discussed=True)
    assert STATEMENT.line(silent, names) == "Not discussed"


def test_mark_says_how_they_compare() -> None:
    one = row(MARK, aspect="plan", mark="different", note="Ask why")
    assert MARK.title(one, names) == "What they suggest: Different"
    assert MARK.line(one, names) == "Ask why"
    assert MARK.title(row(MARK), names) == "Comparison"


def test_wrong_numbers_are_refused() -> None:
    assert [bool(rule(row(OPINION, place=0))) for rule in OPINION.rules] == [True]
    assert [bool(rule(row(STATEMENT, page=0))) for rule in STATEMENT.rules] == [True]
