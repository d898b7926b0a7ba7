"""The structure tree of a tagged PDF (ISO 32000-1, 14.7; roles of 14.8.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secondop_desktop.exchange.pdf.structure.syntax import text_string

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.object_streams import CompactDocument


class Marked(NamedTuple):
    """One marked-content sequence: page index from 0, and its number on that page."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link annotation as content of its element; ``number`` is its object in the file."""

    page: int
    number: int


class Elem:
    """One element of the tree, in reading order: the order in which content is first drawn."""

    __slots__ = ("alt", "attributes", "kids", "number", "parent", "said", "tag")

    def __init__(self, tag: str, *, alt: str = "", said: str = "", attributes: str = "") -> None:
        """Start an element that gets its place in the tree when it is first drawn.

        ``said`` is its text in reading order, where it is drawn in another one.
        """
        self.tag = tag
        self.alt = alt
        self.said = said
        self.attributes = attributes
        self.kids: list[Elem | Marked | Annotation] = []
        self.parent: Elem | None = None
        self.number = 0

    def take(self, child: Elem) -> None:
        """Give a child its place, once."""
        if child.parent is None:
            child.parent = self
            self.kids.append(child)

    def all(self) -> list[Elem]:
        """Return this element and all below it, in reading order."""
        found, waiting = [], [self]
        while waiting:
            elem = waiting.pop()
            found.append(elem)
            waiting += [kid for kid in reversed(elem.kids) if isinstance(kid, Elem)]
        return found

    def written(self, parent: int, page_numbers: list[int]) -> bytes:
        """Return the dictionary; numbers are those of the objects in the file."""
        more = f"/A<<{self.attributes}>>" if self.attributes else ""
        if self.alt:
            more += f"/Alt {text_string(self.alt)}"
        if self.said:
            more += f"/ActualText {text_string(self.said)}"
        kids = self._kids(page_numbers)
        return f"<</Type/StructElem/S/{self.tag}/P {parent} 0 R{more}{kids}>>".encode("latin-1")

    def _kids(self, pages: list[int]) -> str:
        first = self.kids[0] if self.kids else None
        if first is None:
            return ""
        if len(self.kids) == 1 and isinstance(first, Marked):
            return f"/Pg {pages[first.page]} 0 R/K {first.number}"
        return f"/K[{' '.join(_kid(kid, pages) for kid in self.kids)}]"


def _kid(kid: Elem | Marked | Annotation, pages: list[int]) -> str:
    if isinstance(kid, Elem):
        return f"{kid.number} 0 R"
    page = f"/Pg {pages[kid.page]} 0 R"
    if isinstance(kid, Marked):
        return f"<</Type/MCR{page}/MCID {kid.number}>>"
    return f"<</Type/OBJR{page}/Obj {kid.number} 0 R>>"


def write_tree(
    root: Elem,
    marks: list[list[Elem]],
    links: list[Elem],
    page_numbers: list[int],
    document: CompactDocument,
) -> int:
    """Add the whole tree to a file and return the number of its root object.

    ``marks`` holds for each page the element of each marked sequence; ``links`` the element of
    each annotation, whose key in the parent tree is the number of pages plus its position.
    """
    top = document.reserve()
    elems = root.all()
    for elem in elems:
        elem.number = document.reserve()
    for elem in elems:
        above = elem.parent.number if elem.parent else top
        document.put(elem.number, elem.written(above, page_numbers))
    tree = document.reserve()
    document.put(tree, _parent_tree(marks, links))
    entries = f"/K {root.number} 0 R/ParentTree {tree} 0 R"
    key = len(marks) + len(links)
    document.put(top, f"<</Type/StructTreeRoot{entries}/ParentTreeNextKey {key}>>".encode())
    return top


def _parent_tree(marks: list[list[Elem]], links: list[Elem]) -> bytes:
    """Return the number tree from pages and annotations back to their elements."""
    rows = [
        f"{page}[{' '.join(f'{elem.number} 0 R' for elem in elems)}]"
        for page, elems in enumerate(marks)
    ]
    rows += [f"{len(marks) + n} {elem.number} 0 R" for n, elem in enumerate(links)]
    return f"<</Nums[{' '.join(rows)}]>>".encode()
