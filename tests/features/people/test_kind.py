"""How a person shows themselves."""

from secondop_desktop.features.people.kind import KIND
from tests.features.rows import day, names, row


def test_title_is_the_name_else_what_they_like_to_be_called() -> None:
    assert KIND.title(row(KIND, name="Margaret Evans", known_as="Peggy"), names) == "Margaret Evans"
    assert KIND.title(row(KIND, known_as="Peggy"), names) == "Peggy"
    assert KIND.title(row(KIND), names) == "Person without a name"


def test_line_says_when_born_and_who_helps() -> None:
    margaret = row(KIND, birth_date=day("1948-02-09"), carer="Tom Evans")
    assert KIND.line(margaret, names) == "born 9 February 1948 · helped by Tom Evans"


def test_not_asked_differs_from_no() -> None:
    assert row(KIND).no_known_allergies is None
    assert KIND.type_of("no_known_allergies").read("no") is False
