"""How long it is, and how its pages end: none a fifth empty but where what follows stays whole."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondop_desktop.catalogue import KINDS
from secondop_desktop.exchange.pdf.blocks.block import TALL
from secondop_desktop.journal.file import Journal
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity
from secondop_desktop.sample import write_sample
from tests.exchange.pdf.papers import operations
from tests.summary.journals import ALLERGY, MEDICINE, MUCH, fill
from tests.summary.printed import add, made, person_of

_EMPTY = 0.2
_WHOLE = TALL
"""Of a page: what is as high as that is never parted, with its heading and the space before it."""
_LIGHT: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}
_COUNT = iter(range(100_000))


def _check(folder: Any, ends: list[float], a: Any, m: Any, much: Any) -> None:
    ends.clear()
    with Journal.create(folder / f"{next(_COUNT)}.secondop", KINDS) as journal:
        fill(journal, a, m, much)
        made(journal)
    assert [share for share in ends if share > _EMPTY + _WHOLE / 2] == []


@settings(max_examples=5, **_LIGHT)
@given(st.lists(ALLERGY, max_size=8), st.lists(MEDICINE, max_size=24), MUCH)
def test_no_page_ends_emptier_than_what_follows_asks_for(
    tmp_path_factory: pytest.TempPathFactory, ends: Any, a: Any, m: Any, much: Any
) -> None:
    _check(tmp_path_factory.mktemp("ends"), ends, a, m, much)


@pytest.mark.long
@settings(max_examples=150, **_LIGHT)
@given(st.lists(ALLERGY, max_size=30), st.lists(MEDICINE, max_size=40), MUCH)
def test_so_it_is_in_very_many_journals(
    tmp_path_factory: pytest.TempPathFactory, ends: Any, a: Any, m: Any, much: Any
) -> None:
    _check(tmp_path_factory.mktemp("ends"), ends, a, m, much)


def test_the_sample_has_no_page_that_ends_a_fifth_empty(sample: Journal, ends: Any) -> None:
    made(sample)
    assert [share for share in ends if share > _EMPTY] == []


def test_long_entries_of_an_appendix_leave_no_page_half_empty(ann: Journal, ends: Any) -> None:
    for number in range(9):
        told = "Take it as the pharmacy says, with water. " * (number + 3)
        add(ann, "medicine", name=f"Medicine {number}", how_taken=told, notes=told, reason=told)
    made(ann, sections=("medicine",), page_one=False, large_print=True)
    assert len(ends) > 3
    assert [share for share in ends if share > _EMPTY] == []


def test_fifteen_hundred_results_take_twelve_pages_at_most(ann: Journal) -> None:
    person = person_of(ann)
    with ann.change("Add") as change:
        for n in range(1_500):
            when = PartialDate(2019 + n // 30 % 8, n % 12 + 1, n % 28 + 1)
            said = {"value": Quantity(str(n % 97)), "unit": "mmol/L", "date": when}
            change.add("result", person=person, test=f"Test {n % 61}", panel=f"P{n % 9}", **said)
    assert made(ann)[1].pages <= 12


@pytest.mark.long
def test_twenty_years_take_eight_pages_at_most(tmp_path: Any) -> None:
    write_sample(tmp_path / "s.secondop", scale=20)
    with Journal.open(tmp_path / "s.secondop", KINDS) as journal:
        assert made(journal)[1].pages <= 8
        assert made(journal, large_print=True)[1].pages <= 14


def test_large_print_has_ten_pages_at_most_and_no_smaller_letters(sample: Journal) -> None:
    data, built = made(sample, large_print=True)
    assert built.pages <= 10
    with pikepdf.open(BytesIO(data)) as pdf:
        drawn = [one for page in pdf.pages for one in operations(page)]
    sizes = {float(operands[1]) for operands, operator in drawn if operator == "Tf"}
    assert min(sizes) >= 16
