"""Of one resource told several times, the newest version counts."""

from secondop_desktop.exchange.fhir.resources import opened
from secondop_desktop.exchange.fhir.versions import newest
from tests.exchange.bundles import Body, bundle, concept, observation


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


def test_without_a_word_about_versions_both_stay() -> None:
    one, other = observation("o1", value="1"), observation("o1", value="2")
    assert _newest(one, other) == ([one, other], [])


def _updated(body: Body, day: int) -> Body:
    return body | {"meta": {"lastUpdated": f"2024-01-{day:02}T00:00:00Z"}}


def test_what_is_about_something_else_is_no_version() -> None:
    one = _updated(observation("o1", code=concept("Sodium")), 1)
    other = _updated(observation("o1", code=concept("Urea")), 2)
    assert _newest(one, other) == ([one, other], [])


def test_another_servers_number_is_no_version() -> None:
    bodies = [_updated(observation("1", value=str(day)), day) for day in (1, 2)]
    urls = ["https://a.org/Observation/1", "https://b.org/Observation/1"]
    entries = [{"fullUrl": url, "resource": one} for url, one in zip(urls, bodies, strict=True)]
    found = opened({"resourceType": "Bundle", "entry": entries}, "b.json").resources
    assert newest(found) == (found, [])


def test_the_same_number_in_another_file_is_no_version() -> None:
    one, other = (
        opened(_updated(observation("7", value=str(day)), day), f"{day}.json").resources[0]
        for day in (1, 2)
    )
    assert newest([one, other]) == ([one, other], [])


def test_resources_without_a_name_are_never_taken_for_one() -> None:
    assert len(_newest(observation(), observation())[0]) == 2
