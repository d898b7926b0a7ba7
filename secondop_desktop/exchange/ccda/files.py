"""Files inside a document, such as the PDF of a letter, as FHIR's DocumentReference."""

from typing import Any

from secondop_desktop.exchange.ccda.elements import Element, attribute, first
from secondop_desktop.exchange.ccda.people import numbers


def held_file(text: Element | None, title: str, day: str, node: Element) -> dict[str, Any]:
    """Return a file that an element holds in base64; nothing where it holds none.

    ``day`` is the date of the document, as FHIR writes it.
    """
    data = "".join((text.text or "").split()) if text is not None else ""
    if not data or attribute(text, "representation") != "B64":
        return {}
    attachment = {
        "contentType": attribute(text, "mediaType") or "application/octet-stream",
        "data": data,
        "title": title,
    }
    body: dict[str, Any] = {
        "resourceType": "DocumentReference",
        "identifier": numbers(node),
        "status": "current",
        "description": title,
        "date": day,
        "content": [{"attachment": attachment}],
    }
    return {name: one for name, one in body.items() if one}


def picture(media: Element, title: str, day: str) -> dict[str, Any]:
    """Return the picture or recording that an entry holds (observationMedia)."""
    return held_file(first(media, "h:value"), title, day, media)
