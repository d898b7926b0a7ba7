"""Facts that have no field of their own: kept as lines among the notes, each with its name."""

from collections.abc import Collection
from typing import Any

from secondop_desktop.exchange.fhir import telling
from secondop_desktop.exchange.fhir.context import Context
from secondop_desktop.exchange.fhir.narrative import narrative
from secondop_desktop.lang import _

_QUIET = frozenset({"identifier", "status"})
"""What bears a number for computers, or is told by a choice."""


def labelled(label: str, text: str) -> str:
    """Return one line such as ``Method: by hand``, empty without a text."""
    return _("{label}: {text}").format(label=label, text=text) if text else ""


def spoken(body: dict[str, Any]) -> tuple[str, str]:
    """Return a resource's narrative: what its writer added, else what only repeats the data.

    https://hl7.org/fhir/R4/valueset-narrative-status.html: ``generated`` says nothing more than
    the data, so it is kept out of sight; all else belongs among the notes.
    """
    if "text" not in body and "section" not in body:
        return "", ""
    text = body.get("text")
    generated = isinstance(text, dict) and text.get("status") == "generated"
    return ("", narrative(body)) if generated else (narrative(body), "")


def rest(body: dict[str, Any], told: Collection[str], context: Context) -> str:
    """Say what of a resource stands in no field: all parts but those ``told`` already."""
    left = {part: value for part, value in body.items() if part not in told and part not in _QUIET}
    return telling.in_words(left, context.called)
