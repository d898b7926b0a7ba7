"""The colours, each named by its job; no other file of the window holds a colour."""

from typing import NamedTuple


class Tokens(NamedTuple):
    """One colour scheme; every value is written ``#RRGGBB``."""

    background: str
    surface: str
    alternate: str
    text: str
    muted: str
    divider: str
    edge: str
    primary: str
    on_primary: str
    primary_tint: str
    link: str
    success: str
    success_tint: str
    warning: str
    warning_tint: str
    error: str
    error_tint: str
    info: str
    info_tint: str
    focus: str
    on_focus: str
    chart_a: str
    chart_b: str
    chart_band: str


LIGHT = Tokens(
    background="#F6F4EF",
    surface="#FFFFFF",
    alternate="#ECE8DF",
    text="#1F2933",
    muted="#4A5763",
    divider="#CFC9BC",
    edge="#6B7680",
    primary="#1B5E63",
    on_primary="#FFFFFF",
    primary_tint="#DCECED",
    link="#1C5687",
    success="#1E6B3A",
    success_tint="#E3F1E6",
    warning="#7A4B00",
    warning_tint="#FDF0CF",
    error="#B3261E",
    error_tint="#FBE7E5",
    info="#28527A",
    info_tint="#E3EDF6",
    focus="#FFC83D",
    on_focus="#1F2933",
    chart_a="#1C5687",
    chart_b="#A04A00",
    chart_band="#DCECED",
)

DARK = Tokens(
    background="#14191D",
    surface="#1D242A",
    alternate="#273038",
    text="#ECEFF1",
    muted="#B7C1C9",
    divider="#3D4851",
    edge="#8A97A2",
    primary="#74C6CA",
    on_primary="#0B1E20",
    primary_tint="#1F3B3E",
    link="#93C5F2",
    success="#84D19B",
    success_tint="#1C3525",
    warning="#F2BE5C",
    warning_tint="#3A2C10",
    error="#FF9F96",
    error_tint="#43211F",
    info="#93C5F2",
    info_tint="#1E3347",
    focus="#FFD25E",
    on_focus="#14191D",
    chart_a="#93C5F2",
    chart_b="#F2A867",
    chart_band="#1F3B3E",
)
