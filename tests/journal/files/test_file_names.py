"""Suggested names: every system takes them, and they tell no health number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.journal.files.file_names import file_name, plain_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Please: Dr A/B?", "Please Dr A B.pdf"),
        ("", "Letter.pdf"),
        ("...", "Letter.pdf"),
        ("Asking Dr. Ombersley..", "Asking Dr. Ombersley.pdf"),
        ("../../passwords", "passwords.pdf"),
        ("Referral 401 023 2137", "Referral.pdf"),
        ("Scan, NHS number: 4010232137, left knee", "Scan, , left knee.pdf"),
        ("NHS 401-023-2137", "Letter.pdf"),
        ("con", "Letter.pdf"),
        ("Summary.pdf", "Summary.pdf"),
        ("Tŷ Gwyn – llythyr", "Tŷ Gwyn – llythyr.pdf"),
    ],
)
def test_names_suit_every_system_and_tell_no_number(title: str, name: str) -> None:
    assert file_name(title, ".pdf", "Letter") == name


@given(st.text(max_size=300))
def test_any_title_makes_a_name(title: str) -> None:
    name = plain_name(title, "Letter")
    assert 0 < len(name) <= 80
    assert ".." not in name
    assert not set(name) & set('\\/:*?"<>|\0\n')
