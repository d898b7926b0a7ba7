"""All that a chapter may be made of, under one roof."""

from secondop_desktop.exchange.pdf.blocks import Block
from secondop_desktop.exchange.pdf.boxes import Box, SideBySide
from secondop_desktop.exchange.pdf.figures import Figure, Picture
from secondop_desktop.exchange.pdf.lists import Contents, Facts, List
from secondop_desktop.exchange.pdf.prose import Content, Heading, Para
from secondop_desktop.exchange.pdf.spacing import Gap, NewPage, Room, Rule, Together, WritingLines
from secondop_desktop.exchange.pdf.tables import Column, Table

__all__ = [
    "Block",
    "Box",
    "Column",
    "Content",
    "Contents",
    "Facts",
    "Figure",
    "Gap",
    "Heading",
    "List",
    "NewPage",
    "Para",
    "Picture",
    "Room",
    "Rule",
    "SideBySide",
    "Table",
    "Together",
    "WritingLines",
]
