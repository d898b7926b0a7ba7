"""Lines are those that a file would be read by."""

from io import StringIO

import pytest

from secondop_desktop.exchange.tables.cells import lines_of


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "\n",
        "a\r\nb\rc\nd",
        "a\n\n\r\r\n",
        "\r\n",
        "a\vb\fc\u2028d\x85e\n",
        "a\n\rb",
        '"a\nb",c\r\n',
    ],
)
def test_a_text_has_the_lines_of_a_file(text: str) -> None:
    assert [*lines_of(text)] == [*StringIO(text, newline="")]


def test_the_first_lines_are_found_without_the_others() -> None:
    lines = lines_of("a\n" * 1_000_000)
    assert [next(lines), next(lines)] == ["a\n", "a\n"]
