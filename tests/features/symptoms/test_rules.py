"""How bad it was, from 0 to 10."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.symptoms.rules import severity_in_scale, severity_text


@given(st.integers())
def test_scale_is_0_to_10(number: int) -> None:
    said = severity_in_scale(SimpleNamespace(severity=number))
    assert bool(said) == (number not in range(11))


def test_not_said_is_fine() -> None:
    unsaid = SimpleNamespace(severity=None, severity_words="")
    assert severity_in_scale(unsaid) == ""
    assert severity_text(unsaid) == ""


def test_own_words_follow_the_number() -> None:
    assert severity_text(SimpleNamespace(severity=7, severity_words="could not sleep")) == (
        "7 out of 10, could not sleep"
    )
    assert severity_text(SimpleNamespace(severity=None, severity_words="dull")) == "dull"
