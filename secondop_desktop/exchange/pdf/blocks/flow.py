"""All that a chapter may be made of, under one roof."""

from secondop_desktop.exchange.pdf.blocks.block import Block
from secondop_desktop.exchange.pdf.blocks.boxes import Box, SideBySide
from secondop_desktop.exchange.pdf.blocks.figures import Figure, Picture
from secondop_desktop.exchange.pdf.blocks.lists import Contents, Facts, List
from secondop_desktop.exchange.pdf.blocks.prose import Content, Heading, Para
from secondop_desktop.exchange.pdf.blocks.spacing import (
    Gap,
    NewPage,
    Room,
    Rule,
    Together,
    WritingLines,
    noted,
)
from secondop_desktop.exchange.pdf.blocks.tables import Column, Table

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
    "noted",
]
