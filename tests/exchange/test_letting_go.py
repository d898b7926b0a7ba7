"""What was read goes in small parts, and all of it."""

import weakref

from secondop_desktop.exchange.fhir.resources import Opened, Resource, parts_of
from secondop_desktop.exchange.letting_go import let_go, taken


class _Part(dict[str, str]):
    """A dict that can be watched."""


def test_the_parts_of_each_form_of_file_are_found() -> None:
    one: dict[str, object] = {"resource": {}}
    two = {"resourceType": "Patient"}
    three = Resource("Patient", {}, "a", "a")
    documents = [("a", {"entry": [one]}), ("b", [two]), ("c", Opened([three]))]
    assert parts_of([*documents, ("d", {"entry": "none"}), ("e", two)]) == [one, two, three]


def test_all_go_and_the_file_itself_is_left_as_it_was() -> None:
    bundle = {"entry": [_Part() for _number in range(1_234)]}
    known = weakref.ref(bundle["entry"][700])
    parts = parts_of([("a", bundle)])
    let_go(parts)
    assert (parts, len(bundle["entry"]), known() is None) == ([], 1_234, False)
    bundle.clear()
    assert known() is None


def test_what_was_taken_is_held_no_more_and_comes_in_order() -> None:
    parts = [_Part(at=str(at)) for at in range(9)]
    watched = [weakref.ref(one) for one in parts]
    seen = list[str]()
    for one in taken(parts):
        seen.append(one["at"])
        del one
        gone = [known() is None for known in watched]
        assert gone == [True] * len(seen) + [False] * (9 - len(seen))
    assert seen == [*"012345678"]
