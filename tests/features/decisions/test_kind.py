"""How options, benefits and risks, the decision and readiness show themselves."""

from secondop_desktop.features.decisions.kind import DECISION, OPTION, OUTCOME, READINESS
from tests.features.rows import day, names, row


def test_option_says_when_it_is_waiting() -> None:
    wait = row(OPTION, name="Wait", waiting=True, description="Look again\nin spring")
    assert OPTION.title(wait, names) == "Wait"
    assert OPTION.line(wait, names) == "Waiting or doing nothing · Look again in spring"
    assert OPTION.title(row(OPTION), names) == "Option without a name"


def test_outcome_says_its_chance_as_told() -> None:
    clot = row(
        OUTCOME,
        text="A clot",
        good_or_bad="bad",
        chance="rare",
        x=1,
        n=100,
        period="in the first year",
        source="letter, page 2",
    )
    assert OUTCOME.title(clot, names) == "A clot"
    said = "Risk · rare, 1 in 100 people, in the first year · letter, page 2"
    assert OUTCOME.line(clot, names) == said


def test_outcome_refuses_numbers_that_cannot_be() -> None:
    wrong = row(OUTCOME, x=7, n=5, matters=6, page=0)
    assert all(rule(wrong) for rule in OUTCOME.rules)


def test_decision_is_its_words_else_its_option() -> None:
    def known(entry: str | None) -> str:
        return "The operation" if entry == "o" else ""

    one = row(DECISION, stage="made", option="o", review=day("2027-01"))
    assert DECISION.title(one, known) == "The operation"
    assert DECISION.line(one, known) == "I have decided · look again January 2027"
    one.text = "I will have it in May"
    assert DECISION.title(one, known) == "I will have it in May"
    assert DECISION.line(one, known) == "I have decided · The operation · look again January 2027"


def test_readiness_names_each_no_and_counts_nothing() -> None:
    one = row(READINESS, sure=False, know_options=True, support=False)
    assert READINESS.title(one, names) == "Ready to decide?"
    assert READINESS.line(one, names) == (
        "Not yet: I feel sure what is right for me · I have enough help to decide"
    )
    assert READINESS.line(row(READINESS, sure=True), names) == ""
