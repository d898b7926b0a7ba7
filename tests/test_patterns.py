"""A regular expression that is compiled at its first use is like any other."""

import re

import pytest

from secondop_desktop.patterns import as_matched, pattern


def test_it_finds_what_the_compiled_one_finds() -> None:
    later, at_once = pattern(r"(\d+)\s*mmol", re.IGNORECASE), re.compile(r"(\d+)\s*mmol", re.I)
    text = "Urea 7 MMOL, then 12 mmol"
    assert later.findall(text) == at_once.findall(text)
    assert later.sub("-", text) == at_once.sub("-", text)
    assert later.pattern == at_once.pattern
    assert later.flags == at_once.flags


def test_nothing_is_compiled_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compiled = re.compile(r"\bnone\b")

    def asked_for(text: str, _flags: int) -> re.Pattern[str]:
        asked.append(text)
        return compiled

    monkeypatch.setattr(re, "compile", asked_for)
    later = pattern(r"\bnone\b")
    assert asked == []
    assert [bool(later.search("none of it")), bool(later.search("nonetheless"))] == [True, False]
    assert asked == [r"\bnone\b"]


def test_whatever_letter_a_pattern_takes_for_another_is_looked_up_as_that() -> None:
    for letter in "abcdefghijklmnopqrstuvwxyzäöüåøαβγδεζηθκλσω":
        alike = pattern(letter, re.IGNORECASE)
        taken = [one for one in map(chr, range(0x2200)) if alike.fullmatch(one)]
        assert {as_matched(one) for one in taken} == {letter}
