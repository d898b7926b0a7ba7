"""Names, addresses and numbers that are in use now."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir import names


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([{"family": "Lee", "given": ["Ann", "Mary"], "prefix": ["Mrs"]}], "Mrs Ann Mary Lee"),
        ([{"use": "old", "text": "Ann Hall"}, {"use": "official", "text": "Ann Lee"}], "Ann Lee"),
        ([{"use": "nickname", "given": ["Annie"]}, {"text": "Ann Lee"}], "Ann Lee"),
        ({"family": ["Lee"], "given": "Ann"}, "Ann Lee"),
        ("Ann Lee", "Ann Lee"),
        ([{}, 7], ""),
        (None, ""),
    ],
)
def test_human_names(given: Any, expected: str) -> None:
    assert names.human_name(given) == expected


def test_nicknames() -> None:
    given = [{"text": "Ann Lee"}, {"use": "nickname", "given": ["Annie"]}]
    assert names.nickname(given) == "Annie"
    assert names.nickname([{"text": "Ann Lee"}]) == ""


def test_addresses() -> None:
    old = {"use": "old", "city": "Leeds"}
    here = {"line": ["1 High Street"], "city": "York", "postalCode": "YO1 1AA"}
    assert names.address([old, here]) == "1 High Street\nYork\nYO1 1AA"
    assert names.address([{"text": "By the sea"}]) == "By the sea"
    assert names.address(None) == ""


def test_ways_to_reach() -> None:
    given = [{"system": "phone", "value": "1", "use": "old"}, {"system": "phone", "value": "2"}]
    assert names.reach(given, "phone") == "2"
    assert names.reach(given, "email") == ""
