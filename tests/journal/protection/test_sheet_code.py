"""The letters of the recovery sheet: read as they were spelled, and slips are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.errors import UserError
from secondop_desktop.journal.protection.sheet_code import is_code, read, spell, wrong_lines

SECRETS = st.binary(min_size=32, max_size=32)


@given(SECRETS)
def test_read_as_it_was_spelled(secret: bytes) -> None:
    lines = spell(secret)
    assert [len(line) for line in lines] == [19] * 4
    assert not set("ILOU") & set("".join(lines))
    typed = "\n".join(lines)
    assert read(typed) == secret
    assert read(typed.lower().replace("0", "o").replace("1", "l")) == secret
    assert is_code(typed)
    for numbered in ("\n".join, " ".join):  # as copied from the page, into a field of one line too
        copied = numbered(f"{at}. {line}" for at, line in enumerate(lines, 1))
        assert read(copied) == secret
        assert is_code(copied)


@given(SECRETS, st.integers(0, 59), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_slip_is_found(secret: bytes, at: int, letter: str) -> None:
    right = "".join(spell(secret)).replace(" ", "")
    typed = right[:at] + letter + right[at + 1 :]
    if typed == right:
        return
    assert not is_code(typed) or at % 15 != 14
    with pytest.raises(UserError, match="as on the sheet"):
        read(typed)


@given(SECRETS, st.integers(0, 59))
def test_a_letter_left_out_is_found(secret: bytes, at: int) -> None:
    right = "".join(spell(secret)).replace(" ", "")
    with pytest.raises(UserError):
        read(right[:at] + right[at + 1 :])


def test_the_line_with_the_slip_is_named() -> None:
    lines = spell(bytes(range(32)))
    lines[2] = lines[2].replace(lines[2][0], "Z" if lines[2][0] != "Z" else "Y", 1)
    assert wrong_lines(" ".join(lines)) == [3]
    with pytest.raises(UserError, match="Line 3 of the code"):
        read(" ".join(lines))


def test_a_passphrase_is_no_code() -> None:
    assert not is_code("correct horse battery staple and some more words to make it long enough")
