"""Flags and consents tell what a doctor must know first, and stay records besides."""

from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.journal.file import Journal
from tests.exchange.bundles import Body, concept, patient, resource
from tests.exchange.imports.conftest import Plans


def _flag(words: str, **parts: Any) -> Body:
    return resource("Flag", words.replace(" ", "-"), code=concept(words), **parts)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Anticoagulated: on edoxaban", "blood_thinner"),
        ("Cardiac pacemaker in situ", "implants"),
        ("Pregnant, 20 weeks", "pregnancy"),
        ("MRSA carrier", "infection"),
        ("Do not attempt resuscitation", "care_decision"),
    ],
)
def test_a_flag_answers_what_it_is_about(
    journal: Journal, bring: Plans, words: str, name: str
) -> None:
    bring("flags.json", patient(), _flag(words))
    [person] = journal.entries("person")
    assert (getattr(person, name), getattr(person, f"{name}_words")) == (True, words)
    assert [row.title for row in journal.entries("record")] == [f"Alert: {words}"]


@pytest.mark.parametrize(
    "flag",
    [
        _flag("Not pregnant"),
        _flag("No MRSA found"),
        _flag("Pregnant", status="inactive"),
        _flag("MRSA carrier", period={"start": "2019", "end": "2020"}),
        _flag("Shellfish free diet"),
    ],
    ids=["denied", "none", "inactive", "over", "another"],
)
def test_what_is_denied_or_over_is_no_answer(journal: Journal, bring: Plans, flag: Body) -> None:
    bring("flags.json", patient(), flag)
    [person] = journal.entries("person")
    assert (person.pregnancy, person.infection, person.implants) == (None, None, None)
    assert len(journal.entries("record")) == 1


def test_an_advance_decision_is_told_with_its_date(journal: Journal, bring: Plans) -> None:
    scope = {"coding": [{"code": "adr", "display": "Advanced Care Directive"}]}
    category = {"coding": [{"code": "acd", "display": "Advance Directive"}]}
    body = resource("Consent", "c", scope=scope, category=[category], dateTime="2021-09-01")
    bring("consent.json", patient(), body)
    [person] = journal.entries("person")
    assert (person.care_decision, person.care_decision_words) == (True, "Advance Directive")
    assert person.care_decision_date.iso == "2021-09-01"


def test_two_flags_of_one_sort_are_both_told(journal: Journal, bring: Plans) -> None:
    bring("flags.json", patient(), _flag("MRSA carrier"), _flag("Hepatitis B carrier"))
    [person] = journal.entries("person")
    assert person.infection_words == "MRSA carrier; Hepatitis B carrier"


def test_no_known_devices_is_a_no(journal: Journal, bring: Plans) -> None:
    none = {"coding": [{"code": "no-known-devices"}]}
    device = {"resourceType": "Device", "id": "d", "type": none}
    use = resource("DeviceUseStatement", "u", device={"reference": "Device/d"}, status="active")
    bring("ips.json", patient(), device, use)
    [person] = journal.entries("person")
    assert person.implants is False
    assert journal.entries("treatment") == []


def test_what_the_person_said_stays_and_is_told(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    bring("me.json", patient())
    [person] = journal.entries("person")
    with journal.change("Say no") as change:
        change.edit("person", person.id, infection=False)
    made = plan("flags.json", patient(), _flag("MRSA carrier"))
    assert [text for text in made.notices if "infection is no" in text]
    importing.apply(journal, made)
    [after] = journal.entries("person")
    assert after.infection is False


def test_twice_adds_nothing_and_one_undo_takes_it_back(
    journal: Journal, bring: Plans, plan: Plans
) -> None:
    bring("flags.json", patient(), _flag("MRSA carrier"))
    again = plan("flags.json", patient(), _flag("MRSA carrier"))
    assert (again.new, again.changed) == ((), ())
    journal.undo()
    assert journal.entries("record") == []
