"""The list of tests: what SQLite puts together is what each result by itself would tell."""

from random import Random
from typing import Any

import pytest

from secondop_desktop.features.results.page.listed_tests import ListedTests
from secondop_desktop.journal.values.dates import PartialDate
from secondop_desktop.journal.values.quantities import Quantity, Range
from tests.features.desk import Desk
from tests.journal.written import put_away, raw
from tests.reads import reads

_TESTS = ("Ferritin", "ferritin ", "Sodium", "Urea", " ", "")
_UNITS = ("mmol/L", "mmol / l", "µg/L", "")
_DAYS = (None, PartialDate(2019), PartialDate(2019, 4), PartialDate(2019, 4, 8))


def _fill(desk: Desk, number: int) -> None:
    chance = Random(11)
    with desk.journal.change("Fill") as change:
        for _at in range(number):
            value = chance.choice([*map(Quantity, ("4.1", "<0.5", "positive", "0")), None])
            change.add(
                "result",
                person=desk.person,
                test=chance.choice(_TESTS),
                unit=chance.choice(_UNITS),
                specimen=chance.choice(("", "", "blood", "Blood", "urine")),
                value=value,
                date=chance.choice(_DAYS),
                star=chance.choice((None, None, None, True, False)),
                range=chance.choice((None, Range("3.5-5.1"))),
                state=chance.choice(("", "final", "preliminary", "cancelled")),
                unread=chance.choice(({}, {}, {}, {"date": "31 February 2020"})),
            )


def _listed(desk: Desk) -> ListedTests:
    return ListedTests(desk.journal, desk.journal.kinds["result"], str(desk.person))


def _told(listed: ListedTests) -> list[Any]:
    """Return all that the page asks of the list."""
    names = [
        (key, one.test, one.unit, one.specimen, one.newest, one.starred)
        for key, one in listed.tests.items()
    ]
    series = [listed.series(key) for key in listed.tests]
    ids = [listed.entries(key) for key in (*listed.tests, *listed.others)]
    places = [listed.key_with(entry) for some in ids for entry in some]
    return [names, series, listed.every_series(), ids, places, list(listed.others)]


def test_the_list_tells_what_each_result_by_itself_would(desk: Desk) -> None:
    _fill(desk, 240)
    together = _told(_listed(desk))
    desk.journal.meet_harm()
    each = _told(_listed(desk))
    assert together == each
    names, _series, _every, ids, places, others = each
    assert len(names) > 8
    assert len(others) > 40
    assert len(set(places)) == len(ids)


def test_a_day_that_cannot_be_read_stands_apart(desk: Desk) -> None:
    own = {"test": "Urea", "value": Quantity("4.4")}
    ids = [desk.add("result", **own, date=PartialDate(2019, 4, day)) for day in (1, 2, 3)]
    with raw(desk.journal.path) as bare:
        bare.execute("UPDATE result SET date = '2019-02-31' WHERE id = ?", (ids[1],))
    listed = _listed(desk)
    assert list(listed.others) == [(ids[1], "", "")]
    assert [listed.entries(key) for key in listed.tests] == [[ids[0], ids[2]]]


def test_one_that_is_gone_or_somebody_elses_is_in_no_row(desk: Desk) -> None:
    own = {"test": "Urea", "value": Quantity("4.4")}
    mine, gone = desk.add("result", **own), desk.add("result", **own)
    other = desk.add("result", **own, person=desk.add("person", name="Rhys Parry"), case=None)
    put_away(desk.journal, "result", gone)
    listed = _listed(desk)
    found = [listed.key_with(entry) for entry in (mine, gone, other, "nothing")]
    assert found == [("urea", "", ""), None, None, None]


@pytest.mark.parametrize("number", [60, 240])
def test_of_many_results_few_are_read(desk: Desk, number: int) -> None:
    with desk.journal.change("Fill") as change:
        for at in range(number):
            day, value = PartialDate(2000 + at % 20, 1 + at % 12), Quantity(f"{at}.5")
            own = {"person": desk.person, "test": f"Test {at % 3}"}
            change.add("result", **own, value=value, date=day)
    with reads() as read:
        listed = _listed(desk)
    assert read.statements <= 4
    assert read.rows < 60 + 20
    with reads() as read:
        assert len(listed.every_series()) == 3
    assert read.statements == 1
