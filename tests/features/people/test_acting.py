"""Who acts for a person, and whether they still may."""

from datetime import date
from typing import Any

import pytest

from secondop_desktop.features.people.kind import KIND
from secondop_desktop.features.people.rules.acting import (
    Standing,
    acting_words,
    authority_words,
    note_of,
    standing,
)
from tests.features.rows import day, row

TODAY = date(2026, 6, 15)
HELPED = {"name": "Margaret Evans", "carer": "Ruth", "authority": "consent"}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Standing.NOBODY),
        ({"carer": "Ruth"}, Standing.NOT_WRITTEN),
        (HELPED, Standing.RUNS),
        (HELPED | {"authority_since": day("2026-07")}, Standing.TO_COME),
        (HELPED | {"authority_since": day("2026-06")}, Standing.RUNS),
        (HELPED | {"authority_until": day("2026-07-27")}, Standing.ENDS_SOON),
        (HELPED | {"authority_until": day("2026-07-28")}, Standing.RUNS),
        (HELPED | {"authority_until": day("2026-06-15")}, Standing.ENDS_SOON),
        (HELPED | {"authority_until": day("2026-06-14")}, Standing.ENDED),
        (HELPED | {"authority_until": day("2026-06")}, Standing.ENDS_SOON),
        (HELPED | {"authority_until": day("2026")}, Standing.RUNS),
        (HELPED | {"authority_until": day("2025")}, Standing.ENDED),
        ({"authority_until": day("2025")}, Standing.ENDED),
    ],
)
def test_where_a_permission_stands(values: dict[str, Any], expected: Standing) -> None:
    person = row(KIND, **values)
    assert standing(person, TODAY) is expected
    noted = expected in {Standing.ENDED, Standing.ENDS_SOON}
    assert bool(note_of(person, TODAY)) is noted


def test_the_note_is_gentle_and_says_when() -> None:
    ended = row(KIND, **HELPED, authority_until=day("2026-05-03"))
    assert note_of(ended, TODAY).startswith(
        "The permission to act for Margaret Evans ended on 3 May 2026."
    )
    month = row(KIND, **HELPED, authority_until=day("2026-05"))
    assert "ended in May 2026." in note_of(month, TODAY)
    soon = row(KIND, **HELPED, known_as="Meg", authority_until=day("2026-06-16"))
    assert note_of(soon, TODAY) == "The permission to act for Meg ends in 1 day (16 June 2026)."
    today = row(KIND, **HELPED, authority_until=day("2026-06-15"))
    assert note_of(today, TODAY) == "The permission to act for Margaret Evans ends today."


def test_who_acts_and_on_what_authority() -> None:
    person = row(
        KIND,
        **HELPED,
        carer_relationship="Her daughter",
        authority_since=day("2025-12"),
        authority_until=day("2027"),
    )
    assert acting_words(person) == "Helped by Ruth · Her daughter"
    assert acting_words(row(KIND, carer_relationship="Niece")) == "Niece"
    label = KIND.by_name["authority"].label_of
    assert authority_words(person, label) == (
        "They agreed that I help, since December 2025, until 2027"
    )
    assert authority_words(row(KIND), label) == ""
