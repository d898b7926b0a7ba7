"""What is open is asked once, and an answer must be one of its choices."""

import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.questions import Asked, Choice, Question

ORDER = Question(
    "dates",
    "How are the dates written?",
    (Choice("dmy", "day first"), Choice("mdy", "month first")),
)


def test_a_question_waits_for_its_answer() -> None:
    asked = Asked()
    assert asked.ask(ORDER) == ""
    [question] = asked.all()
    assert (question.answer, question.answered) == ("", "")
    asked = Asked({"dates": "mdy"})
    assert asked.ask(ORDER) == "mdy"
    assert asked.all()[0].answered == "month first"


def test_a_default_holds_until_somebody_says_otherwise() -> None:
    usual = Question(ORDER.key, ORDER.text, ORDER.choices, default="dmy")
    assert Asked().ask(usual) == "dmy"
    assert Asked({"dates": "mdy"}).ask(usual) == "mdy"


def test_the_same_sentence_is_asked_once_and_another_gets_a_number() -> None:
    asked = Asked({"dates-2": "mdy"})
    other = Question("dates", "How are the dates of b.csv written?", ORDER.choices)
    assert [asked.ask(one) for one in (ORDER, other, ORDER, other)] == ["", "mdy", "", "mdy"]
    assert [one.key for one in asked.all()] == ["dates", "dates-2"]


def test_answers_that_fit_nothing_are_refused() -> None:
    with pytest.raises(
        UserError, match=r"“noon” is not an answer to the question “dates”.*dmy, mdy"
    ):
        Asked({"dates": "noon"}).ask(ORDER)
    with pytest.raises(UserError, match=r"no question “colour” open"):
        Asked({"colour": "red"}).all()
