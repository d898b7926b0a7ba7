"""Options and the decision on paper."""

from secondop_desktop.features.decisions.pdf import CHAPTERS
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
        "Wait First opinion They advise against it "
        "Good or bad What may happen, and who says so Chance Matters to me, 0 to 5 "
        "Risk Fainting Clinic letter 3 in 100 people, a year 4"
    )


def test_the_view_of_an_opinion_left_out_goes_with_it() -> None:
    sheet = Sheet()
    opinion = sheet.add("opinion", place=1)
    sheet.add("option", name="Wait", stances={opinion: "possible"})
    sheet.hidden = {opinion}
    assert sheet.printed(OPTIONS) == "Wait"


def test_options_stand_in_the_persons_own_order() -> None:
    sheet = Sheet()
    sheet.add("option", name="Operate", rank=2)
    sheet.add("option", name="Wait", rank=1)
    assert sheet.printed(OPTIONS) == "Wait Operate"


def test_an_outcome_of_no_option_is_still_printed() -> None:
    sheet = Sheet()
    sheet.add("outcome", text="Fainting")
    assert "Other benefits and risks" in sheet.printed(OPTIONS)
    assert "Fainting" in sheet.printed(OPTIONS)


def test_the_decision_and_the_readiness_of_each_day() -> None:
    sheet = Sheet()
    sheet.add("decision", stage="considering", why="I am well", review=day("2026-12"))
    sheet.add("readiness", date=day("2026-05-02"), sure=False, support=True, notes="Tired")
    assert sheet.printed(DECISIONS) == (
        "How far I am I am thinking it over Why I am well To look at again December 2026 "
        "Date I feel sure what is right for me I have enough help to decide Notes "
        "2 May 2026 No Yes Tired"
    )
