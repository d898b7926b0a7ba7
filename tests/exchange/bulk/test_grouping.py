"""What belongs together is never parted."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.bulk import grouping
from secondop_desktop.exchange.bulk.grouping import Groups, parted
from secondop_desktop.exchange.bulk.lines import BulkFile, Lines

_NUMBER = 12


def _lines() -> Lines:
    lines = Lines()
    lines.files.append(BulkFile("a", Path("a")))
    for number in range(_NUMBER):
        lines.add(number + 1, number * 10, 10)
    return lines


@given(st.lists(st.lists(st.integers(0, _NUMBER - 1), min_size=2, max_size=4), max_size=5))
def test_each_line_is_in_one_part_with_all_of_its_group(several: list[list[int]]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(grouping, "MOST_LINES", 2)
        groups = Groups(_NUMBER)
        for those in several:
            groups.join(those)
        parts = [list(part) for part in parted(_lines(), groups, bytearray(_NUMBER))]
    assert sorted(line for part in parts for line in part) == list(range(_NUMBER))
    for those in several:
        assert any(set(those) <= set(part) for part in parts)
    assert all(part == sorted(part) for part in parts)


def test_the_room_to_part_many_lines_is_a_few_bytes_of_each() -> None:
    number = 20_000
    lines, groups = Lines(), Groups(number)
    lines.files.append(BulkFile("a", Path("a")))
    for one in range(number):
        lines.add(one + 1, one * 10, 10)
        groups.join([one - one % 9, one])
    tracemalloc.start()
    try:
        parts = list(parted(lines, groups, bytearray(number)))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert sum(map(len, parts)) == number
    assert most < 40 * number


def test_what_others_refer_to_comes_last() -> None:
    turns = bytearray(_NUMBER)
    turns[0], turns[5] = 2, 1
    parts = [list(part) for part in parted(_lines(), Groups(_NUMBER), turns)]
    assert parts[1:] == [[5], [0]]
    assert len(parts[0]) == _NUMBER - 2
