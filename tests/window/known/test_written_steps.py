"""What the journal holds already of a step: said, and never more than is written."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.window.known.case_rows import read_rows
from secondop_desktop.window.known.written_steps import Written, written
from tests.features.rows import day
from tests.window.known.test_known import Scene

NOW = datetime(2026, 6, 15, 12, 0)  # noqa: DTZ001 - appointments are kept in local time


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """A case of which nothing is known."""
    with Journal.create(tmp_path / "Own.secondop", KINDS) as journal:
        yield Scene(journal)


def found(scene: Scene) -> Written | None:
    """Return what is written for the case as it stands."""
    return written(read_rows(scene.journal, scene.journal.get("case", scene.case), NOW))


def upto(scene: Scene) -> str:
    """Return the step that is reached, or an empty text."""
    one = found(scene)
    return one.upto if one else ""


def test_nothing_written_offers_nothing(scene: Scene) -> None:
    scene.edit(safe_to_wait="asked", referral_asked=day("2026"))
    scene.add("opinion", place=2)
    assert found(scene) is None


def test_an_appointment_for_another_opinion_says_nothing_of_this_one(scene: Scene) -> None:
    scene.add("appointment", when=day("2026-07-01"), opinion_place=1)
    scene.add("appointment", when=day("2026-07-01"), opinion_place=2, status="cancelled")
    assert upto(scene) == ""
    scene.add("appointment", when=day("2026-07-02"), opinion_place=2)
    assert upto(scene) == "3"


def test_a_day_that_is_gone_does_not_tell_that_one_went(scene: Scene) -> None:
    scene.add("appointment", when=day("2026-05-01"), opinion_place=2)
    assert upto(scene) == ""
    scene.add("appointment", when=day("2026-05-01"), opinion_place=2, status="done")
    one = found(scene)
    assert one is not None
    assert (one.upto, one.said) == ("5", "Your appointment on 1 May 2026 took place.")


def test_an_aspect_that_was_not_discussed_is_written_too(scene: Scene) -> None:
    opinion = scene.add("opinion", place=2)
    scene.add("statement", opinion=opinion, aspect="plan", not_discussed=True)
    one = found(scene)
    assert one is not None
    assert (one.upto, one.said) == ("5", "You have written the second opinion.")


def test_the_third_opinion_reaches_the_steps_of_its_own_round(scene: Scene) -> None:
    scene.edit(round=2, steps=dict.fromkeys("123456", "completed"))
    opinion = scene.add("opinion", place=3)
    scene.add("statement", opinion=opinion, aspect="plan", text="Wait")
    one = found(scene)
    assert one is not None
    assert (one.upto, one.steps) == ("2.5", ("2.2", "2.3", "2.4", "2.5"))


def test_a_decision_is_told_to_all_before_the_last_step_is_offered(scene: Scene) -> None:
    scene.add("decision", stage="made")
    doctor = scene.add("provider", name="Dr Alder")
    scene.add("opinion", place=1, provider=doctor)
    assert upto(scene) == "6"
    scene.add("told", provider=doctor)
    assert upto(scene) == "7"
