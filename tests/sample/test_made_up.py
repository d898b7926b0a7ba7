"""Nobody and nothing in the story is real: numbers, addresses and places come from test ranges."""

import re

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal import entry_json
from secondop_desktop.journal.file import Journal
from secondop_desktop.widgets.fields.nhs import passes_check


@pytest.fixture(scope="module")
def words(story: Journal) -> str:
    """Everything the journal says."""
    return "\n".join(
        str(list(entry_json.to_json(kind, row).values()))
        for kind in KINDS.values()
        for row in story.entries(kind.name)
    )


def test_phone_numbers_are_those_kept_for_drama(words: str) -> None:
    found = set(re.findall(r"\b0\d{4} \d{6}\b", words))
    assert len(found) > 8
    assert all(re.match(r"01632 960\d{3}|07700 900\d{3}", number) for number in found)


def test_the_nhs_number_is_a_valid_test_number(story: Journal) -> None:
    (person,) = story.entries("person")
    assert person.nhs_number.startswith("999")
    assert passes_check(person.nhs_number)


def test_no_address_on_the_net_can_exist(words: str) -> None:
    hosts = re.findall(r"(?:@|https?://)([\w.-]+)", words)
    assert hosts
    assert all(host.endswith((".example", "example.org")) for host in hosts)


def test_doctors_have_numbers_that_no_register_gives(story: Journal) -> None:
    numbers = [row.gmc_number for row in story.entries("provider") if row.gmc_number]
    assert numbers
    assert all(number.startswith("9999") for number in numbers)
