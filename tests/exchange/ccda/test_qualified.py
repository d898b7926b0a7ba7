"""What is doubted, only asked for, or about somebody else is no plain fact of a C-CDA document."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.incoming.plan import Plan
from secondop_desktop.journal.file import Journal
from tests.exchange.ccda import made
from tests.exchange.ccda.made import coded, span

Read = Callable[..., Plan]
PROBLEMS, ALLERGIES, MEDICINES, RESULTS = "11450-4", "48765-2", "10160-0", "30954-2"
UNSURE = '<uncertaintyCode code="U"/>'
SISTER = (
    '<subject><relatedSubject classCode="PRS"><code code="SIS" displayName="sister"/>'
    "</relatedSubject></subject>"
)
IRON = made.panel("Iron", made.result("Iron", made.amount("3", "g/L")))


def told(plan: Plan, kind: str) -> list[Any]:
    """Return the values of the entries of a kind."""
    return [item.draft.values for item in plan.new if item.kind == kind]


def given(*parts: str, mood: str = "EVN") -> str:
    """Return a medicine."""
    named = made.product(coded("code", "Ramipril 5 mg", "35296", made.RXNORM))
    status = '<statusCode code="active"/>'
    return made.substance("4.16", status, span("20240401"), named, *parts, mood=mood)


@pytest.mark.parametrize(
    ("code", "kind", "entry"),
    [
        (PROBLEMS, "diagnosis", made.problem(coded("value", "Psoriasis", "9014002"), SISTER)),
        (ALLERGIES, "allergy", made.allergy(coded("code", "Latex", "1"), SISTER)),
        (MEDICINES, "medicine", given(SISTER)),
        (RESULTS, "result", made.result("Ferritin", made.amount("12", "ug/L"), SISTER)),
        (RESULTS, "result", IRON.replace("<component>", f"{SISTER}<component>")),
    ],
)
def test_what_is_about_a_relative_is_named_and_left_out(
    read: Read, code: str, kind: str, entry: str
) -> None:
    plan = read(code, entry)
    assert told(plan, kind) == []
    assert [one.why for one in plan.skipped if "(sister)" in one.why]


def test_what_its_writer_doubts_says_so(read: Read) -> None:
    [one] = told(read(PROBLEMS, made.problem(coded("value", "Lupus", "1"), UNSURE)), "diagnosis")
    assert one["certainty"] == "unconfirmed"
    [one] = told(read(ALLERGIES, made.allergy(coded("code", "Nuts", "1"), UNSURE)), "allergy")
    assert one["certainty"] == "unconfirmed"
    [one] = told(read(MEDICINES, given(UNSURE)), "medicine")
    assert one["status"] == "not known"
    amount = made.amount("4.40", "mmol/L").replace("/>", ' nullFlavor="UNC"/>')
    [one] = told(read(RESULTS, made.result("Urea", amount)), "result")
    assert (str(one["value"]), one.get("unit", "")) == ("Not certain: 4.40 mmol/L", "")


@pytest.mark.parametrize("mood", ["RQO", "PRP", "PRMS"])
def test_a_medicine_that_is_only_asked_for_is_not_taken(read: Read, mood: str) -> None:
    [one] = told(read(MEDICINES, given(mood=mood)), "medicine")
    assert one["status"] == "planned"


def test_what_narrows_a_code_is_told_and_a_suspicion_is_a_doubt(read: Read) -> None:
    narrower = coded("name", "Side", "272741003") + coded("value", "Right", "24028007")
    wider = coded("name", "Context", "408729009") + coded("value", "Suspected", "415684004")
    for inside, certainty, note in (
        (narrower, "", "Side: Right"),
        (wider, "unconfirmed", "Context: Suspected"),
    ):
        value = coded("value", "Cataract", "193570009", more=f"<qualifier>{inside}</qualifier>")
        [one] = told(read(PROBLEMS, made.problem(value)), "diagnosis")
        assert (one.get("certainty", ""), note in one["notes"]) == (certainty, True)


def test_a_vaccination_that_is_only_planned_was_not_given(read: Read) -> None:
    shot = made.substance("4.52", made.product(coded("code", "Zoster", "187")), mood="INT")
    plan = read("11369-6", shot)
    assert told(plan, "vaccination") == []
    assert [(one["name"], one["status"]) for one in told(plan, "medicine")] == [
        ("Zoster", "planned")
    ]


def test_an_illness_of_a_relative_that_is_doubted_says_so(read: Read) -> None:
    illness = made.observation(UNSURE, coded("value", "Glaucoma", "23986001"), name="4.46")
    whose = (
        made.panel("", illness)
        .replace('4.1"', '4.45"')
        .replace("<component>", f"{SISTER}<component>")
    )
    [one] = told(read("10157-6", whose), "relative")
    assert one["condition"] == "Not certain: Glaucoma"


@pytest.mark.parametrize(
    ("code", "word", "stands"),
    [
        ("73425007", "Inactive", "stopped"),
        ("1", "On Hold", "on hold"),
        ("2", "Not taking", "not taken"),
    ],
)
def test_how_a_medicine_stands_by_the_observation_inside(
    read: Read, code: str, word: str, stands: str
) -> None:
    inside = made.observation(coded("code", "Status", "33999-4"), coded("value", word, code))
    [one] = told(read(MEDICINES, given(made.inside(inside))), "medicine")
    assert one["status"] == stands


def test_how_a_problem_stands_by_its_name_too(read: Read) -> None:
    inside = made.observation(coded("value", "Remission", "9"), name="4.6")
    entry = made.problem(coded("value", "Myeloma", "109989006"), made.inside(inside))
    assert [one["status"] for one in told(read(PROBLEMS, entry), "diagnosis")] != ["active"]


def test_a_key_of_the_sender_is_no_value_and_a_packed_text_is_unpacked(read: Read) -> None:
    key = '<value xsi:type="ST">0ab4c1de-77aa-4f10-9c3e-5d00aa11bb22</value>'
    plan = read(RESULTS, made.result("Report", key))
    assert not [one for one in told(plan, "result") if "0ab4c1de" in str(one.get("value", ""))]
    packed = '<value xsi:type="ED" representation="B64">Tm8gZ3Jvd3Ro</value>'
    picture = '<value xsi:type="ED" mediaType="image/png" representation="B64">iVBORw==</value>'
    plan = read(RESULTS, made.result("Culture", packed), made.result("Curve", picture))
    values = {one["test"]: str(one["value"]) for one in told(plan, "result")}
    assert values == {"Culture": "No growth", "Curve": "a file that is not shown here"}


@pytest.mark.parametrize("stands", ["aborted", "cancelled"])
def test_what_is_no_longer_watched_over_is_not_plainly_so(read: Read, stands: str) -> None:
    entry = made.problem(coded("value", "Sarcoidosis", "31541009"), status=stands)
    [one] = told(read(PROBLEMS, entry), "diagnosis")
    assert one["certainty"] == "unconfirmed"
    assert "broken off" in one["notes"]


@pytest.mark.parametrize(
    ("word", "certainty"),
    [
        ("Ruled out", "ruled out"),
        ("Rule-out", "unconfirmed"),
        ("Suspected", "unconfirmed"),
        ("Chronic", ""),
    ],
)
def test_a_status_in_its_senders_own_words_is_told(read: Read, word: str, certainty: str) -> None:
    status = made.observation(coded("value", word), name="4.6")
    entry = made.problem(coded("value", "Giant cell arteritis", "400130008"), made.inside(status))
    [one] = told(read(PROBLEMS, entry), "diagnosis")
    assert one.get("certainty", "") == certainty
    assert f"Status: {word}" in one["notes"]


def test_an_allergy_that_only_words_refute_is_not_confirmed(read: Read) -> None:
    comment = made.observation("<text>Challenge 2021: not a true allergy.</text>", name="4.64")
    [one] = told(read(ALLERGIES, made.allergy(coded("code", "Codeine", "1"), made.inside(comment))),
                 "allergy")  # fmt: skip
    assert one["certainty"] == "unconfirmed"
    status = made.observation(coded("value", "Refuted"), name="4.28")
    plan = read(ALLERGIES, made.allergy(coded("code", "Codeine", "1"), made.inside(status)))
    assert told(plan, "allergy") == []


def test_an_allergy_that_the_printed_table_refutes_is_not_confirmed(
    empty: Journal, tmp_path: Path
) -> None:
    rows = "<table><tbody>{}</tbody></table>".format("".join(
        f'<tr><td ID="s{number}">{name}</td><td>Rash</td><td>{word}</td></tr>'
        for number, (name, word) in enumerate([("Latex", "Active"), ("Elastoplast", "Refuted")])
    ))  # fmt: skip
    refers = '<originalText><reference value="#s{}"/></originalText>'
    entries = [made.allergy(coded("code", "", more=refers.format(number))) for number in range(2)]
    path = tmp_path / "care.xml"
    path.write_text(made.document(made.section(ALLERGIES, "Allergies", *entries, text=rows)))
    found = {one["substance"]: one for one in told(importing.read([path], empty), "allergy")}
    assert {name: one["certainty"] for name, one in found.items()} == {
        "Latex": "", "Elastoplast": "unconfirmed",
    }  # fmt: skip
    assert "Refuted" in found["Elastoplast"]["notes"]


def test_a_value_in_other_units_and_what_it_holds_for_are_told(read: Read) -> None:
    other = '><translation value="112" unit="mg/dL"/></value>'
    also = made.amount("6.2", "mmol/L").replace("/>", other)
    fasting = "<precondition><criterion><text>fasting for 8 hours</text></criterion></precondition>"
    limits = (
        '<referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="4" unit="mmol/L"/>'
        '<high value="6" unit="mmol/L"/></value><precondition><criterion>'
        f"{coded('value', 'Women', '1')}</criterion></precondition>"
        "</observationRange></referenceRange>"
    )
    [one] = told(read(RESULTS, made.result("Glucose", also, limits, fasting)), "result")
    assert (str(one["value"]), one["unit"]) == ("6.2", "mmol/L")
    assert "Also given as: 112 mg/dL" in one["notes"]
    assert "Only where: fasting for 8 hours" in one["notes"]
    assert str(one["range"]) == "for women: 4-6"


@pytest.mark.parametrize(
    ("high", "stands"), [("", "not known"), ("20240502", "stopped"), (None, "not known")]
)
def test_a_medicine_that_is_completed_without_an_end_may_be_taken_still(
    read: Read, high: str | None, stands: str
) -> None:
    course = span("20240401", high or "")
    if high is None:
        course = course.replace("</", '<high nullFlavor="UNK"/></')
    named = made.product(coded("code", "Bisoprolol 2.5 mg", "1", made.RXNORM))
    entry = made.substance("4.16", '<statusCode code="completed"/>', course, named)
    [one] = told(read(MEDICINES, entry), "medicine")
    assert one["status"] == stands
