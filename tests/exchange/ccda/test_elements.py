"""Finding one's way in a document gives what lxml finds, without counting again and again."""

import pytest
from lxml import etree

from secondop_desktop.exchange.ccda.elements import NAMES, Places, every, first, parts_known

_TOP = etree.fromstring(
    '<a xmlns="urn:hl7-org:v3" xmlns:s="urn:hl7-org:sdtc"><b/><b><c n="1"/><d/><c n="2"/></b>'
    '<s:b><c n="3"/></s:b><b><c n="4"><c n="5"/></c></b></a>'
)


@pytest.mark.parametrize(
    "path", ["h:b", "h:b/h:c", "h:b/h:c/h:c", "s:b/h:c", "h:e", "h:b/h:e", ".//h:c"]
)
def test_a_path_leads_to_what_lxml_finds(path: str) -> None:
    assert first(_TOP, path) is _TOP.find(path, NAMES)
    assert every(_TOP, path) == _TOP.findall(path, NAMES)


def test_nothing_is_found_in_nothing() -> None:
    assert (first(None, "h:b"), every(None, "h:b")) == (None, [])


def test_each_element_has_a_place_of_its_own() -> None:
    places = Places()
    said = [places.of(one) for one in _TOP.iter() if one is not _TOP]
    assert said == [
        *("/b/0", "/b/1", "/b/1/c/0", "/b/1/d/0", "/b/1/c/1"),
        *("/b/0", "/b/0/c/0", "/b/2", "/b/2/c/0", "/b/2/c/0/c/0"),
    ]


class _Holder(list["_Child"]):
    """Counts how often its children are gone through."""

    tag, rounds = "h", 0

    def getparent(self) -> None:
        return None

    def __iter__(self):  # type: ignore[no-untyped-def]
        self.rounds += 1
        return super().__iter__()


class _Child:
    tag = "{urn:hl7-org:v3}entry"

    def __init__(self, holder: _Holder) -> None:
        self._holder = holder

    def getparent(self) -> _Holder:
        return self._holder


def test_the_entries_of_a_section_are_counted_once() -> None:
    holder, places = _Holder(), Places()
    entries = [_Child(holder) for _number in range(50)]
    holder.extend(entries)
    assert [places.of(one) for one in entries] == [f"/entry/{number}" for number in range(50)]
    assert holder.rounds == 1


class _Held(list["_Held"]):
    """Counts how often what it holds is looked through."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __init__(self, tag: str, *held: "_Held") -> None:
        super().__init__(held)
        self.tag, self.looks = f"{{urn:hl7-org:v3}}{tag}", 0

    def __iter__(self):  # type: ignore[no-untyped-def]
        self.looks += 1
        return super().__iter__()


def test_a_section_is_looked_through_once_however_often_it_is_asked() -> None:
    section = _Held("section", *(_Held("entry", _Held("act")) for _number in range(500)))
    with parts_known():
        for entry in every(section, "h:entry"):
            assert first(section, "h:subject") is None
            assert first(entry, "h:act") is entry[0]
        assert section.looks == 1
    assert every(section, "h:entry/h:act") == [entry[0] for entry in section]
    assert section.looks > 1, "what was read is not held"
