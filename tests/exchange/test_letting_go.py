"""What was read goes in small parts, and all of it."""

import weakref

from secondop_desktop.exchange.fhir.resources import Opened, Resource
from secondop_desktop.exchange.letting_go import let_go, parts_of


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
