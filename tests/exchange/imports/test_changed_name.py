"""A name that changed: the one of today is read, the earlier one kept, and the person known."""

from typing import Any

import pytest

from secondop_desktop.exchange.incoming import importing
from secondop_desktop.exchange.people.somebody_else import SomebodyElseError
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from tests.exchange.bundles import Body, concept, patient, resource, told
from tests.exchange.imports.conftest import Plans, Put


def _name(family: str, given: str = "Rosalind", **parts: Any) -> Body:
    return {"family": family, "given": [given], **parts}


NOW, BEFORE = "Rosalind Okoro", "Rosalind Pym"


@pytest.mark.parametrize(
    "names",
    [
        [_name("Pym", use="old"), _name("Okoro", use="official")],
        [_name("Pym", use="maiden"), _name("Okoro", use="usual")],
        [_name("Pym", use="official", period={"end": "2009-06-01"}), _name("Okoro", use="usual")],
        [_name("Pym", use="usual", period={"end": "2009"}), _name("Okoro")],
        [_name("Okoro", use="official", period={"start": "2009-06-01"}), _name("Pym", use="old")],
        [_name("Pym", period={"start": "1951", "end": "2009-06"}), _name("Okoro", use="nickname")],
    ],
)
def test_the_name_of_today_is_read_and_the_earlier_one_kept(names: list[Body]) -> None:
    [values] = told(patient(name=names))
    assert (values["name"], values["notes"]) == (NOW, f"Earlier name: {BEFORE}")


def test_one_old_name_alone_is_the_name() -> None:
    [values] = told(patient(name=[_name("Pym", use="old")]))
    assert (values["name"], "notes" in values) == (BEFORE, False)


def _known_as(journal: Journal, name: str) -> None:
    [person] = journal.entries("person")
    born = PartialDate.parse("1950-05-03")
    with journal.change("Edit") as change:
        change.edit("person", person.id, name=name, birth_date=born)


MARRIED = patient(name=[_name("Pym", use="old"), _name("Okoro", use="official")])


@pytest.mark.parametrize("name", [NOW, BEFORE])
def test_she_is_known_by_either(journal: Journal, bring: Plans, name: str) -> None:
    _known_as(journal, name)
    bring("gp.json", MARRIED, resource("Condition", "c", code=concept("Gout")))
    [person] = journal.entries("person")
    assert person.name == name, "what she wrote stays"
    assert len(journal.entries("diagnosis")) == 1


def test_another_familys_name_still_speaks_against_it(journal: Journal, put: Put) -> None:
    _known_as(journal, "Rosalind Quill")
    with pytest.raises(SomebodyElseError):
        [person] = journal.entries("person")
        importing.read([put("gp.json", MARRIED)], journal, person.id, sure=False)


def test_an_address_that_is_over_is_not_hers_now() -> None:
    old = {"city": "Leeds", "period": {"end": "2011"}}
    number = {"system": "phone", "value": "01632 960555", "period": {"end": "2012-01-01"}}
    [values] = told(patient(address=[old, {"city": "York"}], telecom=[number]))
    assert (values["address"], "phone" in values) == ("York", False)
