"""Letting go of what was read without a halt of the window."""

from collections.abc import Iterable
from typing import Final

from secondop_desktop.exchange.fhir.resources import Opened

_FEW: Final = 500
"""Things that are let go of in one go."""


def let_go(things: list[object]) -> None:
    """Forget these one after another: Python frees a large tree at once, and no thread runs then.

    Whoever calls it holds nothing that holds them all.
    """
    while things:
        del things[-_FEW:]


def parts_of(documents: Iterable[tuple[str, object]]) -> list[object]:
    """Return what parsed FHIR files consist of, to be let go of after the files."""
    found = list[object]()
    for _name, document in documents:
        if isinstance(document, Opened):
            found += document.resources
        elif isinstance(document, dict) and isinstance(entries := document.get("entry"), list):
            found += entries
        elif isinstance(document, list):
            found += document
    return found
