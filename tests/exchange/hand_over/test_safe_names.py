"""Names in a folder that is handed over are taken by every system, and are told apart."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.hand_over.safe_names import Names, ending_of

_NOT_ON_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@given(st.lists(st.text(max_size=90), max_size=8))
def test_any_titles_become_names_that_windows_takes(titles: list[str]) -> None:
    names = Names()
    made = [names.free(title, ".pdf", "File") for title in titles]
    assert len({name.casefold() for name in made}) == len(made)
    for name in made:
        assert not _NOT_ON_WINDOWS.search(name)
        assert name.endswith(".pdf")
        assert not name.removesuffix(".pdf").endswith((" ", "."))
        assert name.partition(".")[0].upper() not in {"CON", "NUL", "AUX", "PRN", "COM1"}


def test_names_that_differ_in_capitals_alone_are_told_apart() -> None:
    names = Names()
    assert [names.free(title, ".jpg", "File") for title in ("Scan", "SCAN", "scan.jpg")] == [
        "Scan.jpg",
        "SCAN (2).jpg",
        "scan (3).jpg",
    ]


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.PDF", ".pdf"),
        ("a", ""),
        ("Dr. Bell, seen", ""),
        ("a.tar.gz", ".gz"),
        ("a.p/f", ""),
        ("", ""),
    ],
)
def test_an_ending_is_one_only_where_it_looks_like_one(name: str, ending: str) -> None:
    assert ending_of(name) == ending
