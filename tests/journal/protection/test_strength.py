"""A passphrase is told to be strong or weak in words: length first."""

import pytest

from secondop_desktop.journal.protection.strength import Level, strength


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", Level.NONE),
        ("  ", Level.NONE),
        ("k7#Qz", Level.EASY),
        ("password1234567890", Level.EASY),
        ("qwertyuiopasdf", Level.EASY),
        ("x9$Kw2!pQ", Level.FAIR),
        ("heron cold river brass", Level.STRONG),
        ("heron cold river brass " * 20, Level.STRONG),
    ],
)
def test_by_length_and_by_what_it_is_made_of(text: str, level: Level) -> None:
    assert strength(text).level == level


def test_the_own_name_is_no_passphrase() -> None:
    name = "Griselda Thwaite"
    assert strength(f"{name} 1947", [name]).level < strength(f"{name} 1947").level


def test_what_to_do_is_said_of_a_weak_one() -> None:
    assert "Longer is stronger" in strength("abcdefgh").words
    assert "Longer" not in strength("heron cold river brass").words
