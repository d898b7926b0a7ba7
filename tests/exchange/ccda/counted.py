"""What a C-CDA holds, counted by itself: nothing here knows how the program reads."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

NAMES = {"h": "urn:hl7-org:v3"}
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_OF = {
    "diagnosis": "4.4",
    "allergy": "4.7",
    "medicine": "4.16",
    "result": ("4.2", "4.27"),
    "vaccination": "4.52",
    "treatment": "4.14",
}
_COUNTED = "[not(ancestor::h:act[h:templateId[@root='2.16.840.1.113883.10.20.22.4.12']])]"


@dataclass(frozen=True)
class Fact:
    """One entry: the kind it must become, how it may be called, its day and its value."""

    kind: str
    names: frozenset[str]
    day: str
    value: str


def facts(path: Path) -> list[Fact]:
    """Return what must arrive of a document."""
    top = etree.parse(path, etree.XMLParser(huge_tree=True, remove_comments=True)).getroot()
    texts = {one.get("ID"): _plain(one) for one in top.iter() if one.get("ID")}
    return [
        _fact(kind, node, texts)
        for kind, marks in _OF.items()
        for mark in ((marks,) if isinstance(marks, str) else marks)
        for node in _nodes(top, mark)
    ]


def _nodes(top: Any, mark: str) -> list[Any]:
    root = f"2.16.840.1.113883.10.20.22.{mark}"
    found = top.xpath(f"//*[h:templateId[@root='{root}']]", namespaces=NAMES)
    return [one for one in found if _counts(one)]


def _counts(node: Any) -> bool:
    """Tell whether an entry says that something is, and does not only explain another entry."""
    denied = node.get("negationInd") == "true" and not node.tag.endswith("substanceAdministration")
    nobody = node.xpath(".//h:manufacturedMaterial/h:code/@nullFlavor", namespaces=NAMES)
    inside = node.xpath("ancestor::h:substanceAdministration", namespaces=NAMES)
    return not denied and not inside and not (nobody and node.get("negationInd") == "true")


def _fact(kind: str, node: Any, texts: dict[str, str]) -> Fact:
    path = {
        "diagnosis": "h:value",
        "allergy": "h:participant/h:participantRole/h:playingEntity/h:code",
        "medicine": "h:consumable/h:manufacturedProduct/h:manufacturedMaterial/h:code",
        "vaccination": "h:consumable/h:manufacturedProduct/h:manufacturedMaterial/h:code",
    }.get(kind, "h:code")
    codes = node.xpath(f"{path}|{path}/h:translation", namespaces=NAMES)
    names = {one.get("displayName") for one in codes if one.get("displayName")}
    for one in node.xpath(f"{path}/h:originalText", namespaces=NAMES):
        reference = one.xpath("string(h:reference/@value)", namespaces=NAMES)
        names |= {_plain(one), texts.get(reference.lstrip("#"), "")}
    times = "h:effectiveTime/@value|h:effectiveTime/h:low/@value"
    own = node.xpath(times, namespaces=NAMES)
    given = own or node.xpath("ancestor::h:organizer[1]/h:effectiveTime/@value", namespaces=NAMES)
    amount = node.find("h:value", NAMES) if kind == "result" else None
    value = amount.get("value", "") if amount is not None else ""
    return Fact(kind, frozenset(filter(None, names)), next(iter(given), "")[:8], value)


def _plain(node: Any) -> str:
    return " ".join(" ".join(node.itertext()).split())
