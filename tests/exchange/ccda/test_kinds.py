"""What C-CDA tells becomes entries with date, value and what qualifies them."""

from collections.abc import Callable
from typing import Any

import pytest

from secondop_desktop.exchange.incoming.plan import Item, Plan
from tests.exchange.ccda import made
from tests.exchange.ccda.made import coded, span

Read = Callable[..., Plan]


def told(plan: Plan, kind: str) -> list[Any]:
    """Return the values of the entries of a kind."""
    return [item.draft.values for item in items(plan, kind)]


def items(plan: Plan, kind: str) -> list[Item]:
    """Return the planned entries of a kind."""
    return [item for item in plan.new if item.kind == kind]


def test_the_header_says_whose_it_is(read: Read) -> None:
    plan = read("11450-4", text="<paragraph>None of note</paragraph>", title="Problems")
    [who] = told(plan, "person")
    assert (who["name"], who["nhs_number"]) == ("Nora Dell", "9434765919")
    assert (who["birth_date"].iso, who["sex"]) == ("1948-02-03", "female")
    names = {one["name"] for one in told(plan, "provider")}
    assert names == {"Dr Ivor Quill", "Fenwick Hospital"}


@pytest.mark.parametrize(
    ("low", "began"), [("2011", "2011"), ("201104", "2011-04"), ("20110417", "2011-04-17")]
)
def test_a_problem_and_a_date_as_exact_as_it_was_given(read: Read, low: str, began: str) -> None:
    entry = made.problem(coded("value", "Asthma", "195967001"), span(low))
    [one] = told(read("11450-4", entry), "diagnosis")
    assert (one["name"], one["date"].iso, one["status"]) == ("Asthma", began, "active")
    assert one["code"] == "SNOMED CT 195967001"


def test_a_problem_that_is_over(read: Read) -> None:
    entry = made.problem(coded("value", "Gout", "90560007"), span("2009", "201002"))
    [one] = told(read("11450-4", entry), "diagnosis")
    assert (one["status"], one["ended"].iso) == ("resolved", "2010-02")


def test_a_name_that_only_the_narrative_tells(read: Read) -> None:
    original = '<originalText><reference value="#p1"/></originalText>'
    entry = made.problem(coded("value", "", more=original))
    plan = read("11450-4", entry, text='<list><item ID="p1">Tennis elbow</item></list>')
    assert [one["name"] for one in told(plan, "diagnosis")] == ["Tennis elbow"]


def test_what_is_denied_is_no_fact(read: Read) -> None:
    denied = ' negationInd="true"'
    none = made.problem(coded("value", "Problem", "55607006"), more=denied)
    not_this = made.problem(coded("value", "Diabetes", "73211009"), more=denied)
    plan = read("11450-4", none, not_this)
    assert [one["certainty"] for one in told(plan, "diagnosis")] == ["ruled out"]
    assert ["no known health problems" in one.why for one in plan.skipped] == [True]


def test_no_known_allergies_is_an_answer_and_a_denied_one_is_named(read: Read) -> None:
    plan = read("48765-2", made.allergy("", more=' negationInd="true"'))
    assert told(plan, "person")[0]["no_known_allergies"] is True
    egg = made.allergy(coded("code", "Egg", "1"), more=' negationInd="true"')
    plan = read("48765-2", egg)
    assert told(plan, "allergy") == []
    assert "Egg" in plan.skipped[0].why


def test_an_allergy_with_its_reaction(read: Read) -> None:
    severe = made.observation(coded("value", "Severe", "24484000"), name="4.8")
    hives = made.observation(
        span("200802"), coded("value", "Hives", "247472004"), made.inside(severe), name="4.9"
    )
    entry = made.allergy(
        coded("code", "Penicillin G", "7980", made.RXNORM), span("19980501"), made.inside(hives)
    )
    [one] = told(read("48765-2", entry), "allergy")
    assert (one["substance"], one["reaction"], one["severity"]) == (
        "Penicillin G",
        "Hives",
        "severe",
    )
    assert (one["since"].iso, one["last"].iso) == ("1998-05-01", "2008-02")


def test_a_medicine_with_its_dose(read: Read) -> None:
    often = (
        '<effectiveTime xsi:type="PIVL_TS" operator="A"><period value="12" unit="h"/>'
        "</effectiveTime>"
    )
    course = span("20230401").replace("<effectiveTime", '<effectiveTime xsi:type="IVL_TS"')
    entry = made.substance(
        "4.16",
        '<statusCode code="active"/>',
        course,
        often,
        coded("routeCode", "Oral"),
        '<doseQuantity value="2.50" unit="mg"/>',
        made.product(coded("code", "Bisoprolol 2.5 mg tablet", "854901", made.RXNORM)),
    )
    [one] = told(read("10160-0", entry), "medicine")
    assert (one["name"], one["dose"]) == ("Bisoprolol 2.5 mg tablet", "2.50 mg")
    assert (one["how_taken"], one["status"]) == ("every 12 hours", "taking")
    assert one["start"].iso == "2023-04-01"


def test_no_medicines_counts_only_in_the_list_of_medicines(read: Read) -> None:
    none = made.substance(
        "4.16", made.product('<code nullFlavor="NA"/>'), more=' negationInd="true"'
    )
    assert told(read("10160-0", none), "person")[0]["takes_no_medicines"] is True
    assert "takes_no_medicines" not in told(read("29549-3", none), "person")[0]


@pytest.mark.parametrize(
    ("value", "text", "unit"),
    [
        (made.amount("13.20", "g/dL"), "13.20", "g/dL"),
        (made.amount("5", "10*3/uL"), "5", "10³/uL"),
        ('<value xsi:type="IVL_PQ"><high value="0.4" unit="mg/L" inclusive="false"/></value>',
         "<0.4", "mg/L"),
        ('<value xsi:type="IVL_PQ"><low value="90" unit="mL/min"/></value>', ">=90", "mL/min"),
        ('<value xsi:type="IVL_PQ"><low value="2" unit="a"/><high value="4" unit="a"/></value>',
         "2-4", "a"),
        ('<value xsi:type="ST">Trace</value>', "Trace", ""),
        ('<value xsi:type="INT" value="12"/>', "12", ""),
        (coded("value", "Positive", "10828004"), "Positive", ""),
        ('<value xsi:type="RTO_QTY_QTY"><numerator value="1"/><denominator value="160"/></value>',
         "1:160", ""),
        ('<value xsi:type="PQ" nullFlavor="NASK"/>', "no value: not asked", ""),
    ],
)  # fmt: skip
def test_values_of_every_form(read: Read, value: str, text: str, unit: str) -> None:
    [one] = told(read("30954-2", made.panel("Bloods", made.result("Test", value))), "result")
    assert (one["value"].text, one["unit"]) == (text, unit)
    assert (one["test"], one["panel"], one["date"].iso) == ("Test", "Bloods", "2024-03-05")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('<value xsi:type="ST">Moderate</value>', "Not so: Moderate"),
        (coded("value", "Present", "52101004"), "Not so: Present"),
        (made.amount("3.5", "mmol/L"), "Not so: 3.5 mmol/L"),
    ],
)
def test_a_denied_value_says_so_itself(read: Read, value: str, text: str) -> None:
    one = made.result("Ketones", value)
    denied = one.replace('moodCode="EVN"', 'moodCode="EVN" negationInd="true"', 1)
    [found] = told(read("30954-2", made.panel("Urine", denied)), "result")
    assert found["value"].text == text


def test_a_range_a_flag_and_the_time_of_the_panel(read: Read) -> None:
    limits = (
        '<referenceRange><observationRange><value xsi:type="IVL_PQ"><low value="12.0" unit="g/dL"/>'
        '<high value="15.5" unit="g/dL"/></value></observationRange></referenceRange>'
    )
    flag = coded("interpretationCode", "Low", "L")
    one = made.result("Hb", made.amount("11.1", "g/dL"), flag, limits, when="")
    [found] = told(read("30954-2", made.panel("CBC", one, when="202403051130-0800")), "result")
    assert (found["range"].text, found["flag"]) == ("12.0-15.5", "Low")
    assert found["date"].iso == "2024-03-05T11:30"


def test_what_was_entered_by_mistake_or_cancelled_is_named(read: Read) -> None:
    wrong = made.result("Hb", made.amount("1", "g/dL"), status="nullified")
    never = made.result("K", made.amount("2", "mmol/L"), status="aborted")
    plan = read("30954-2", made.panel("CBC", wrong, never))
    assert told(plan, "result") == []
    assert len(plan.skipped) == 2


def test_a_vaccination_and_one_that_was_refused(read: Read) -> None:
    lot = "<lotNumberText>AB12</lotNumberText>"
    given = made.substance(
        "4.52",
        '<statusCode code="completed"/><effectiveTime value="19991103"/>',
        made.product(coded("code", "Influenza", "88"), lot),
    )
    why = made.observation(coded("code", "Patient objection", "PATOBJ"), name="4.53")
    refused = made.substance(
        "4.52",
        made.product(coded("code", "Tetanus", "35")),
        made.inside(why),
        more=' negationInd="true"',
    )
    one, other = told(read("11369-6", given, refused), "vaccination")
    assert (one["name"], one["date"].iso, one["lot"]) == ("Influenza", "1999-11-03", "AB12")
    assert (other["status"], other["why_not"]) == ("not given", "Patient objection")


def test_an_operation_a_visit_and_the_diagnosis_made_at_it(read: Read) -> None:
    entry = (
        f'<procedure classCode="PROC" moodCode="EVN">{made.template("4.14")}'
        f'{coded("code", "Appendectomy", "80146002")}<statusCode code="completed"/>'
        f'<effectiveTime value="20140910"/></procedure>'
    )
    [one] = told(read("47519-4", entry), "treatment")
    assert (one["name"], one["date"].iso, one["status"]) == ("Appendectomy", "2014-09-10", "done")
    found = made.observation(coded("value", "Colitis", "64226004"), name="4.4")
    act = f'<act classCode="ACT" moodCode="EVN">{made.template("4.80")}{made.inside(found)}</act>'
    visit = (
        f'<encounter classCode="ENC" moodCode="EVN">{made.template("4.49")}'
        f"{coded('code', 'Office visit', '99213')}{span('202306011000', '202306011030')}"
        f"{made.inside(act)}</encounter>"
    )
    plan = read("46240-8", visit)
    assert [one["when"].iso for one in told(plan, "appointment")] == ["2023-06-01T10:00"]
    assert [one["name"] for one in told(plan, "diagnosis")] == ["Colitis"]


def test_the_family(read: Read) -> None:
    age = made.observation('<value xsi:type="PQ" value="57" unit="a"/>', name="4.31")
    death = made.observation(coded("value", "Dead", "419099009"), name="4.47")
    ill = made.observation(
        coded("value", "Heart attack", "22298006"), made.inside(age, death), name="4.46"
    )
    entry = (
        f'<organizer classCode="CLUSTER" moodCode="EVN">{made.template("4.45")}<subject>'
        f"<relatedSubject>{coded('code', 'Father', 'FTH')}</relatedSubject></subject>"
        f"<component>{ill}</component></organizer>"
    )
    [one] = told(read("10157-6", entry), "relative")
    assert (one["who"], one["condition"], one["age"]) == ("Father", "Heart attack", "57")
    assert one["died_of_it"] is True


def test_what_is_planned_is_not_done(read: Read) -> None:
    scan = (
        f'<procedure classCode="PROC" moodCode="RQO">{made.template("4.41")}'
        f'{coded("code", "Colonoscopy", "73761001")}<statusCode code="active"/>'
        f'<effectiveTime value="20300101"/></procedure>'
    )
    pill = made.substance(
        "4.42",
        made.product(coded("code", "Statin", "1")),
        '<statusCode code="active"/>',
        mood="INT",
    )
    plan = read("18776-5", scan, pill)
    assert told(plan, "treatment") == []
    assert "Request: Colonoscopy" in [item.title for item in items(plan, "record")]
    assert [one["status"] for one in told(plan, "medicine")] == ["planned"]


def test_social_history_and_a_name_that_only_the_template_tells(read: Read) -> None:
    old = made.observation(
        '<code code="ASSERTION" codeSystem="2.16.840.1.113883.5.4"/>',
        span("2009", "2012"),
        coded("value", "Former smoker", "8517006"),
        name="4.78",
    )
    [one] = told(read("29762-2", old), "result")
    assert (one["test"], one["value"].text) == ("Smoking", "Former smoker")


def test_the_narrative_of_each_section_is_a_record(read: Read) -> None:
    text = (
        "<table><tbody><tr><td>Day 1</td><td>Walked &lt; 10 m</td></tr></tbody></table>"
        "<paragraph>Slept<br/>well.</paragraph>"
    )
    plan = read("8648-8", text=text, title="Hospital course")
    course, whole = items(plan, "record")
    assert course.title == "Document: Hospital course (Summary of care)"
    assert course.draft.values["text"].endswith("Day 1 · Walked < 10 m\nSlept\nwell.")
    assert course.draft.values["date"].iso == "2024-03-10"
    assert course.draft.values["type"] == "discharge"
    assert whole.title == "Document: Summary of care"


def test_a_clinicians_note_is_a_record_with_its_own_day_and_writer(read: Read) -> None:
    writer = (
        '<author><time value="20240211"/><assignedAuthor><id root="1.2.9" extension="4"/>'
        "<assignedPerson><name><given>Ana</given><family>Bray</family></name></assignedPerson>"
        "</assignedAuthor></author>"
    )
    act = (
        f'<act classCode="ACT" moodCode="EVN">{made.template("4.202")}'
        '<code code="34109-9" codeSystem="2.16.840.1.113883.6.1" displayName="Note">'
        '<translation code="11488-4" codeSystem="2.16.840.1.113883.6.1"'
        ' displayName="Consultation note"/></code><text><reference value="#n1"/></text>'
        f'<effectiveTime value="20240211"/>{writer}</act>'
    )
    text = '<paragraph ID="n1">Hip stiff.<br/>To see again in May.</paragraph>'
    plan = read("11488-4", act, text=text, title="Notes")
    [one] = [one for one in items(plan, "record") if "Consultation note" in one.title]
    values = one.draft.values
    assert values["date"].iso == "2024-02-11"
    assert values["text"].endswith("Hip stiff.\nTo see again in May.")
    assert "Ana Bray" in values["text"]
    assert plan.skipped == ()


def test_an_entry_nobody_can_read_is_named(read: Read) -> None:
    act = '<act classCode="ACT" moodCode="EVN"><code code="48768-6"/></act>'
    plan = read("48768-6", act, text="Paid by the NHS", title="Payers")
    [left] = plan.skipped
    assert (left.where, left.kept) == ("care.xml, Payers, entry 1", True)


def test_what_stands_inside_an_entry_is_a_note(read: Read) -> None:
    comment = (
        f'<act classCode="ACT" moodCode="EVN">{made.template("4.64")}<code code="48767-8"/>'
        "<text>Worse at night</text></act>"
    )
    entry = made.problem(coded("value", "Asthma", "195967001"), made.inside(comment))
    [one] = told(read("11450-4", entry), "diagnosis")
    assert one["notes"] == "Worse at night"


def test_a_report_written_at_length_is_a_record(read: Read) -> None:
    text = "<paragraph ID='r1'>The lungs are clear. The heart is enlarged. " + "Normal. " * 20
    value = '<value xsi:type="ED"><reference value="#r1"/></value>'
    entry = made.panel("Chest X-ray", made.result("Chest X-ray 2 views", value))
    plan = read("30954-2", entry, text=f"{text}</paragraph>")
    assert told(plan, "result") == []
    [report] = [item for item in items(plan, "record") if "Chest" in item.title]
    assert report.draft.values["text"].startswith("The lungs are clear.")
    assert report.draft.values["date"].iso == "2024-03-05"


def test_father_and_mother_are_told_apart_by_their_codes(read: Read) -> None:
    none = made.observation(
        coded("value", "Problem", "55607006"), name="4.46", more=' negationInd="true"'
    )
    entry = (
        f'<organizer classCode="CLUSTER" moodCode="EVN">{made.template("4.45")}<subject>'
        f"<relatedSubject>{coded('code', 'Natural Parent', 'MTH')}</relatedSubject></subject>"
        f"<component>{none}</component></organizer>"
    )
    [one] = told(read("10157-6", entry), "relative")
    assert (one["who"], one["condition"], one["notes"]) == (
        "Mother",
        "",
        "No known health problems",
    )


def test_which_allergies_are_not_known_is_said_in_words(read: Read) -> None:
    none = made.observation(
        coded("value", "Drug allergy", "416098002"), name="4.7", more=' negationInd="true"'
    )
    plan = read("48765-2", made.concern(none, name="4.30"))
    assert "“No known allergies to medicines”" in plan.skipped[0].why
