"""A ReportLab canvas that writes tagged PDF: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3)."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFStream
from reportlab.pdfgen.canvas import Canvas

from secondop_desktop.exchange.pdf.sheet import Sheet
from secondop_desktop.exchange.pdf.structure.colour_profile import profile
from secondop_desktop.exchange.pdf.structure.composite_font import Composite
from secondop_desktop.exchange.pdf.structure.metadata import Info, metadata
from secondop_desktop.exchange.pdf.structure.numbering import Numbering
from secondop_desktop.exchange.pdf.structure.object_streams import CompactDocument, stream
from secondop_desktop.exchange.pdf.structure.plain_page import write_plainly
from secondop_desktop.exchange.pdf.structure.syntax import number, text_string
from secondop_desktop.exchange.pdf.structure.tags import Annotation, Elem, Marked, write_tree
from secondop_desktop.exchange.pdf.text.fonts import BODY, WRITING, family, font_names
from secondop_desktop.exchange.pdf.text.readable import Missing
from secondop_desktop.exchange.pdf.text.shaping import ScriptFace
from secondop_desktop.exchange.pdf.text.typeset import Line, RunStyle

rl_config.useA85 = 0  # streams as bytes, a fifth smaller than as letters

Chrome = Callable[["TaggedCanvas", int, int], None]
Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Link:
    page: int
    rect: Rect
    target: str
    hint: str
    elem: Elem


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    top: float


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Draws on pages and grows the structure tree in the order of drawing.

    Everything drawn belongs either to an element (``marked``) or to the decoration
    (``artifact``); what is nested in either is part of it.
    """

    def __init__(self, sheet: Sheet, info: Info) -> None:
        """Start an empty document; same calls, same bytes."""
        family()  # ReportLab must know the font before the canvas asks for it
        super().__init__(None, pagesize=sheet.page, pageCompression=1, initialFontName=BODY)
        self._doc = CompactDocument(info.lang)
        self.sheet = sheet
        self.missing = Missing()
        self.words = 0
        self.page = 0
        self.root = Elem("Document")
        self._info = info
        self._open = [self.root]
        self._marking = False
        self._marks: list[list[Elem]] = [[]]
        self._links: list[_Link] = []
        self._places: dict[str, _Place] = {}
        self._later: list[tuple[int, str, Callable[[], None]]] = []
        self._tuned: dict[tuple[RunStyle, int], str] = {}
        self._composites: dict[ScriptFace, Composite] = {}
        self._fonts: list[Composite] = []
        self._outline_level = -1
        self._heading_level = 0
        self.numbering = Numbering()
        self.own_chrome: dict[int, Chrome] = {}

    def write(self, code: str) -> None:
        """Add operators of PDF as they are."""
        self._code.append(code)

    def count(self, lines: Iterable[Line]) -> None:
        """Count the words of these lines, unless they are decoration; figures are no words."""
        if not self._marking:
            texts = (text for line in lines for text, _ink in line.stretches)
            self.words += sum(word[:1].isalpha() for text in texts for word in text.split())

    def tuned(self, ink: RunStyle, subset: int = 0) -> str:
        """Return the operators that choose the font of an ink."""
        key = (ink, subset)
        if key not in self._tuned:
            name = ink.face.font.getSubsetInternalName(subset, self._doc)
            self._tuned[key] = f"{name} {ink.size:.2f} Tf"
        return self._tuned[key]

    def composite(self, face: ScriptFace) -> Composite:
        """Return the font of a script, which the file then holds."""
        found = self._composites.get(face)
        if found is None or found.full:
            found = Composite(face, f"S{len(self._fonts) + 1}")
            self._fonts.append(found)
            self._composites[face] = found
        return found

    def encoded(self, ink: RunStyle, text: str) -> list[tuple[int, bytes]]:
        """Return the codes of a text, in parts of one subset each."""
        if text.isascii():  # these letters always keep their codes in the first subset
            return [(0, text.encode())]
        return list(ink.face.font.splitString(text, self._doc))

    # Structure

    @contextmanager
    def inside(self, elem: Elem) -> Iterator[None]:
        """Put what is drawn meanwhile below this element."""
        if self._marking:
            yield
            return
        self.adopt(elem)
        self._open.append(elem)
        yield
        self._open.pop()

    def adopt(self, elem: Elem) -> None:
        """Give an element its place, even if nothing is drawn in it."""
        if not self._marking:
            self._open[-1].take(elem)

    def begin(self, elem: Elem) -> bool:
        """Start the content of an element; False, and nothing to end, inside other content."""
        if self._marking:
            return False
        self._open[-1].take(elem)
        marks = self._marks[self.page]
        self._code.append(f"/{elem.tag}<</MCID {len(marks)}>>BDC")
        elem.kids.append(Marked(self.page, len(marks)))
        marks.append(elem)
        self._marking = True
        return True

    def end(self) -> None:
        """End what ``begin`` started."""
        self._code.append("EMC")
        self._marking = False

    @contextmanager
    def marked(self, elem: Elem) -> Iterator[None]:
        """Make what is drawn meanwhile the content of this element."""
        started = self.begin(elem)
        yield
        if started:
            self.end()

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Make what is drawn meanwhile decoration (``Layout``, ``Background``, ``Pagination``)."""
        if self._marking:
            yield
            return
        self._code.append(f"/Artifact<</Type/{kind}>>BDC")
        self._marking = True
        yield
        self.end()

    def heading_tag(self, level: int) -> str:
        """Return the tag of a heading; a level is never skipped in the structure."""
        self._heading_level = min(level, self._heading_level + 1)
        return f"H{self._heading_level}"

    # Ways through the document

    def place(self, name: str, top: float, *, instead: bool = False) -> None:
        """Remember this height of this page as a target of links; the first one stays.

        ``instead`` takes the place of one that bears the name already.
        """
        if instead:
            self._places.pop(name, None)
        self._places.setdefault(name, _Place(self.page, top))

    @property
    def places(self) -> dict[str, int]:
        """Return the page number, from 1, of each place so far; those of parts before it count."""
        return {name: self.page_of(name) or 0 for name in self._places}

    def page_of(self, name: str) -> int | None:
        """Return the page number of a place; None where it is not printed."""
        place = self._places.get(name)
        return None if place is None else place.page + 1 + self.numbering.before

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Add an entry to the outline; level 0 is the outermost."""
        self._outline_level = min(level, self._outline_level + 1)
        key = f"outline {len(self._destinations)}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, self._outline_level)

    def follow(self, elem: Elem, rect: Rect, target: str, hint: str) -> None:
        """Make a rectangle of this page a link, as content of its element."""
        self._links.append(_Link(self.page, rect, target, hint, elem))

    def later(self, draw: Callable[[], None]) -> None:
        """Draw here when all pages are known (as content of what is open now)."""
        token = f"% later {len(self._later)} %"
        self._later.append((self.page, token, draw))
        self._code.append(token)

    def next_page(self) -> None:
        """Close the page and start another."""
        self.showPage()
        self.setPageSize(self.sheet.page)
        self.page += 1
        self._marks.append([])

    # The end

    def finish(self, chrome: Chrome) -> bytes:
        """Return the finished document; ``chrome(canvas, page, pages)`` draws on each page."""
        self.showPage()
        pages = self._doc.Pages.pages
        for n, page in enumerate(pages):
            self._decorate(page, n, len(pages), chrome)
        for n, token, draw in self._later:
            pages[n].stream = pages[n].stream.replace(token, self._drawn(draw))
        self._embed()
        for n in self.own_chrome:
            write_plainly(pages[n], self._doc)
        self._close(pages)
        self._refuse_foreign_fonts()
        with WRITING:
            return bytes(self._doc.GetPDFData(self))

    def _embed(self) -> None:
        fonts = self._doc.idToObject["BasicFonts"].dict
        for composite in self._fonts:
            fonts[composite.name] = f"{composite.write(self._doc)} 0 R"

    def _refuse_foreign_fonts(self) -> None:
        foreign = set(self._doc.fontMapping) - font_names()
        if foreign:
            raise ValueError(f"not embedded, so not allowed on our paper: {', '.join(foreign)}")

    def _decorate(self, page: Any, index: int, pages: int, chrome: Chrome) -> None:
        self.page = index
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs, page.Trans = index, "/S", None
        around = self.own_chrome.get(index, chrome)
        page.stream += self._drawn(lambda: around(self, index + 1, pages)) + "\n"

    def _drawn(self, draw: Callable[[], None]) -> str:
        self._restartAccumulators()
        self.init_graphics_state()
        draw()
        return "\n".join(self._code)

    def _close(self, pages: list[Any]) -> None:
        numbers = [self._doc.number_of(page) for page in pages]
        linked = self._write_links(pages, numbers)
        tree = write_tree(self.root, self._marks, linked, numbers, self._doc)
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = f"{tree} 0 R"
        catalog.MarkInfo = "<</Marked true>>"
        kind = PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"})
        catalog.Metadata = PDFStream(kind, metadata(self._info))
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = self._intent()
        self.setViewerPreference("DisplayDocTitle", "true")
        if self.numbering.before:
            catalog.__NoDefault__ = [*catalog.__NoDefault__, "PageLabels"]
            catalog.PageLabels = f"<</Nums[0<</S/D/St {self.numbering.before + 1}>>]>>"
        if self._outline_level >= 0:
            self.showOutline()
        self._doc.info = _DocumentInfo(self._info)

    def _intent(self) -> str:
        """Return what colours are meant; PDF/A asks for it."""
        colours = self._doc.reserve()
        self._doc.put(colours, stream("/N 3", profile()))
        kind = "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        return f"[<<{kind}/DestOutputProfile {colours} 0 R>>]"

    def _write_links(self, pages: list[Any], numbers: list[int]) -> list[Elem]:
        linked: list[Elem] = []
        for link in self._links:
            action = self._action(link.target, numbers)
            if not action:
                link.elem.tag = "Span"  # the place was not printed: plain text remains
                continue
            key = len(pages) + len(linked)
            annotation = self._doc.reserve()
            self._doc.put(annotation, _annotation(link, action, key))
            pages[link.page].Annots = [*(pages[link.page].Annots or []), f"{annotation} 0 R"]
            link.elem.kids.append(Annotation(link.page, annotation))
            linked.append(link.elem)
        return linked

    def _action(self, target: str, numbers: list[int]) -> str:
        if not target.startswith("#"):
            address = target.encode("ascii", "ignore").hex()
            return f"/A<</Type/Action/S/URI/URI<{address}>>>"
        place = self._places.get(target[1:])
        if place is None:
            return ""
        return f"/Dest[{numbers[place.page]} 0 R/XYZ 0 {number(place.top)} null]"


def _annotation(link: _Link, action: str, key: int) -> bytes:
    rect = " ".join(map(number, link.rect))
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{rect}]/Border[0 0 0]/F 4/StructParent {key}"
        f"/Contents {text_string(link.hint)}{action}>>"
    ).encode("latin-1")


class _DocumentInfo(PDFInfo):  # type: ignore[misc]
    """Only what the user chose to say: no dates, no name of this computer."""

    def __init__(self, info: Info) -> None:
        super().__init__()
        self.title, self.author = info.title, info.author

    def format(self, _document: object) -> bytes:
        author = f"/Author {text_string(self.author)}" if self.author else ""
        return f"<</Title {text_string(self.title)}{author}>>".encode("latin-1")
