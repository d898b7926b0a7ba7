"""The shortlist in the user's own order."""

from secondop_desktop.features.providers.kind import KIND
from secondop_desktop.features.providers.rules import shortlist
from tests.features.rows import row


def test_only_those_chosen_are_listed_in_their_order() -> None:
    rows = [
        row(KIND, name="No place", shortlisted=True, created="1"),
        row(KIND, name="Second", shortlisted=True, rank=2),
        row(KIND, name="Not asked for", shortlisted=False, rank=1),
        row(KIND, name="First", shortlisted=True, rank=1),
    ]
    assert [one.name for one in shortlist(rows)] == ["First", "Second", "No place"]
