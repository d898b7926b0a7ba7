"""How a template becomes a letter."""

import pytest

from secondop_desktop.features.letters.rules import Fact, fill


@pytest.mark.parametrize(
    ("template", "facts", "text"),
    [
        ("Hello {name}.", {"name": "Ann"}, "Hello Ann."),
        ("Hello {name}.\nBye.", {}, "Bye."),
        ("One.\nTwo.\n\nThree.", {}, "One. Two.\n\nThree."),
        ("{?b}Yes.\n{!b}No.", {"b": "x"}, "Yes."),
        ("{?b}Yes.\n{!b}No.", {}, "No."),
        ("Why:\n- {r}\nEnd.", {"r": ["a", "b"]}, "Why:\n- a\n- b\nEnd."),
        ("Why:\n- {r}", {"r": []}, ""),
        ("Why:\n- {r}\n\nEnd.", {}, "End."),
        ("Notes:", {}, "Notes:"),
        ("Dear {d},\n{!d}Dear all,", {}, "Dear all,"),
        ("Yours,\n{p}", {"p": "Ann"}, "Yours,\nAnn"),
        ("It is: {q}.", {"q": "Why me?"}, "It is: Why me?"),
        ("It is: {q}.", {"q": "So it is."}, "It is: So it is."),
        ("It is: {q}.", {"q": "{p} {?p}"}, "It is: {p} {?p}."),
    ],
)
def test_a_line_is_said_when_all_of_it_is_known(
    template: str, facts: dict[str, Fact], text: str
) -> None:
    assert fill(template, facts).text == text


def test_what_is_missing_is_told_once_and_conditions_are_not() -> None:
    made = fill("{a} and {b}.\n{b} again.\n{?c}Maybe.\n{?c}{d}.", {"a": "x"})
    assert (made.text, made.missing) == ("", ("b",))
