"""The part of an XML file that an entry was read from, to be shown."""

from typing import Any


def piece(data: bytes, place: str) -> str:
    """Follow a place such as ``/entry/3/resource`` by the names and numbers of elements.

    Numbers count from 0 among the elements of the name before. Nothing is found where it leads
    nowhere. Entities are not replaced.
    """
    # Imported where it is used: places in XML are looked up one at a time, and rarely.
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        found = _at(etree.fromstring(data.lstrip(), parser), place.split("/")[1:])
    except (etree.XMLSyntaxError, ValueError, IndexError):
        return ""
    etree.cleanup_namespaces(found)
    text: str = etree.tostring(found, encoding="unicode", with_tail=False)
    return text


def _at(element: Any, steps: list[str]) -> Any:
    """Return the element that the steps lead to; raises ValueError and IndexError."""
    alike = [element]
    for step in steps:
        if step.isdecimal():
            alike = [alike[int(step)]]
        else:
            alike = [one for one in alike[0] if _is_called(one, step)]
    inside = list(alike[0])
    return inside[0] if steps[-1:] == ["resource"] and inside else alike[0]


def _is_called(element: Any, name: str) -> bool:
    return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name
