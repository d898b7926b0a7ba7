"""Facts that have no field of their own: kept as lines among the notes, each with its name."""

from typing import Any

from secondop_desktop.exchange.fhir.narrative import narrative
from secondop_desktop.lang import _


def labelled(label: str, text: str) -> str:
    """Return one line such as ``Method: by hand``, empty without a text."""
    return _("{label}: {text}").format(label=label, text=text) if text else ""


def spoken(body: dict[str, Any]) -> tuple[str, str]:
    """Return a resource's narrative: what its writer added, else what only repeats the data.

    https://hl7.org/fhir/R4/valueset-narrative-status.html: ``generated`` says nothing more than
    the data, so it is kept out of sight; all else belongs among the notes.
    """
    text = body.get("text")
    generated = isinstance(text, dict) and text.get("status") == "generated"
    return ("", narrative(body)) if generated else (narrative(body), "")
