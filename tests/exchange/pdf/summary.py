"""A document that uses every block, for the golden tree and for the checker."""

from datetime import date
from io import BytesIO

from PIL import Image
from reportlab.graphics.shapes import Drawing, Rect

from secondop_desktop.exchange.pdf.blocks.flow import (
    Block,
    Box,
    Column,
    Content,
    Contents,
    Facts,
    Figure,
    Gap,
    Heading,
    List,
    NewPage,
    Para,
    Picture,
    Room,
    Rule,
    SideBySide,
    Table,
    Together,
    WritingLines,
)
from secondop_desktop.exchange.pdf.blocks.trend import Point, trend
from secondop_desktop.exchange.pdf.text.runs import bold, link, muted


def picture() -> bytes:
    """Return a small picture."""
    out = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def story() -> list[Block]:
    """Return the document."""
    return [*_first_page(), NewPage(), *_chapters()]


def _first_page() -> list[Block]:
    return [
        Heading(1, "Summary"),
        Facts([("Name", "Margaret Evans"), ("Born", "3 March 1950")], columns=2),
        Box(Para("Should I wait?", "lead"), title="The question"),
        Heading(2, "Opinions"),
        SideBySide(
            [
                [Heading(3, "First"), List(["Operate", ["Soon", Para("This year")]])],
                [Heading(3, "Second"), List(["Wait"], mark="number")],
            ]
        ),
        Rule(),
        Facts([("Allergies", [bold("Penicillin"), muted(" since 1987")])]),
        Gap(),
        Contents([("Results", "results"), ("Not printed", "gone")]),
    ]


def _chapters() -> list[Block]:
    drawing = Drawing(60, 40)
    drawing.add(Rect(0, 0, 60, 40))
    points = [
        Point(date(2024, 3, 1), 121, low=115, high=165),
        Point(date(2025, 9, 12), 110, comparator="<", low=120),
    ]
    rows: list[list[Content]] = [[f"Test {n}", ["5 ", muted("g/L")]] for n in range(60)]
    return [
        Heading(2, "Results", place="results"),
        trend(points, unit="g/L", alt="Two results"),
        Table([Column("Test"), Column("Value", align="right")], rows, row_headers=True),
        Together(
            Heading(3, "Pictures"), Figure(drawing, "A square"), Picture(picture(), "A photo")
        ),
        Room(300),
        Para(["See ", link("the results", "#results"), ", ", link("nothing", "#gone"), " and "]),
        Para(link("the NHS", "https://www.nhs.uk", "Website of the NHS")),
        List(["Letter"], mark="box"),
        WritingLines(40, "What did they say?"),
    ]
