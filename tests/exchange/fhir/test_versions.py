"""Of one resource told several times, the newest version counts."""

from secondop_desktop.exchange.fhir.resources import opened
from secondop_desktop.exchange.fhir.versions import newest
from tests.exchange.bundles import bundle, observation


def _newest(*bodies: dict[str, object]) -> tuple[list[object], list[str]]:
    found, skipped = newest(opened(bundle(*bodies), "b.json").resources)
    return [one.body for one in found], [one.where for one in skipped]


def test_a_repetition_is_left_out_without_a_word() -> None:
    one = observation("o1")
    assert _newest(one, dict(one)) == ([one], [])


def test_the_version_updated_last_counts_wherever_it_stands() -> None:
    new = observation("o1", value="2") | {"meta": {"lastUpdated": "2024-02-01T00:00:00Z"}}
    old = observation("o1", value="1") | {"meta": {"lastUpdated": "2024-01-01T00:00:00Z"}}
    assert _newest(new, old) == ([new], ["b.json, entry 2 (Observation/o1)"])


def test_without_a_date_the_last_one_counts() -> None:
    old, new = observation("o1", value="1"), observation("o1", value="2")
    assert _newest(old, new) == ([new], ["b.json, entry 1 (Observation/o1)"])


def test_resources_without_a_name_are_never_taken_for_one() -> None:
    assert len(_newest(observation(), observation())[0]) == 2
