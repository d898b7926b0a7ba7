"""Why a file cannot be used, in words."""

import errno

import pytest

from secondop_desktop.journal.storage.disk import full, why


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EISDIR, "it is a folder"),
        (errno.ENAMETOOLONG, "the name is too long"),
        (errno.EXDEV, f"the computer gives the reason {errno.EXDEV}"),
        (None, "the computer gives the reason ?"),
    ],
)
def test_a_reason_is_part_of_a_sentence(number: int | None, words: str) -> None:
    assert why(OSError(number, "Some words of the system") if number else OSError()) == words


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, None])
def test_no_room_is_a_full_disk_or_a_quota(number: int | None) -> None:
    problem = OSError(number, "") if number else OSError()
    assert full(problem) is (number in {errno.ENOSPC, errno.EDQUOT})


@pytest.mark.parametrize("number", [*errno.errorcode, None])
def test_no_reason_is_in_the_systems_words(number: int | None) -> None:
    words = why(OSError(number, "system words") if number else OSError("system words"))
    assert words
    assert "system words" not in words
    assert full(OSError(number or 0, "")) is (words == "the disk is full")
