"""What a FHIR document says, and what it keeps to itself."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from secondop_desktop.summary import standard_file
from tests.exchange.fhir_document.going_out import MADE, document, snapshot

Body = dict[str, Any]


class Told:
    """A document, looked up by type of resource and by section."""

    def __init__(self, data: bytes) -> None:
        self.text = data.decode()
        self.whole: Body = json.loads(data, parse_float=Decimal)
        self.resources: list[Body] = [one["resource"] for one in self.whole["entry"]]

    def of(self, kind: str) -> Body:
        """Return the first resource of a type."""
        return next(one for one in self.resources if one["resourceType"] == kind)

    def section(self, code: str) -> Body:
        """Return a section by its LOINC code, or by its title."""
        return next(
            one
            for one in self.of("Composition")["section"]
            if code in {one["title"], *(c["code"] for c in one["code"].get("coding", []))}
        )


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    with Journal.create(tmp_path / "ann.secondop", KINDS) as made:
        with made.change("Add") as change:
            change.add("person", name="Ann Lee")
        yield made


def _add(journal: Journal, kind: str, **values: Any) -> str:
    with journal.change("Add") as change:
        return change.add(kind, person=journal.entries("person")[0].id, **values)


def _answer(journal: Journal, **values: Any) -> None:
    with journal.change("Edit") as change:
        change.edit("person", journal.entries("person")[0].id, **values)


def _told(journal: Journal, *, private: bool = False) -> Told:
    return Told(document(journal, private=private))


def test_none_known_and_not_asked_are_two_things(journal: Journal) -> None:
    silent = _told(journal)
    for code in ("48765-2", "10160-0", "11450-4"):
        section = silent.section(code)
        assert section["emptyReason"]["coding"][0]["code"] == "notasked"
        assert "entry" not in section
    _answer(journal, no_known_allergies=True, takes_no_medicines=True)
    told = _told(journal)
    assert told.of("AllergyIntolerance")["code"]["coding"][0]["code"] == "no-known-allergies"
    medicine = told.of("MedicationStatement")["medicationCodeableConcept"]
    assert medicine["coding"][0]["code"] == "no-known-medications"
    assert "emptyReason" not in told.section("48765-2")


def test_a_private_entry_is_never_taken_for_none(journal: Journal) -> None:
    """The answer that there are none must not stand where an entry denies it."""
    _answer(journal, no_known_allergies=True)
    _add(journal, "allergy", substance="Latex", private=True)
    told = _told(journal)
    assert "Latex" not in told.text
    assert "no-known-allergies" not in told.text
    assert told.section("48765-2")["emptyReason"]["coding"][0]["code"] == "unavailable"
    assert "Latex" in _told(journal, private=True).text


def test_what_was_left_out_is_never_taken_for_not_asked(journal: Journal) -> None:
    left = _add(journal, "diagnosis", name="Gout")
    told = Told(document(journal, private=False, leave_out=frozenset({left})))
    assert told.section("11450-4")["emptyReason"]["coding"][0]["code"] == "unavailable"
    _add(journal, "diagnosis", name="Measles", status="resolved")
    past = Told(document(journal, private=False, leave_out=frozenset({left})))
    assert "Only illnesses of the past" in past.section("11450-4")["text"]["div"]


def test_what_was_taken_back_or_is_nameless_stays_out(journal: Journal) -> None:
    _add(journal, "allergy", substance="Penicillin", certainty="ruled out")
    _add(journal, "diagnosis", name="Gout", certainty="entered in error")
    _add(journal, "diagnosis", notes="only begun")
    _add(journal, "medicine", name="Aspirin", unread={"start": "31 Feb"})
    told = _told(journal)
    assert [word for word in ("Penicillin", "Gout", "only begun") if word in told.text] == []
    assert told.of("MedicationStatement")["medicationCodeableConcept"]["text"] == "Aspirin (draft)"


def test_a_result_that_cannot_be_read_whole_is_told_in_words(journal: Journal) -> None:
    unread = {"date": "31 June 2025"}
    _add(journal, "result", test="Ferritin", value=Quantity("19"), unit="µg/L", unread=unread)
    found = _told(journal)
    section = found.section("30954-2")
    assert "entry" not in section
    told = section["text"]["div"]
    assert all(word in told for word in ("Ferritin", "19", "31 June 2025"))


def test_every_digit_stays_as_it_was_printed(journal: Journal) -> None:
    _add(
        journal, "result", test="Potassium", value=Quantity("4.10"), unit="mmol/L",
        unit_code="mmol/L", range=Range("3.50-5.30"), date=PartialDate(2026, 3),
    )  # fmt: skip
    told = _told(journal)
    value = told.of("Observation")["valueQuantity"]
    assert (str(value["value"]), value["code"]) == ("4.10", "mmol/L")
    assert told.of("Observation")["referenceRange"][0]["low"]["value"] == Decimal("3.50")
    assert told.of("Observation")["effectiveDateTime"] == "2026-03"


@pytest.mark.parametrize(
    ("printed", "sign", "number"), [("<0.5", "<", "0.5"), ("≥ 90", ">=", "90"), ("-2", None, "-2")]
)
def test_a_sign_before_a_number_is_its_comparator(
    journal: Journal, printed: str, sign: str | None, number: str
) -> None:
    _add(journal, "result", test="CRP", value=Quantity(printed))
    value = _told(journal).of("Observation")["valueQuantity"]
    assert (value.get("comparator"), str(value["value"])) == (sign, number)


def test_no_code_is_made_up_and_no_impossible_one_goes_out(journal: Journal) -> None:
    _add(journal, "diagnosis", name="Angina")
    _add(journal, "allergy", substance="Nuts", code="SNOMED CT 22298007")
    _add(journal, "medicine", name="Aspirin", code="SNOMED CT 387458008")
    told = _told(journal)
    assert told.of("Condition")["code"] == {"text": "Angina"}
    assert "system" not in told.of("AllergyIntolerance")["code"]["coding"][0]
    coded = told.of("MedicationStatement")["medicationCodeableConcept"]["coding"]
    assert coded == [{"system": "http://snomed.info/sct", "code": "387458008"}]


def test_a_date_that_is_only_about_says_so(journal: Journal) -> None:
    _add(journal, "diagnosis", name="Angina", date=PartialDate(2019, about=True))
    told = _told(journal)
    assert told.of("Condition")["onsetDateTime"] == "2019"
    assert "about 2019" in json.dumps(told.of("Condition")["_onsetDateTime"])
    assert "about 2019" in told.section("11450-4")["text"]["div"]


def test_texts_of_the_journal_are_only_texts(journal: Journal) -> None:
    _add(journal, "diagnosis", name="<img src=x onerror=alert(1)> & co", notes="]]></div><p>")
    div = _told(journal).section("11450-4")["text"]["div"]
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; co" in div
    assert "<img" not in div


def test_opinions_options_and_decision_have_their_own_places(journal: Journal) -> None:
    doctor = _add(journal, "provider", name="Dr Osei", specialty="Cardiology")
    opinion = _add(journal, "opinion", place=2, provider=doctor, overall="Wait six months.")
    _add(journal, "statement", opinion=opinion, aspect="plan", text="Scan again", page=2)
    option = _add(journal, "option", name="Wait", waiting=True)
    _add(journal, "outcome", option=option, text="Stroke", good_or_bad="bad", x=3, n=1000)
    _add(journal, "decision", stage="made", option=option, text="I wait.")
    _add(journal, "question", text="How long can I wait?")
    told = _told(journal)
    assert told.of("ClinicalImpression")["summary"] == "Wait six months."
    assert told.of("ClinicalImpression")["assessor"]["display"] == "Dr Osei"
    plan = told.of("CarePlan")
    assert (plan["intent"], plan["title"]) == ("option", "Wait")
    assert (
        told.of("RiskAssessment")["prediction"][0]["qualitativeRisk"]["text"] == "3 in 1000 people"
    )
    assert "I wait." in told.section("Decisions")["text"]["div"]
    assert "How long can I wait?" in told.section("Questions")["text"]["div"]


def test_what_a_doctor_must_know_first(journal: Journal) -> None:
    _answer(journal, blood_thinner=True, blood_thinner_words="Apixaban", pregnancy=False,
            care_decision=True, care_decision_words="No resuscitation",
            care_decision_paper="in the blue tin", walking="With a stick")  # fmt: skip
    told = _told(journal)
    assert told.of("Flag")["code"]["text"] == "Takes a blood thinner: Apixaban"
    assert told.of("Consent")["category"][0]["text"] == "No resuscitation"
    assert "With a stick" in told.section("47420-5")["text"]["div"]
    assert "blue tin" not in told.text
    assert "blue tin" in _told(journal, private=True).text


def test_how_they_live_is_told_in_words_and_as_resources(journal: Journal) -> None:
    day = PartialDate(2025, 11, 4)
    _answer(journal, walking="Two sticks", smoking="Stopped in 1998", work="Lorry driver",
            height="171 cm", height_date=day, weight="70.50 kg", weight_date=PartialDate(2025, 11),
            alcohol="  ")  # fmt: skip
    told = _told(journal)
    found = {
        one["id"].rpartition("-")[2]: one
        for one in told.resources
        if one["resourceType"] in {"Observation", "ClinicalImpression"}
    }
    assert len(found) == 5
    smoking, walking = found["smoking"], found["walking"]
    assert (smoking["valueString"], walking["summary"]) == ("Stopped in 1998", "Two sticks")
    assert smoking["code"]["coding"] == [{"system": "http://loinc.org", "code": "11367-0"}]
    assert smoking["category"][0]["coding"][0]["code"] == "social-history"
    assert "coding" not in walking["code"]
    height, weight = found["height"], found["weight"]
    assert (height["valueQuantity"]["value"], height["effectiveDateTime"]) == (171, "2025-11-04")
    assert (weight["valueString"], weight["effectiveDateTime"]) == ("70.50 kg", "2025-11")
    assert "coding" not in weight["code"]
    linked = [one["reference"] for one in told.section("29762-2")["entry"]]
    own = [one["fullUrl"] for one in told.whole["entry"] if one["resource"] is smoking]
    assert (len(linked), own[0] in linked) == (2, True)


def test_who_was_not_chosen_and_where_papers_lie_is_told_to_few(journal: Journal) -> None:
    _add(journal, "provider", name="Dr Far", shortlisted=True, notes="Two buses")
    _add(journal, "record", title="Scan", place="under the stairs")
    _answer(journal, emergency_contacts="Sister, 07700 900555\nNeighbour with a spare key")
    told = _told(journal)
    secrets = ("Dr Far", "Two buses", "under the stairs", "spare key")
    assert [one for one in secrets if one in told.text] == []
    assert "07700 900555" in told.text
    whole = _told(journal, private=True).text
    assert [one for one in secrets if one not in whole] == []


def test_a_stop_leaves_the_old_file(journal: Journal, tmp_path: Path) -> None:
    class StopAsking(Exception):
        pass

    for number in range(3):
        _add(journal, "symptom", what=f"Cough {number}")
    target, said = tmp_path / "ann.json", list[str]()
    target.write_bytes(b"the old one")
    choices = snapshot(journal).choices
    standard_file.write(
        journal, choices, tmp_path / "whole.json", MADE, lambda *at: said.append(at[0])
    )
    for stop_at in (0, len(said) // 2, len(said) - 1):
        left = iter(said[:stop_at])

        def step(_text: str, _done: int, _total: int, left: Iterator[str] = left) -> None:
            if next(left, None) is None:
                raise StopAsking

        with pytest.raises(StopAsking):
            standard_file.write(journal, choices, target, MADE, step)
        assert target.read_bytes() == b"the old one"


def test_the_same_journal_gives_the_same_bytes(journal: Journal) -> None:
    _add(journal, "diagnosis", name="Angina")
    assert document(journal) == document(journal)
