"""Where lines stand and what they are called, in few bytes."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.bulk.lines import BulkFile, Lines, Pairs, mark_of


@given(st.lists(st.tuples(st.integers(-5, 5), st.integers(0, 9))))
def test_pairs_lead_from_a_mark_to_its_lines(told: list[tuple[int, int]]) -> None:
    pairs = Pairs()
    for mark, line in told:
        pairs.add(mark, line)
    pairs.sort()
    for mark in range(-6, 7):
        assert list(pairs.of(mark)) == [line for one, line in told if one == mark]
    assert sorted(map(len, pairs.groups())) == sorted(
        number for mark in set(dict(told)) if (number := sum(m == mark for m, _l in told)) > 1
    )


def test_marks_of_names_are_the_same_each_time_and_fit_into_an_array() -> None:
    assert mark_of("Observation/1") == mark_of("Observation/1") != mark_of("Observation/2")
    assert all(-(2**63) <= mark_of(str(number)) < 2**63 for number in range(50))


def test_lines_are_read_again_where_they_stand(tmp_path: Path) -> None:
    lines = Lines()
    for name, texts in {"a": [b"one\n", b"three\n"], "b": [b"four"]}.items():
        path = tmp_path / name
        path.write_bytes(b"".join(texts))
        lines.files.append(BulkFile(name, path))
        offset = 0
        for number, text in enumerate(texts, 1):
            lines.add(number, offset, len(text))
            offset += len(text)
    read = [(line, file.name, number, data) for line, file, number, data in lines.read([1, 2])]
    assert read == [(1, "a", 2, b"three\n"), (2, "b", 1, b"four")]
