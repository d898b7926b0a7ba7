"""A slip in the code of a recovery sheet is named to its group; a passphrase has none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondop_desktop.journal.protection.sheet_code import ALPHABET, letters_of, spell
from secondop_desktop.journal.protection.sheet_slips import slip

LINES = spell(bytes(range(40, 72)))
CODE = letters_of("".join(LINES))


def _told(at: int) -> str:
    return f"Group {at % 15 // 3 + 1} of line {at // 15 + 1}, “"


@settings(max_examples=10)
@given(st.integers(0, 59), st.sampled_from(ALPHABET))
def test_another_letter_is_named_to_its_group(at: int, letter: str) -> None:
    typed = f"{CODE[:at]}{letter}{CODE[at + 1 :]}"
    assert slip(typed).startswith(_told(at) if typed != CODE else "")


@pytest.mark.parametrize("at", [3, 31, 58])
def test_a_letter_left_out_is_named(at: int) -> None:
    assert slip(CODE[:at] + CODE[at + 1 :]).startswith("Group ")
    groups = "\n".join(LINES).split()
    groups[at // 3] = groups[at // 3][:2]
    assert slip(" ".join(groups)).startswith(_told(at))
    assert "2 letters" in slip(" ".join(groups))


def test_what_is_no_letter_of_a_sheet_is_named() -> None:
    told = slip(f"{CODE[:20]}u{CODE[21:]}")
    assert told.startswith(_told(20))
    assert "the letter U" in told


def test_many_slips_leave_the_line_or_the_number_of_letters() -> None:
    assert slip(f"{CODE[:15]}{CODE[15:30][::-1]}{CODE[30:]}").startswith("Line 2 of the code")
    assert slip(CODE[:-4]).startswith("4 letters of the recovery sheet's code are missing")
    assert slip(f"{CODE}77777").startswith("The code has 5 letters more")


def test_nothing_is_said_of_what_is_right_or_no_code() -> None:
    printed = "\n".join(f"{at}. {line}" for at, line in enumerate(LINES, 1))
    assert slip(printed) == ""
    assert slip(printed.replace("\n", " ")) == ""
    assert slip("correct horse battery staple") == ""
    assert slip("") == ""
