"""The facts of each step, drawn from the journal as it stands."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.features.cases.rules.facts import Known
from secondop_desktop.features.cases.rules.journey import keys
from secondop_desktop.journal.file import Journal
from secondop_desktop.window.known import known
from tests.features.rows import day

NOW = datetime(2026, 6, 15, 12, 0)  # noqa: DTZ001 - appointments are kept in local time


class Scene:
    """A journal with one person, her case, and what a test adds."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        with journal.change("add") as change:
            self.person = change.add("person", name="Margaret Evans")
            self.case = change.add("case", person=self.person, question="Operate?")

    def add(self, kind: str, **values: Any) -> str:
        """Write an entry of hers, of her case unless told otherwise."""
        own: dict[str, Any] = {"person": self.person}
        if "case" in self.journal.kinds[kind].types:
            own["case"] = self.case
        with self.journal.change("add") as change:
            return change.add(kind, **{**own, **values})

    def edit(self, **values: Any) -> None:
        """Change the case."""
        with self.journal.change("edit") as change:
            change.edit("case", self.case, **values)

    def known(self) -> Known:
        """Return the facts as they are now."""
        return known(self.journal, self.journal.get("case", self.case), NOW)

    def texts(self, key: str) -> list[str]:
        """Return what is said of a step."""
        return [fact.text for fact in self.known()[key]]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    """An empty case."""
    with Journal.create(tmp_path / "journal.secondop", KINDS) as journal:
        yield Scene(journal)


def test_an_empty_case_knows_only_what_is_not_written_down(scene: Scene) -> None:
    facts = scene.known()
    assert [fact.text for fact in facts["1"]] == ["Not written down yet: is it safe to wait?"]
    assert all(facts[key] == () for key in "234567")


def test_step_1_says_who_said_that_waiting_is_safe(scene: Scene) -> None:
    doctor = scene.add("provider", name="Dr Shah")
    scene.edit(safe_to_wait="yes", safe_said_by=doctor, safe_date=day("2026-05-04"))
    first = scene.add("opinion", place=1, provider=doctor, date=day("2026-04"))
    letter = scene.add("letter", title="To Dr Shah", type="ask", to=doctor)
    facts = scene.known()["1"]
    assert [fact.text for fact in facts] == [
        "You were told it is safe to wait, said by Dr Shah, 4 May 2026",
        "First opinion from Dr Shah, April 2026",
        "Letter not sent yet: To Dr Shah",
    ]
    assert [fact.place for fact in facts] == ["case:1", f"opinion:{first}", f"letter:{letter}"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("no", "You were told not to wait"),
        ("asked", "You asked whether it is safe to wait, no answer yet"),
        ("not asked", "Not written down yet: is it safe to wait?"),
    ],
)
def test_other_answers_about_waiting(scene: Scene, answer: str, said: str) -> None:
    scene.edit(safe_to_wait=answer)
    assert scene.texts("1") == [said]


def test_the_shortlist_counts_who_is_independent(scene: Scene) -> None:
    scene.add("provider", name="A", shortlisted=True, independent=True)
    scene.add("provider", name="B", shortlisted=True, independent=False)
    scene.add("provider", name="C")
    scene.add("cost", what="Fee", state="quote")
    assert scene.texts("2") == [
        "2 on your shortlist, 1 independent of the first opinion",
        "1 quote written down",
    ]
    assert scene.known()["2"][0].place == "provider:shortlist"


def test_the_referral_and_its_letter(scene: Scene) -> None:
    scene.edit(referral_sent=day("2026-03-05"), chase=day("2026-06-10"))
    scene.add("letter", title="Please refer me", type="referral", sent=day("2026-03-01"))
    scene.add("letter", title="Other", type="thanks")
    facts = scene.known()["3"]
    assert [fact.text for fact in facts] == [
        "Referral sent 5 March 2026, time to ask how it is getting on",
        "Letter sent 1 March 2026: Please refer me",
    ]
    assert [fact.late for fact in facts] == [True, False]


def test_records_received_and_overdue_and_who_is_next(scene: Scene) -> None:
    for state in ("received", "received", "received", "wanted"):
        scene.add("record", title=state, state=state)
    scene.add("record", title="Scan", state="asked", asked=day("2026-04-01"))
    scene.add("record", title="Not asked for")
    doctor = scene.add("provider", name="Dr Patel")
    scene.add("appointment", purpose="Past", when=day("2026-06-01T09:00"), provider=doctor)
    soon = scene.add("appointment", purpose="Next", when=day("2026-07-14"), provider=doctor)
    facts = scene.known()["4"]
    assert [fact.text for fact in facts] == [
        "3 of 5 records received, 1 overdue",
        "Next: Dr Patel, 14 July 2026",
    ]
    assert [fact.place for fact in facts] == ["record:gather", f"appointment:{soon}"]
    assert facts[0].late


def test_questions_with_and_without_an_answer(scene: Scene) -> None:
    asked = [scene.add("question", text=f"Question {at}") for at in range(3)]
    scene.add("question", text="Never mind", status="dropped")
    assert scene.texts("5") == ["3 questions to ask"]
    scene.add("answer", question=asked[0], text="Yes")
    assert scene.texts("5") == ["3 questions to ask, 2 without an answer"]
    for one in asked[1:]:
        scene.add("answer", question=one, text="No")
    assert scene.texts("5") == ["3 questions to ask, each has an answer"]


def test_opinions_differ_only_by_the_persons_own_marks(scene: Scene) -> None:
    scene.add("opinion", place=1)
    assert scene.texts("6") == ["1 opinion written down"]
    scene.add("opinion", place=2)
    assert scene.texts("6") == ["2 opinions side by side"]
    for aspect, mark in (("what", "different"), ("plan", "partly"), ("risks", "same")):
        scene.add("mark", aspect=aspect, mark=mark)
    assert scene.texts("6") == ["2 opinions side by side, 2 aspects differ (your marks)"]


def test_the_decision_with_the_checks_of_the_last_day(scene: Scene) -> None:
    scene.add("option", name="Operation")
    scene.add("decision", stage="close")
    scene.add("readiness", date=day("2026-06-10"), sure=False, support=True)
    scene.add("readiness", date=day("2026-05-01"), sure=False, support=False)
    assert scene.texts("6") == [
        "2 options to choose from",
        "Decision: close to deciding; 1 check answered no",
    ]
    scene.add("readiness", sure=False, know_options=False)
    assert scene.texts("6")[-1] == "Decision: close to deciding; 2 checks answered no"


def test_who_was_told_and_what_they_answered(scene: Scene) -> None:
    first = scene.add("provider", name="Dr Shah")
    gp = scene.add("provider", name="Dr Bell")
    with scene.journal.change("edit") as change:
        change.edit("person", scene.person, gp=gp)
    scene.add("opinion", place=1, provider=first)
    assert scene.texts("7")[0] == "0 of 2 doctors told"
    told = scene.add("told", provider=gp, date=day("2026-06-03"), answer="Glad you asked")
    scene.edit(review=day("2026-06-14"))
    facts = scene.known()["7"]
    assert [fact.text for fact in facts] == [
        "1 of 2 doctors told",
        "Dr Shah: not told yet",
        "Dr Bell: told 3 June 2026; they answered: Glad you asked",
        "Look at it all again: 14 June 2026",
    ]
    assert [fact.place for fact in facts] == [
        "told",
        f"told:{first}",
        f"told:{told}",
        "case:7",
    ]
    assert facts[-1].late


def test_the_day_of_the_decision_stands_in_for_the_cases_own(scene: Scene) -> None:
    made = scene.add("decision", stage="made", review=day("2027"))
    (fact,) = scene.known()["7"]
    assert (fact.text, fact.place) == ("Look at it all again: 2027", f"decision:{made}")


def test_a_third_round_tells_the_newest_and_keeps_what_was_before(scene: Scene) -> None:
    doctor = scene.add("provider", name="Dr Patel")
    scene.edit(round=3, referral_sent=day("2026-06-01"))
    scene.add("record", title="Scan", state="wanted")
    second = scene.add("opinion", place=2, provider=doctor, date=day("2026-02"))
    visit = scene.add("appointment", purpose="Appointment", opinion_place=3, when=day("2026-03-02"))
    facts = scene.known()
    assert set(facts) == set(keys(3))
    assert facts["3"] == facts["2.3"] == ()
    assert facts["3.3"][0].place == "case:3.3"
    assert [fact.text for fact in facts["3.4"]] == ["0 of 1 record received"]
    assert [(fact.text, fact.place) for fact in facts["5"]] == [
        ("Second opinion, Dr Patel, February 2026", f"opinion:{second}")
    ]
    assert [fact.place for fact in facts["2.4"]] == [f"appointment:{visit}"]


def test_what_names_no_case_is_known_in_each(scene: Scene) -> None:
    scene.add("question", text="Whose?", case=None)
    assert scene.texts("5") == ["1 question to ask"]
    with scene.journal.change("add") as change:
        change.add("case", person=scene.person, question="Another?")
    assert scene.texts("5") == ["1 question to ask"]


def test_nothing_of_another_case_or_person_is_counted(scene: Scene) -> None:
    with scene.journal.change("add") as change:
        other = change.add("case", person=scene.person, question="Another?")
        tom = change.add("person", name="Tom Evans")
        change.add("question", person=scene.person, case=other, text="Hers, elsewhere")
        change.add("question", person=tom, text="His")
        change.add("provider", person=tom, name="Dr Odd", shortlisted=True)
    assert scene.texts("5") == scene.texts("2") == []


def test_absurd_names_are_shortened(scene: Scene) -> None:
    doctor = scene.add("provider", name="Dr " + "Long " * 20_000)
    scene.add("opinion", place=1, provider=doctor)
    assert all(len(fact.text) < 200 for facts in scene.known().values() for fact in facts)
