"""What extensions say beside a resource, and what may turn its meaning about."""

from typing import Any

import pytest

from secondop_desktop.exchange.fhir.uk_parts import added


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"url": "http://x.example/condition-negated", "valueBoolean": True},
         "This may change what is said here: condition negated: yes"),
        ({"url": "http://x.example/only-for", "valueString": "research"},
         "This may change what is said here: only for: research"),
        ({"url": "http://x.example/withheld"}, "This may change what is said here: withheld"),
        ({"url": "http://x.example/endReason", "valueString": "Moved"}, "Why it ended: Moved"),
        ("broken", ""),
    ],
)  # fmt: skip
def test_a_part_that_may_change_the_meaning_is_told(part: Any, said: str) -> None:
    assert added({"code": {}, "modifierExtension": [part]}) == said
