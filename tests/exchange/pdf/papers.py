"""Documents to test on, and their structure tree as text."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.pages.document import About, preview
from secondop_desktop.exchange.pdf.text.runs import Words

ABOUT = About(
    title="Summary for a second opinion",
    person="Margaret Evans",
    born="Born 3 March 1950",
    made="Made on 3 July 2026",
    notice="A personal record. Not a medical device.",
)


def paper(*story: Words | Block, large_print: bool = False) -> bytes:
    """Return a document of these blocks."""
    return preview(story, ABOUT, large_print=large_print)[0]


def words_of(data: bytes) -> str:
    """Return the text of all pages in the order in which it is drawn, as a reader takes it."""
    return " ".join(" ".join(pages_of(data)).split())


def pages_of(data: bytes) -> list[str]:
    """Return the text of each page."""
    texts = []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            words = page.get_textpage()
            texts.append(words.get_text_range())
            words.close()
            page.close()
    return texts


def tree(data: bytes) -> str:
    """Return the structure tree, one element a line with its letters, as for a golden file."""
    with pikepdf.open(BytesIO(data)) as pdf:
        marks = [_marked_text(page) for page in pdf.pages]
        numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
        root = pdf.Root.StructTreeRoot.K
        return "\n".join(_lines(root, marks, numbers, 0)) + "\n"


Marks = Sequence[dict[int, str]]


def _lines(
    elem: pikepdf.Object, marks: Marks, pages: dict[tuple[int, int], int], depth: int
) -> Iterator[str]:
    inside = elem.get("/K")
    kids = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
    kids = [kid for kid in kids if kid is not None]
    said = [_said(elem, kid, marks, pages) for kid in kids]
    line = "  " * depth + _name(elem)
    if all(text is not None for text in said):
        yield " ".join([line, *filter(None, said)])
        return
    yield line
    for kid, text in zip(kids, said, strict=True):
        if text is None:
            yield from _lines(kid, marks, pages, depth + 1)
        else:
            yield f"{'  ' * depth}  | {text}".rstrip()


def _said(
    elem: pikepdf.Object, kid: pikepdf.Object, marks: Marks, pages: dict[tuple[int, int], int]
) -> str | None:
    """Return the letters of a marked sequence or the hint of a link, None for an element."""
    if isinstance(kid, int):
        return marks[pages[elem.Pg.objgen]][kid]
    if kid.get("/Type") == "/MCR":
        return marks[pages[kid.Pg.objgen]][int(kid.MCID)]
    return f"<{kid.Obj.Contents}>" if kid.get("/Type") == "/OBJR" else None


def _name(elem: pikepdf.Object) -> str:
    attributes = elem.get("/A", pikepdf.Dictionary())
    scope = attributes.get("/Scope", attributes.get("/ListNumbering", ""))
    alt = f" “{elem.Alt}”" if "/Alt" in elem else ""
    return f"{str(elem.S)[1:]}{str(scope).replace('/', ':')}{alt}"


def operations(page: pikepdf.Page) -> Iterator[tuple[Sequence[Any], str]]:
    """Yield what a page draws: operands and operator."""
    for instruction in pikepdf.parse_content_stream(page):
        yield list(instruction.operands), str(instruction.operator)


def _marked_text(page: pikepdf.Page) -> dict[int, str]:
    """Return the letters of each marked sequence; those beyond ASCII stand as a dot."""
    texts: dict[int, str] = {}
    current = -1
    for operands, operator in operations(page):
        if operator == "BDC":
            current = int(operands[1].get("/MCID", -1))
            texts.setdefault(current, "")
        elif operator == "EMC":
            current = -1
        elif operator == "Tj" and current >= 0:
            letters = bytes(operands[0]).decode("latin-1")
            texts[current] += "".join(c if " " <= c <= "~" else "·" for c in letters)
    return texts


def artifacts(data: bytes) -> list[str]:
    """Return the letters of each piece of decoration, page by page."""
    found: list[str] = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            found += _artifacts(page)
    return [text for text in found if text]


def _artifacts(page: pikepdf.Page) -> list[str]:
    found: list[str] = []
    inside = False
    for operands, operator in operations(page):
        if operator == "BDC":
            inside = str(operands[0]) == "/Artifact"
            found.append("")
        elif operator == "EMC":
            inside = False
        elif operator == "Tj" and inside:
            found[-1] += bytes(operands[0]).decode("latin-1") + " "
    return found
