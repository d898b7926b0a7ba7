"""Options and the decision on paper."""

import re

from secondop_desktop.features.decisions.pdf import CHAPTERS
from tests.exchange.pdf.papers import paper, tree
from tests.features.paper import Sheet
from tests.features.rows import day

OPTIONS, DECISIONS = CHAPTERS["option"], CHAPTERS["decision"]


def test_an_option_with_what_each_opinion_says_of_it_and_its_outcomes() -> None:
    sheet = Sheet()
    letter = sheet.add("record", title="Clinic letter")
    opinion = sheet.add("opinion", place=1)
    option = sheet.add("option", name="Wait", stances={opinion: "advised against"})
    chance = {"x": 3, "n": 100, "period": "a year", "matters": 4}
    sheet.add("outcome", option=option, text="Fainting", good_or_bad="bad", record=letter, **chance)
    assert sheet.printed(OPTIONS) == (
        "Option What the opinions say What may be bad "
        "Wait First opinion: They advise against it "
        "Fainting: 3 in 100 people, a year (Clinic letter, matters to me 4 of 5) "
        "Wait, or do nothing for now Nothing written down yet"
    )


def test_the_view_of_an_opinion_left_out_goes_with_it() -> None:
    sheet = Sheet()
    opinion = sheet.add("opinion", place=1)
    sheet.add("option", name="Wait", stances={opinion: "possible"})
    sheet.hidden = {opinion}
    assert sheet.printed(OPTIONS) == (
        "Option What the opinions say Wait Wait, or do nothing for now Nothing written down yet"
    )


def test_options_stand_in_the_persons_own_order() -> None:
    sheet = Sheet()
    sheet.add("option", name="Operate", rank=2)
    sheet.add("option", name="Wait", rank=1)
    assert re.search("Wait Operate Wait, or do nothing for now", sheet.printed(OPTIONS))


def test_an_outcome_of_no_option_is_still_printed() -> None:
    sheet = Sheet()
    sheet.add("outcome", text="Fainting")
    assert "Not about one option" in sheet.printed(OPTIONS)
    assert "Fainting" in sheet.printed(OPTIONS)


def test_the_decision_and_the_readiness_of_each_day() -> None:
    sheet = Sheet()
    sheet.add("decision", stage="considering", why="I am well", review=day("2026-12"))
    sheet.add("readiness", date=day("2026-05-02"), sure=False, support=True, notes="Tired")
    assert sheet.printed(DECISIONS) == (
        "How close I am to deciding I am thinking it over Why I am well "
        "To look at again December 2026 "
        "Date I feel sure what is right for me I have enough help to decide Notes "
        "2 May 2026 No Yes Tired"
    )


def test_chances_are_out_of_one_number_and_as_told_and_drawn() -> None:
    sheet = Sheet()
    option = sheet.add("option", name="Wait", waiting=True)
    for text, x, n in (("Fainting", 1, 50), ("A clot", 1, 3), ("Pain", 7, 5), ("Tired", 3, None)):
        sheet.add("outcome", option=option, text=text, good_or_bad="bad", x=x, n=n)
    said = sheet.printed(OPTIONS)
    assert said.startswith("All chances here are shown out of 100 people.")
    assert "Fainting: 2 in 100 people · as told: 1 in 50 people" in said
    assert "A clot: about 33 in 100 people · as told: 1 in 3 people" in said
    assert "7 in 5 people" in said
    assert "3 people, not known out of how many" in said
    drawn = tree(paper(*OPTIONS.make(sheet)))
    assert drawn.count("Figure") == 2
    assert "Figure “about 33 in 100 people”" in drawn


def test_what_was_told_out_of_the_same_number_is_said_once() -> None:
    sheet = Sheet()
    option = sheet.add("option", name="Wait", waiting=True)
    sheet.add("outcome", option=option, text="Fainting", good_or_bad="bad", x=3, n=100)
    said = sheet.printed(OPTIONS)
    assert "told" not in said
    assert said.count("3 in 100") == 1


def test_benefits_and_risks_keep_the_persons_order() -> None:
    sheet = Sheet()
    option = sheet.add("option", name="Wait", waiting=True)
    shared = {"option": option, "good_or_bad": "bad"}
    sheet.add("outcome", text="Second", rank=2, matters=5, **shared)
    sheet.add("outcome", text="First", rank=1, matters=0, **shared)
    sheet.add("outcome", text="Good", option=option, good_or_bad="good")
    said = sheet.printed(OPTIONS)
    assert said.index("Good") < said.index("First") < said.index("Second")


def test_opinions_stand_in_their_order_beside_an_option() -> None:
    sheet = Sheet()
    second, first = sheet.add("opinion", place=2), sheet.add("opinion", place=1)
    sheet.add("option", name="Wait", stances={second: "possible", first: "recommended"})
    assert (
        "Wait First opinion: They suggest it Second opinion: They say it is possible"
        in sheet.printed(OPTIONS)
    )


def test_large_print_draws_them_too() -> None:
    sheet = Sheet(large=True)
    option = sheet.add("option", name="Wait", waiting=True)
    sheet.add("outcome", option=option, text="Fainting", good_or_bad="bad", x=3, n=100, matters=1)
    assert "Figure “3 in 100 people”" in tree(paper(*OPTIONS.make(sheet), large_print=True))


def test_the_decision_that_stands_comes_first_and_earlier_ones_stay() -> None:
    sheet = Sheet()
    sheet.add("decision", stage="made", text="Operate")
    sheet.add("decision", stage="made", text="Wait")
    assert sheet.printed(DECISIONS) == (
        "How close I am to deciding I have decided What I decided Wait "
        "What I decided before How close I am to deciding I have decided What I decided Operate"
    )


def test_waiting_is_always_one_of_the_options() -> None:
    sheet = Sheet()
    sheet.add("case", question="Operate?")
    waiting = "Wait, or do nothing for now Nothing written down yet"
    assert sheet.printed(OPTIONS) == f"Option What the opinions say {waiting}"
    sheet.add("option", name="Leave it", waiting=True)
    assert sheet.printed(OPTIONS) == "Option Leave it"


def test_waiting_is_printed_beside_options_of_no_case() -> None:
    sheet = Sheet()
    assert OPTIONS.make(sheet) == []
    sheet.add("option", name="Operate")
    assert "Wait, or do nothing for now" in sheet.printed(OPTIONS)
