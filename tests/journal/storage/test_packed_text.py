"""Texts that are kept packed come back letter for letter, and nothing else is taken for one."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.storage.packed_text import packed, unpacked

_LONG = "The pain begins at the third stair. " * 9


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=600))
def test_every_text_comes_back(text: str) -> None:
    assert unpacked(packed(text)) == text
    assert unpacked(packed(text * 9)) == text * 9


def test_what_gains_nothing_stays_in_plain_words() -> None:
    assert packed(None) is None
    assert packed("short") == "short"
    assert packed("a" * 9000) == "a" * 9000
    assert isinstance(packed(_LONG), bytes)


@pytest.mark.parametrize(
    "harmed",
    [
        b"",
        b"no zlib",
        zlib.compress(_LONG.encode())[:-5],
        zlib.compress(_LONG.encode()) + b"more",
        zlib.compress(bytes(range(128, 256))),
        zlib.compress(bytes(17 * 1024 * 1024)),
        zlib.compress(b"a" * 9000),
    ],
    ids=["nothing", "other", "cut", "longer", "no text", "too much", "too tight"],
)
def test_what_is_no_packed_text_is_shown_as_bytes(harmed: bytes) -> None:
    assert unpacked(harmed) == repr(harmed)
