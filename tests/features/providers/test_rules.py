"""The shortlist in the user's own order."""

from types import SimpleNamespace

import pytest

from secondop_desktop.features.providers.kind import KIND
from secondop_desktop.features.providers.rules import sees_people, shortlist
from tests.features.rows import row


def test_only_those_chosen_are_listed_in_their_order() -> None:
    rows = [
        row(KIND, name="No place", shortlisted=True, created="1"),
        row(KIND, name="Second", shortlisted=True, rank=2),
        row(KIND, name="Not asked for", shortlisted=False, rank=1),
        row(KIND, name="First", shortlisted=True, rank=1),
    ]
    assert [one.name for one in shortlist(rows)] == ["First", "Second", "No place"]


@pytest.mark.parametrize(
    ("name", "role", "sees"),
    [
        ("Dr Oakes", "Consultant", True),
        ("Hill Road Surgery", "", True),
        ("Mr Vane", "Consultant, laboratory medicine", True),
        ("Elm Lane Mutual", "Health insurer", False),
        ("Elm Lane Insurance", "", False),
        ("Oak Tree Laboratories", "", False),
        ("County Hospital, records office", "", False),
        ("The Labrador Clinic", "", True),
        ("High Street Pharmacy", "", False),
    ],
)
def test_who_sees_people_is_told_by_name_and_role(name: str, role: str, sees: bool) -> None:
    row = SimpleNamespace(name=name, role=role, gmc_number="")
    assert sees_people(row) is sees
