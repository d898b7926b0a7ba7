"""What is said of a journal begun beside another: what is in it, and what may be older."""

from datetime import datetime

import pytest

from secondop_desktop.journal.ground import Ground, Source
from secondop_desktop.window.ground_words import told_of

OPENED, MADE = map(datetime.fromisoformat, ("2031-05-06T14:05", "2031-05-06T13:40"))


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        (Ground(Source.OWN, whole=True), ["everything that your journal held"]),
        (Ground(Source.COPY, whole=True, made=MADE), ["everything that your journal held"]),
        (
            Ground(Source.COPY, whole=False, made=MADE),
            ["6 May 2031", "1:40pm", "2:05pm", "not in it"],
        ),
        (Ground(Source.OTHER, whole=True), ["what the other file holds now", "your words"]),
        (Ground(Source.OTHER, whole=False), ["no safe copy", "older than what you saw"]),
        (Ground(Source.NOTHING, whole=False), ["only what you wrote since 2:05pm"]),
    ],
)
def test_each_beginning_is_told(ground: Ground, words: list[str]) -> None:
    told = told_of(ground, OPENED, [])
    assert [word for word in words if word not in told] == []
    assert "\n" not in told


def test_what_differs_is_named_and_the_rest_is_counted() -> None:
    told = told_of(Ground(Source.OWN, whole=True), OPENED, [f"Pill {n}" for n in range(20)])
    lines = told.split("\n")
    assert lines[2].startswith("20 entries here are missing in the other file")
    assert (lines[3], lines[14], lines[15]) == ("Pill 0", "Pill 11", "and 8 more")
    assert len(lines) == 16
