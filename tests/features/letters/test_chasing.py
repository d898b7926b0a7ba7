"""Asking again: what is open, and when the letter for it is offered."""

from pathlib import Path

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.letters.operations.chasing import (
    has_decision,
    is_referral_open,
    open_records,
)
from secondop_desktop.journal.file import Journal
from tests.features.letters.scene import Scene, day


@pytest.fixture
def begun(tmp_path: Path) -> Scene:
    return Scene(Journal.create(tmp_path / "begun.secondop", KINDS))


def test_nothing_is_open_at_first(begun: Scene) -> None:
    with begun.journal:
        assert not has_decision(begun.shelf)
        assert not is_referral_open(begun.shelf)
        assert open_records(begun.shelf) == []


def test_a_referral_is_open_until_it_is_answered(begun: Scene) -> None:
    with begun.journal:
        begun.edit("case", begun.case, referral_asked=day("2026-05-02"))
        assert is_referral_open(begun.shelf)
        begun.edit("case", begun.case, referral_declined=day("2026-05-09"))
        assert not is_referral_open(begun.shelf)


@pytest.mark.parametrize(
    ("asked", "said"),
    [("2026-05-02", "on 2 May 2026"), ("2026-05", "in May 2026"), ("2026 ~", "in about 2026")],
)
def test_a_day_known_only_in_part_is_said_as_one_says_it(
    begun: Scene, asked: str, said: str
) -> None:
    with begun.journal:
        begun.edit("case", begun.case, referral_asked=day(asked), referral_sent=day(asked))
        begun.add("record", title="Slides", state="asked", asked=day(asked))
        text = begun.letter("referral-chase").text
        assert f"I asked for a referral for a second opinion {said}." in text
        assert f"I was told that it was sent {said}." in text
        assert f"- Slides, asked for {said}\n" in begun.letter("records-chase").text


def test_records_are_asked_for_again_where_they_were_asked_for(begun: Scene) -> None:
    with begun.journal:
        begun.add("provider", "lab", name="Tarn Laboratory")
        asked = {"state": "asked", "asked": day("2026-06-20"), "holder": begun.ids["lab"]}
        begun.add("record", "slides", title="Slides", **asked)
        begun.add("record", "here", title="Report", **asked, received=day("2026-06-25"))
        assert [row.title for row in open_records(begun.shelf)] == ["Slides"]
        text = begun.letter("records-chase", to=begun.ids["lab"]).text
        assert "- Slides, asked for on 20 June 2026" in text
        assert "month ago" not in text  # two weeks have gone by
        assert "Report" not in text


def test_a_decision_is_told_once_it_is_made(begun: Scene) -> None:
    with begun.journal:
        begun.add("decision", stage="leaning", text="Perhaps wait")
        assert not has_decision(begun.shelf)
        begun.add("decision", stage="made", text="Wait")
        assert has_decision(begun.shelf)
