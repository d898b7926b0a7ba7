"""Months are read by number or by the beginning of their name, in the language in use too."""

from collections.abc import Iterator

import pytest

from secondop_desktop import lang
from secondop_desktop.widgets.fields import month_words


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("7", 7),
        ("07", 7),
        ("12", 12),
        ("0", None),
        ("13", None),
        ("007", None),
        ("July", 7),
        ("jul.", 7),
        ("SEPT", 9),
        ("may", 5),
        ("ju", None),
        ("julie", None),
        ("²", None),
    ],
)
def test_english(text: str, month: int | None) -> None:
    assert month_words.month_number(text) == month


@pytest.fixture
def welsh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language in which July has another name."""
    monkeypatch.setattr(month_words, "_", lambda text: {"July": "Gorffennaf"}.get(text, text))
    yield
    assert lang.code() == "en"


@pytest.mark.usefixtures("welsh")
def test_the_language_in_use_is_read_beside_english() -> None:
    assert month_words.month_number("gorff") == 7
    assert month_words.month_number("July") == 7


def test_weekdays() -> None:
    assert month_words.weekday_number("Tue") == 1
    assert month_words.weekday_number("someday") is None
