"""The journey: seven steps, steps 2 to 6 again for a third opinion."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.cases.kind import KIND
from secondop_desktop.features.cases.rules.journey import (
    STATUSES,
    current,
    journey,
    keys,
    round_counted,
    round_of,
    status_of,
    step_of,
    steps_known,
)
from secondop_desktop.features.cases.rules.referral import may_chase, referral_line
from secondop_desktop.features.cases.rules.steps import STEPS
from tests.features.rows import day, row

TEXTS = [text for step in STEPS for text in (step.title, step.purpose, *step.to_do)]
FIRST = ("1", "2", "3", "4", "5", "6", "7")
TODAY = date(2026, 6, 15)


def test_there_are_seven_steps() -> None:
    assert tuple(step.key for step in STEPS) == FIRST == keys(1)


def test_a_third_opinion_goes_through_steps_2_to_6_again() -> None:
    again = ("2.2", "2.3", "2.4", "2.5", "2.6")
    assert keys(2) == (*FIRST[:-1], *again, "7")
    assert step_of("2.3") is step_of("3")


@given(rounds=st.integers(1, 30))
def test_every_key_of_every_round_is_accepted(rounds: int) -> None:
    assert len(set(keys(rounds))) == 7 + 5 * (rounds - 1)
    steps = dict.fromkeys(keys(rounds), "completed")
    case = row(KIND, round=rounds, steps=steps, step_notes=dict.fromkeys(steps, "x"))
    assert steps_known(case) == ""
    assert all(stage.finished and stage.notes == "x" for stage in journey(case))
    assert current(case) is None


@pytest.mark.parametrize("key", ["0", "8", "1.2", "2.1", "2.7", "2.", ".2", "two", "", "2.22"])
def test_unknown_steps_are_named(key: str) -> None:
    assert f"not {key}." in steps_known(row(KIND, steps={key: "completed"}))
    assert steps_known(row(KIND, step_notes={key: "a note"}))


def test_unknown_status_is_told_the_words() -> None:
    said = steps_known(row(KIND, steps={"1": "halfway"}))
    assert said.endswith("not started, in progress, completed, not needed.")
    assert steps_known(row(KIND, steps={"1": ""})) == ""


def test_status_is_the_users_alone() -> None:
    case = row(KIND, steps={"1": "completed", "2": "odd"}, opened=day("2026"))
    assert status_of(case, "1") == "completed"
    assert status_of(case, "2") == "not started"
    assert status_of(case, "3") == "not started"


@given(
    rounds=st.integers(1, 3),
    given_steps=st.dictionaries(
        st.sampled_from(keys(3)), st.sampled_from([word for word, _label in STATUSES])
    ),
)
def test_current_is_the_first_that_is_not_finished(
    rounds: int, given_steps: dict[str, str]
) -> None:
    case = row(KIND, round=rounds, steps=given_steps)
    stages = journey(case)
    now = current(case)
    before = stages if now is None else stages[: stages.index(now)]
    assert all(given_steps[stage.key] in {"completed", "not needed"} for stage in before)
    assert now is None or given_steps.get(now.key) in {None, "not started", "in progress"}


def test_stage_knows_its_round() -> None:
    case = row(KIND, round=2, steps={"2.3": "in progress"}, step_notes={"2.3": "rang twice"})
    stage = next(stage for stage in journey(case) if stage.key == "2.3")
    assert (stage.round, stage.status, stage.notes) == (2, "in progress", "rang twice")
    assert stage.step.title == "Ask for a referral"
    assert journey(case)[-1].round == 1


@given(st.one_of(st.none(), st.integers()))
def test_rounds_begin_at_1(number: int | None) -> None:
    case = row(KIND, round=number)
    assert bool(round_counted(case)) == (number is not None and number < 1)
    assert number or round_of(case) == 1


@pytest.mark.parametrize(
    ("values", "now"),
    [
        ({}, False),
        ({"chase": day("2026-06-15")}, True),
        ({"chase": day("2026-06-16")}, False),
        ({"chase": day("2026-06")}, True),
        ({"chase": day("2026-05-01"), "referral_accepted": day("2026-05-20")}, False),
        ({"chase": day("2026-05-01"), "referral_declined": day("2026-05-20")}, False),
    ],
)
def test_chasing_ends_with_an_answer(values: dict[str, Any], now: bool) -> None:
    assert may_chase(row(KIND, **values), TODAY) is now


def test_referral_says_the_latest_known() -> None:
    case = row(KIND, referral_asked=day("2026-03"), referral_sent=day("2026-03-05"))
    assert referral_line(case, TODAY) == "Referral sent 5 March 2026"
    asked = row(KIND, referral_asked=day("2026-03"))
    assert referral_line(asked, TODAY) == "Referral asked for March 2026"
    assert referral_line(row(KIND), TODAY) == ""


def test_each_step_leads_to_screens_that_are_there() -> None:
    for step in STEPS:
        assert step.serves
        assert set(step.serves) <= {*KINDS, "pdf"}
        assert {place.partition(":")[0] for place, _words in step.begins} <= KINDS.keys()


def test_the_step_of_records_leads_to_those_still_to_gather() -> None:
    leads = {place for step in STEPS[3:4] for place, _words in step.begins}
    assert leads == {"record:needed", "record:gather"}
    assert "record" not in STEPS[3].serves


def test_guidance_is_short_and_plain() -> None:
    sentences = [part for text in TEXTS for part in re.split(r"(?<=[.?!]) ", text)]
    assert len(sentences) > 40
    assert [s for s in sentences if len(s.split()) > 22] == []


def test_guidance_promises_no_right_and_gives_no_medical_advice() -> None:
    words = r"\brights?\b|2nd|\bmust\b|recommend|abnormal|danger|urgent|\bbest\b|£"
    assert [text for text in TEXTS if re.search(words, text, re.IGNORECASE)] == []
    assert any("You can ask" in text or "can ask" in text for text in TEXTS)
