"""Which dates are hardly right, as the person was not born yet."""

from typing import Any

import pytest

from secondop_desktop.catalogue import KINDS
from secondop_desktop.journal.before_birth import before_birth
from secondop_desktop.journal.values.dates import PartialDate


def _found(kind: str, born: str, **values: Any) -> list[str]:
    dated = {
        name: PartialDate.parse(one) if name in KINDS[kind].dates else one
        for name, one in values.items()
    }
    return list(before_birth(KINDS[kind], dated, PartialDate.parse(born)))


@pytest.mark.parametrize(
    ("kind", "born", "values", "expected"),
    [
        ("result", "1962-08-30", {"date": "1926-08-30"}, ["date"]),
        ("diagnosis", "1962-08-30", {"date": "1961", "recorded": "1990-01-04"}, ["date"]),
        ("treatment", "1962-08-30", {"date": "1962-08-29", "until": "1962-08-29"},
         ["date", "until"]),
        ("person", "1962-08-30", {"birth_date": "1962-08-30", "height_date": "1902-01"},
         ["height_date"]),
        ("result", "1962-08-30", {"date": "1962-08-30"}, []),
        ("result", "1962-08-30", {"date": "1962-08"}, []),
        ("result", "1962-08-30", {"date": "1962"}, []),
        ("result", "1962", {"date": "1962-01-01"}, []),
        ("result", "1962", {"date": "1961-12-31"}, ["date"]),
        ("diagnosis", "1962 ~", {"date": "1955"}, []),
        ("diagnosis", "1962 ~", {"date": "1905"}, ["date"]),
        ("relative", "1962-08-30", {"date": "1931"}, []),
        ("record", "2025-03-02", {"date": "2024-11-20", "title": "Mother's antenatal scan"}, []),
        ("treatment", "2025-03-02", {"date": "2024-12-01", "notes": "Amniocentesis, in utero"}, []),
    ],
)  # fmt: skip
def test_a_date_before_the_birth(
    kind: str, born: str, values: dict[str, str], expected: list[str]
) -> None:
    assert _found(kind, born, **values) == expected


def test_without_a_date_of_birth_nothing_is_odd() -> None:
    assert list(before_birth(KINDS["result"], {"date": PartialDate(1803)}, None)) == []
