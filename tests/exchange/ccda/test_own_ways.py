"""What systems write in ways of their own, or by the guides before C-CDA, is read as what it is."""

import pytest

from tests.exchange.ccda import made
from tests.exchange.ccda.made import coded, span
from tests.exchange.ccda.test_kinds import Read, told

PROBLEMS, ALLERGIES, MEDICINES, RESULTS = "11450-4", "48765-2", "10160-0", "30954-2"
PROCEDURES = "47519-4"
CCD, IHE = "2.16.840.1.113883.10.20.1.", "1.3.6.1.4.1.19376.1.5.3.1.4."


def older(entry: str, **names: str) -> str:
    """Return an entry with other templates in place of those of C-CDA; ``_4_7`` is 4.7."""
    for name, others in names.items():
        mark = name.strip("_").replace("_", ".")
        entry = entry.replace(
            made.template(mark), "".join(f'<templateId root="{one}"/>' for one in others.split())
        )
    return entry


def only_in_own_unit(amount: str, unit: str) -> str:
    """Return a value whose unit is none of UCUM's, as some laboratories' systems write it."""
    return (
        f'<value xsi:type="PQ" nullFlavor="OTH"><translation nullFlavor="OTH" value="{amount}">'
        f"<originalText>{unit}</originalText></translation></value>"
    )


def test_a_value_that_stands_only_in_a_unit_of_the_laboratory(read: Read) -> None:
    entry = made.panel("FBC", made.result("Monocytes", only_in_own_unit("0.47", "x10e3/uL")))
    [one] = told(read(RESULTS, entry), "result")
    assert (one["value"].text, one["unit"], one["notes"]) == ("0.47", "x10e3/uL", "")


def test_a_second_own_unit_stands_in_the_notes(read: Read) -> None:
    second = '<translation value="470" unit="/uL"/></value>'
    value = only_in_own_unit("0.47", "x10e3/uL").replace("</value>", second)
    [one] = told(read(RESULTS, made.result("Monocytes", value)), "result")
    assert (one["value"].text, one["unit"]) == ("0.47", "x10e3/uL")
    assert one["notes"] == "Also given as: 470 /uL"


def test_the_ends_of_a_range_in_own_units(read: Read) -> None:
    ends = "".join(
        only_in_own_unit(amount, "K/uL").replace("value xsi:type", f"{name} xsi:type")[:-8]
        + f"</{name}>"
        for name, amount in (("low", "140"), ("high", "400"))
    )
    printed = f"<value xsi:type='IVL_PQ'>{ends}</value>"
    range_ = f"<referenceRange><observationRange>{printed}</observationRange></referenceRange>"
    value = only_in_own_unit("139", "K/uL")
    [one] = told(read(RESULTS, made.result("Platelets", value, range_)), "result")
    assert (one["value"].text, one["range"].text) == ("139", "140-400")


def test_an_entry_that_only_fills_a_place_is_named(read: Read) -> None:
    empty = made.observation(
        '<code nullFlavor="NI"/><text><reference value="#r"/></text>'
        '<statusCode code="completed"/><value xsi:type="CD" nullFlavor="NI"/>',
        name="4.2",
    )
    plan = read(RESULTS, empty, text='<paragraph ID="r">None recorded.</paragraph>')
    assert told(plan, "result") == []
    assert [one.kept for one in plan.skipped] == [True]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (coded("code", "Procedure", "71388002"), "Hip replaced"),
        (coded("code", "Fusion of hip", "38382007"), "Fusion of hip"),
        (coded("code", "Procedure", "71388002", more="<originalText>Pin</originalText>"), "Pin"),
    ],
)
def test_a_code_for_any_procedure_leaves_the_name_to_the_words(
    read: Read, code: str, name: str
) -> None:
    entry = (
        f'<procedure classCode="PROC" moodCode="EVN">{made.template("4.14")}{code}'
        '<text><reference value="#p1"/></text><statusCode code="completed"/>'
        '<effectiveTime value="20190607"/></procedure>'
    )
    text = '<table><tbody><tr><td><content ID="p1">Hip replaced</content></td></tr></tbody></table>'
    [one] = told(read(PROCEDURES, entry, text=text), "treatment")
    assert (name in f"{one['name']} {one.get('notes')}", one["date"].iso) == (True, "2019-06-07")
    assert one["name"] != "Procedure" or name == "Pin"


@pytest.mark.parametrize("value", ['<reference value="#p1"/>', "Psoriasis"])
@pytest.mark.parametrize("kind", ["ED", "ST"])
def test_a_problem_told_in_words_in_place_of_a_code(read: Read, kind: str, value: str) -> None:
    entry = made.problem(f'<value xsi:type="{kind}">{value}</value>', span("20110305"))
    text = '<list><item><content ID="p1">Psoriasis</content></item></list>'
    [one] = told(read(PROBLEMS, entry, text=text), "diagnosis")
    assert (one["name"], one["date"].iso, one["status"]) == ("Psoriasis", "2011-03-05", "active")


def test_a_bare_code_is_named_by_the_words_it_refers_to(read: Read) -> None:
    value = '<value xsi:type="CD"><translation code="696.1" codeSystem="1.2"/></value>'
    entry = made.problem(value, '<text><reference value="#p1"/></text>')
    text = '<list><item><content ID="p1">Psoriasis</content></item></list>'
    [one] = told(read(PROBLEMS, entry, text=text), "diagnosis")
    assert one["name"] == "Psoriasis"


@pytest.mark.parametrize(
    ("end", "status"), [("", "taking"), ("20240501", "stopped"), ("20190501", "stopped")]
)
def test_a_medicine_called_active_is_taken_unless_it_ended(
    read: Read, end: str, status: str
) -> None:
    stands = made.observation(
        coded("code", "Status", "33999-4", made.LOINC), coded("value", "Active", "55561003")
    )
    named = made.product(coded("code", "Ramipril 5 mg", "35296", made.RXNORM))
    entry = made.substance(
        *("4.16", '<statusCode code="completed"/>', span("20190401", end), named),
        made.inside(stands),
    )
    [one] = told(read(MEDICINES, entry), "medicine")
    assert one["status"] == status


@pytest.mark.parametrize("marks", [f"{CCD}28", f"{IHE}5", f"{CCD}28 {IHE}5"])
def test_a_problem_by_an_older_guide(read: Read, marks: str) -> None:
    stands = made.observation(
        f'<templateId root="{CCD}50"/>', coded("code", "Status", "33999-4", made.LOINC),
        coded("value", "Resolved", "413322009"),
    )  # fmt: skip
    entry = made.problem(coded("value", "Gout", "90560007"), span("1997"), made.inside(stands))
    plan = read(PROBLEMS, older(entry, _4_3=f"{CCD}27", _4_4=marks))
    [one] = told(plan, "diagnosis")
    assert (one["name"], one["date"].iso, one["status"]) == ("Gout", "1997", "resolved")
    assert told(plan, "result") == []


def test_an_allergy_by_an_older_guide_with_its_reaction(read: Read) -> None:
    reaction = made.observation(
        *(coded("value", "Hives", "247472004"), made.inside(_severity())), name="4.9"
    )
    nobody = '<code nullFlavor="UNK"><originalText>Not coded</originalText></code>'
    entry = made.allergy(f"{nobody}<name>LATEX STRAP</name>", made.inside(reaction))
    marks = {"_4_7": f"{CCD}28 {CCD}18 {IHE}6", "_4_9": f"{CCD}28 {CCD}54", "_4_8": f"{CCD}55"}
    plan = read(ALLERGIES, older(entry, _4_30=f"{CCD}27 {IHE}5.3", **marks))
    [one] = told(plan, "allergy")
    assert (one["substance"], one["reaction"]) == ("LATEX STRAP", "Hives")
    assert (one["severity"], told(plan, "result")) == ("severe", [])


def _severity() -> str:
    code = coded("code", "Severity", "SEV")
    return made.observation(code, coded("value", "Severe", "24484000"), name="4.8")


def test_a_code_that_is_only_a_null_flavour_is_none(read: Read) -> None:
    named = '<code code="UNK" nullFlavor="UNK"><originalText>MEASLES</originalText></code>'
    entry = made.substance("4.52", '<effectiveTime value="20120525"/>', made.product(named))
    [one] = told(read("11369-6", older(entry, _4_52=f"{CCD}24 {IHE}12")), "vaccination")
    assert (one["name"], one["date"].iso, one.get("code", "")) == ("MEASLES", "2012-05-25", "")


def test_several_values_of_one_test_stand_beside_each_other(read: Read) -> None:
    values = made.amount("12", "s") + made.amount("13.5", "s")
    [one] = told(read(RESULTS, made.result("Clotting time", values)), "result")
    assert one["value"].text == "12 s, 13.5 s"


@pytest.mark.parametrize(
    ("text", "found"), [("<paragraph>None</paragraph>", []), ('<list ID="p1"/>', [])]
)
def test_that_nothing_was_done_is_no_treatment(read: Read, text: str, found: list[str]) -> None:
    entry = (
        f'<procedure classCode="PROC" moodCode="EVN" negationInd="true">{made.template("4.14")}'
        f'{coded("code", "Procedure", "71388002")}<text><reference value="#p1"/></text>'
        '<statusCode code="completed"/></procedure>'
    )
    plan = read(PROCEDURES, entry, text=text)
    assert told(plan, "treatment") == found
    assert len(plan.skipped) == 1


SIG = "30 units, under the skin, at bedtime"


@pytest.mark.parametrize(
    ("own", "dose", "notes"),
    [
        (SIG, SIG, ""),
        ("Take with food", "Take with food", ""),
        ("Lantus pen, ordered", "30", "Lantus pen, ordered"),
    ],
)
def test_how_a_medicine_is_taken_by_the_words_of_its_entry(
    read: Read, own: str, dose: str, notes: str
) -> None:
    entry = made.substance(
        *("4.16", '<text><reference value="#s1"/></text><statusCode code="active"/>'),
        *(span("20190401"), '<doseQuantity value="30"/>'),
        made.product(coded("code", "Insulin glargine", "311041", made.RXNORM)),
    )
    text = f'<table><tbody><tr><td><content ID="s1">{own}</content></td></tr></tbody></table>'
    [one] = told(read(MEDICINES, entry, text=text), "medicine")
    assert (one["dose"], one["notes"]) == (dose, notes)


def test_the_words_of_an_entry_with_times_of_its_own_stay_notes(read: Read) -> None:
    often = '<effectiveTime xsi:type="PIVL_TS" operator="A"><period value="8" unit="h"/>'
    entry = made.substance(
        *("4.16", "<text>Take with food</text>", span("20190401"), f"{often}</effectiveTime>"),
        made.product(coded("code", "Ibuprofen", "5640", made.RXNORM)),
    )
    [one] = told(read(MEDICINES, entry), "medicine")
    assert (one["how_taken"], one["notes"]) == ("every 8 hours", "Take with food")
