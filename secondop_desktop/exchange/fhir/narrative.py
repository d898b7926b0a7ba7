"""The human-readable part of a resource (FHIR Narrative, XHTML) as plain text."""

from typing import Any

from secondop_desktop.exchange.fhir.codes import line, several
from secondop_desktop.journal.files.markup import LONGEST, narrative_words


def narrative(body: dict[str, Any]) -> str:
    """Return what a resource says for people, for a document section by section."""
    texts = [_plain(body.get("text"))]
    for section in several(body.get("section")):
        if isinstance(section, dict):
            texts += [line(section.get("title")), narrative(section)]
    return "\n".join(filter(None, texts))[:LONGEST]


def _plain(text: Any) -> str:
    div = text.get("div") if isinstance(text, dict) else None
    if not isinstance(div, str):
        return ""
    return narrative_words(div)
