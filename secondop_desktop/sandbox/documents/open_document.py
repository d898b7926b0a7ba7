"""The words of OpenDocument texts and slides (ISO/IEC 26300): a line for each paragraph or row."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from secondop_desktop.sandbox.answers import DAMAGED, LOCKED, TroubleError
from secondop_desktop.sandbox.documents.raised import lowered, raised
from secondop_desktop.sandbox.documents.zip_parts import ZipParts
from secondop_desktop.sandbox.whole_numbers import whole_number

Placing = Callable[[str], str]

_SIGNS: Final = {"tab": "\t", "line-break": "\n"}
_SILENT: Final = frozenset({"tracked-changes", "annotation-end", "scripts", "font-face-decls"})
_MOST_SPACES: Final = 100


def texts(data: bytes) -> Iterator[str]:
    """Yield head and foot of the pages, then the text; raises TroubleError for no document."""
    parts = ZipParts(data)
    if not parts.names(r"content\.xml"):
        raise TroubleError(DAMAGED)
    if parts.names(r"META-INF/manifest\.xml") and _is_locked(parts):
        raise TroubleError(LOCKED)
    for name in (*parts.names(r"styles\.xml"), "content.xml"):
        tree = parts.tree(name)
        whole = tree.find(".//{*}body") if name == "content.xml" else tree.find("{*}master-styles")
        if whole is not None:
            yield from _Words(_placings(tree)).blocks(whole)
        yield ""


def _is_locked(parts: ZipParts) -> bool:
    return parts.tree("META-INF/manifest.xml").find(".//{*}encryption-data") is not None


def _placings(tree: Any) -> Mapping[str, Placing]:
    """Return the styles whose letters stand above or below the line."""
    found: dict[str, Placing] = {}
    for style in tree.iter("{*}style"):
        for look in style.iter("{*}text-properties"):
            place = _told(look, "text-position").split(" ")[0]
            if place in {"super", "sub"} or place.endswith("%"):
                low = place == "sub" or place.startswith("-")
                found[_told(style, "name")] = lowered if low else raised
    return found


class _Words:
    def __init__(self, placings: Mapping[str, Placing]) -> None:
        self._placings = placings

    def blocks(self, node: Any) -> Iterator[str]:
        for child in node:
            name = _name(child)
            if name in {"p", "h"}:
                yield from "".join(self._inside(child)).split("\n")
            elif name == "table-row":
                cells = (" ".join(" ".join(self.blocks(cell)).split()) for cell in child)
                yield " · ".join(filter(None, cells))
            elif name not in _SILENT:
                yield from self.blocks(child)

    def _inside(self, node: Any) -> Iterator[str]:
        yield node.text or ""
        for child in node:
            yield self._piece(child)
            yield child.tail or ""

    def _piece(self, child: Any) -> str:
        name = _name(child)
        if name in _SIGNS:
            return _SIGNS[name]
        if name == "s":
            return " " * min(whole_number(_told(child, "c"), 1), _MOST_SPACES)
        if name in {"note", "frame", "annotation"}:
            return "\n" + "\n".join(self.blocks(child)) + "\n"
        said = "".join(self._inside(child))
        place = self._placings.get(_told(child, "style-name"))
        return place(said) if place else said


def _told(node: Any, name: str) -> str:
    return next(
        (str(value) for key, value in node.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]
