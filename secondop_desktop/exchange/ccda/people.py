"""People and places in a document as FHIR's: names, addresses, telephones, numbers."""

from collections.abc import Iterator
from typing import Any

from secondop_desktop.exchange.ccda.elements import (
    Element,
    attribute,
    every,
    first,
    name_of,
    told,
)
from secondop_desktop.exchange.ccda.systems import address
from secondop_desktop.exchange.ccda.times import moment
from secondop_desktop.exchange.ccda.words import Words, said

Body = dict[str, Any]
_USES = {"L": "official", "P": "nickname", "ASGN": "usual", "OR": "old"}
_PARTS = {"city": "city", "state": "state", "postalCode": "postalCode", "country": "country"}
_ONESELF = frozenset({"SELF", "ONESELF"})


def numbers(element: Element, path: str = "h:id") -> list[Body]:
    """Return the ids of something as FHIR's identifiers; one that is missing is left out."""
    return list(filter(None, (_number(one) for one in every(element, path))))


def _number(given: Element) -> Body:
    root, extension = attribute(given, "root"), attribute(given, "extension")
    if not root or attribute(given, "nullFlavor"):
        return {}
    if not extension:
        return {"system": "urn:ietf:rfc:3986", "value": _urn(root)}
    made: Body = {"system": address(root), "value": extension}
    keeper = attribute(given, "assigningAuthorityName")
    return made | ({"assigner": {"display": keeper}} if keeper else {})


def _urn(root: str) -> str:
    return f"urn:oid:{root}" if root.replace(".", "").isdecimal() else f"urn:uuid:{root.lower()}"


def names(element: Element | None, path: str = "h:name") -> list[Body]:
    """Return names as FHIR's HumanName."""
    return list(filter(None, (_name(one) for one in every(element, path))))


def _name(given: Element) -> Body:
    made: Body = {}
    for part in ("prefix", "given", "family", "suffix"):
        if found := _in_use(every(given, f"h:{part}"), part):
            made[part] = " ".join(found) if part == "family" else found
    if not made and said(given):
        made["text"] = said(given)
    uses = (_USES.get(one) for one in attribute(given, "use").split())
    use = next(filter(None, uses), "")
    period = {
        name: moment(stamp)
        for name, at in (("start", "low"), ("end", "high"))
        if (stamp := told(given, f"h:validTime/h:{at}"))
    }
    return made | ({"use": use} if use and made else {}) | ({"period": period} if period else {})


def _in_use(parts: list[Element], part: str) -> list[str]:
    """Return the parts of a name that somebody bears today.

    Left out are the family name of birth beside another one, and what somebody likes to be
    called beside the first name.
    """
    told = [(said(one), set(attribute(one, "qualifier").split())) for one in parts]
    beside = "BR" if part == "family" else "CL"
    own = [text for text, marks in told if text and beside not in marks]
    every_part = [text for text, _marks in told if text]
    if part == "given" and own and every_part[0] not in own:
        return every_part[:1] + own
    return own or every_part


def addresses(element: Element | None) -> list[Body]:
    """Return addresses, each line and part as it is written."""
    return list(filter(None, (_address(one) for one in every(element, "h:addr"))))


def _address(given: Element) -> Body:
    made: Body = {}
    lines = [
        said(one) for one in given if name_of(one) in {"streetAddressLine", "additionalLocator"}
    ]
    if any(lines):
        made["line"] = list(filter(None, lines))
    for part, name in _PARTS.items():
        if text := said(first(given, f"h:{part}")):
            made[name] = text
    return made or ({"text": said(given)} if said(given) else {})


def contacts(element: Element | None) -> list[Body]:
    """Return telephones and e-mail addresses."""
    return list(filter(None, (_contact(one) for one in every(element, "h:telecom"))))


def _contact(given: Element) -> Body:
    value = attribute(given, "value")
    scheme, colon, rest = value.partition(":")
    if not colon:
        scheme, rest = ("email" if "@" in value else "tel"), value
    systems = {"tel": "phone", "mailto": "email", "email": "email", "fax": "fax"}
    system = systems.get(scheme.lower(), "url" if scheme.lower().startswith("http") else "other")
    text = value if system == "url" else rest.strip()
    return {"system": system, "value": text} if text else {}


def practitioner(role: Element | None, words: Words) -> Body:
    """Return who has a role (an assignedAuthor, an assignedEntity) as a Practitioner, or nothing.

    One of whom only the place is told is that place (Organization).
    """
    if role is None or told(role, "h:code", "code") in _ONESELF:
        return {}
    found = (first(role, f"h:{one}") for one in ("assignedPerson", "playingEntity"))
    named = names(next((one for one in found if one is not None), None))
    if not named:
        return organization(_place(role))
    body: Body = {"resourceType": "Practitioner", "name": named, "identifier": numbers(role)}
    body |= {"address": addresses(role), "telecom": contacts(role)}
    if role_name := words.concept(first(role, "h:code")):
        body["qualification"] = [{"code": role_name}]
    return {name: value for name, value in body.items() if value}


def _place(role: Element) -> Element | None:
    found = (first(role, f"h:{one}") for one in ("representedOrganization", "scopingEntity"))
    return next((one for one in found if one is not None), None)


def organization(place: Element | None) -> Body:
    """Return a place as an Organization, nothing where it has no name."""
    named = said(first(place, "h:name"))
    if not named:
        return {}
    body: Body = {"resourceType": "Organization", "name": named, "identifier": numbers(place)}
    body |= {"address": addresses(place), "telecom": contacts(place)}
    return {name: value for name, value in body.items() if value}


def put_person(body: Body, name: str, role: Element | None, words: Words) -> Body:
    """Put whom a role names inside a resource, and the reference to them under a name."""
    found = practitioner(role, words)
    if found:
        body[name] = contained(body, found)
    return body


def contained(body: Body, inside: Body) -> Body:
    """Put a resource inside another one once; return the reference to it."""
    held = body.setdefault("contained", [])
    bare = [{name: value for name, value in one.items() if name != "id"} for one in held]
    if inside not in bare:
        held.append({**inside, "id": f"{inside['resourceType'].lower()}-{len(held) + 1}"})
        return {"reference": f"#{held[-1]['id']}"}
    return {"reference": f"#{held[bare.index(inside)]['id']}"}


def performers(node: Element) -> Iterator[Element]:
    """Yield the roles of those who did something."""
    yield from every(node, "h:performer/h:assignedEntity")


def author_of(node: Element) -> Element | None:
    """Return the role of who wrote something down."""
    return first(node, "h:author/h:assignedAuthor")


def written_on(node: Element) -> str:
    """Return when something was written down."""
    return moment(told(node, "h:author/h:time") or told(node, "h:author/h:time/h:low"))
