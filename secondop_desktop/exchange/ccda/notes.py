"""Notes that clinicians write (Note Activity, C-CDA R2.1 companion guide): each is a document."""

from typing import Any

from secondop_desktop.exchange.ccda.elements import Element, every, first
from secondop_desktop.exchange.ccda.files import held_file
from secondop_desktop.exchange.ccda.people import author_of, contained, numbers, practitioner
from secondop_desktop.exchange.ccda.people import written_on as noted_on
from secondop_desktop.exchange.ccda.times import when
from secondop_desktop.exchange.ccda.words import Words, said
from secondop_desktop.exchange.markup.plain_tags import as_text

NOTE = "4.202"


def note(node: Element, section: str, words: Words) -> dict[str, Any]:
    """Return a note with its own date and writer, as words or as the file it is; or nothing.

    ``section`` is the title of where it stands, for one that does not say what sort it is.
    """
    text, day = first(node, "h:text"), when(node) or noted_on(node)
    sort = _sort(node, words)
    title = sort.get("text") or section
    if made := held_file(text, title, day, node):
        return made
    part = words.part(text)
    if part is None or not said(part):
        return {}
    body: dict[str, Any] = {
        "resourceType": "Composition",
        "identifier": (numbers(node) or [{}])[0],
        "status": "final",
        "type": {**sort, "text": title},
        "title": title,
        "date": day,
        "text": {"status": "additional", "div": as_text(part)},
    }
    if writer := practitioner(author_of(node), words):
        body["author"] = [contained(body, writer)]
    return {name: one for name, one in body.items() if one}


def _sort(node: Element, words: Words) -> dict[str, Any]:
    """Return what sort of note it is; the code itself only says that it is a note."""
    codes = [*every(node, "h:code/h:translation"), *every(node, "h:code")]
    return next(filter(None, (words.concept(one) for one in codes)), {})
