"""How appointments, questions, answers and tasks show themselves."""

from secondop_desktop.features.appointments.kind import ANSWER, APPOINTMENT, QUESTION, TASK
from tests.features.rows import DR_SHAH, names, row


def test_appointment_without_purpose_says_with_whom() -> None:
    assert APPOINTMENT.title(row(APPOINTMENT, purpose="Second look"), names) == "Second look"
    with_shah = row(APPOINTMENT, provider=DR_SHAH)
    assert APPOINTMENT.title(with_shah, names) == "Appointment with Dr Shah"
    assert APPOINTMENT.title(row(APPOINTMENT, provider="gone"), names) == "Appointment"


def test_appointment_line_says_with_whom_and_how() -> None:
    one = row(APPOINTMENT, purpose="Second look", provider=DR_SHAH, how="video", status="planned")
    assert APPOINTMENT.line(one, names) == "Dr Shah · By video"
    one.status = "cancelled"
    assert APPOINTMENT.line(one, names) == "Dr Shah · By video · Cancelled"


def test_which_opinion_it_is_begins_at_1() -> None:
    assert [bool(rule(row(APPOINTMENT, opinion_place=0))) for rule in APPOINTMENT.rules] == [True]


def test_question_shows_its_text_in_one_line() -> None:
    long = row(QUESTION, text="Why\nnow? " * 40)
    assert QUESTION.title(long, names).startswith("Why now? Why")
    assert len(QUESTION.title(long, names)) <= 90
    assert QUESTION.title(row(QUESTION), names) == "Question"


def test_question_line_says_whether_it_is_answered() -> None:
    one = row(QUESTION, status="open", group="Risks", why="I live alone")
    assert QUESTION.line(one, names) == "Still to ask · Risks · I live alone"


def test_answer_says_who_and_to_what() -> None:
    one = row(ANSWER, text="Not before spring.", provider=DR_SHAH, question="q")
    assert ANSWER.title(one, names) == "Not before spring."
    assert ANSWER.line(one, names) == "said by Dr Shah"
    assert ANSWER.line(one, lambda entry: "Why now?" if entry == "q" else "") == (
        "for the question: Why now?"
    )


def test_an_answer_that_was_none_says_so() -> None:
    one = row(ANSWER, no_answer="not answered")
    assert ANSWER.title(one, names) == "They did not answer"
    assert ANSWER.missing(row(ANSWER, question="q", no_answer="later")) == ()


def test_task_says_who_does_it() -> None:
    one = row(TASK, text="Ring the ward", who="Tom", done=True)
    assert TASK.title(one, names) == "Ring the ward"
    assert TASK.line(one, names) == "Tom · Done"
