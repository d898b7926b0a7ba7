"""Files inside a document, such as the PDF of a letter, as FHIR's DocumentReference."""

from typing import Any

from secondop_desktop.exchange.ccda.elements import Element, attribute, first
from secondop_desktop.exchange.ccda.people import numbers


def held_file(text: Element | None, title: str, day: str, node: Element) -> dict[str, Any]:
    """Return a file that an element holds in base64, or says the place of; nothing for neither.

    ``day`` is the date of the document, as FHIR writes it.
    """
    if not (found := _content(text)):
        return {}
    kind = attribute(text, "mediaType") or "application/octet-stream"
    attachment = {"contentType": kind, **found, "title": title}
    body: dict[str, Any] = {
        "resourceType": "DocumentReference",
        "identifier": numbers(node),
        "status": "current",
        "description": title,
        "date": day,
        "content": [{"attachment": attachment}],
    }
    return {name: one for name, one in body.items() if one}


def _content(text: Element | None) -> dict[str, str]:
    data = "".join((text.text or "").split()) if text is not None else ""
    if data:
        return {"data": data} if attribute(text, "representation") == "B64" else {}
    place = attribute(first(text, "h:reference"), "value")
    return {"url": place} if place and not place.startswith("#") else {}


def picture(media: Element, title: str, day: str) -> dict[str, Any]:
    """Return the picture or recording that an entry holds (observationMedia)."""
    return held_file(first(media, "h:value"), title, day, media)
