"""Layers of PDFs from elsewhere: what is switched off in a file is not shown by ours either.

Source: ISO 32000-1, 8.11 (optional content); ISO 14289-1, 7.10 asks for a name.
"""

from collections.abc import Sequence
from typing import Any


def keep_layers(pdf: Any, found: Sequence[Any]) -> None:
    """Carry the layers of files over, each switched as it was."""
    from pikepdf import Array, Dictionary, Name, String

    every, off = Array(), Array()
    for one in (layers for layers in found if layers is not None):
        for group in one.get("/OCGs", []):
            every.append(pdf.copy_foreign(group))
        for group in _off(one):
            off.append(pdf.copy_foreign(group))
    if len(every):
        shown = Dictionary(Name=String("Layers"), OFF=off, Order=every)
        pdf.Root[Name.OCProperties] = Dictionary(OCGs=every, D=shown)


def _off(layers: Any) -> list[Any]:
    """Return the layers that are not shown when the file is opened."""
    usual = layers.get("/D")
    if usual is None:
        return []
    if usual.get("/BaseState") == "/OFF":
        on = {group.objgen for group in usual.get("/ON", [])}
        return [group for group in layers.get("/OCGs", []) if group.objgen not in on]
    return list(usual.get("/OFF", []))
