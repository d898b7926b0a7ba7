"""The shortlist in the user's own order."""

from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.features.providers.kind import KIND
from secondop_desktop.features.providers.rules import moved, shortlist
from tests.features.rows import row

ORDERS = st.lists(st.text(min_size=1), min_size=1, unique=True)


def test_only_those_chosen_are_listed_in_their_order() -> None:
    rows = [
        row(KIND, name="No place", shortlisted=True, created="1"),
        row(KIND, name="Second", shortlisted=True, rank=2),
        row(KIND, name="Not asked for", shortlisted=False, rank=1),
        row(KIND, name="First", shortlisted=True, rank=1),
    ]
    assert [one.name for one in shortlist(rows)] == ["First", "Second", "No place"]


@given(order=ORDERS, by=st.integers(-3, 3), data=st.data())
def test_moving_keeps_all_and_the_order_of_the_others(
    order: list[str], by: int, data: st.DataObject
) -> None:
    entry = data.draw(st.sampled_from(order))
    found = moved(order, entry, by)
    assert sorted(found) == sorted(order)
    assert [one for one in found if one != entry] == [one for one in order if one != entry]
    wanted = min(max(order.index(entry) + by, 0), len(order) - 1)
    assert found.index(entry) == wanted
