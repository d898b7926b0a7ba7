"""The user's own order."""

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.ranked import in_order
from tests.features.rows import row


def test_what_has_no_rank_follows_as_it_came() -> None:
    kind = KINDS["question"]
    one, two, first = row(kind), row(kind), row(kind, rank=0)
    last = row(kind, rank=7)
    assert in_order([one, last, two, first]) == (first, last, one, two)
