"""Letters onto the page, as content of an element, with links where the words have them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from secondop_desktop.exchange.pdf.sheet import TEXT, Style, rgb
from secondop_desktop.exchange.pdf.structure.tags import Elem
from secondop_desktop.exchange.pdf.text.bidi import mirrored
from secondop_desktop.exchange.pdf.text.ordering import place_parts
from secondop_desktop.exchange.pdf.text.readable import Missing
from secondop_desktop.exchange.pdf.text.runs import PAGE_ROOM, Run
from secondop_desktop.exchange.pdf.text.shaping import ScriptFace
from secondop_desktop.exchange.pdf.text.typeset import Line, RunStyle, first_line, styled_lines

if TYPE_CHECKING:
    from secondop_desktop.exchange.pdf.structure.canvas import TaggedCanvas

Align = Literal["left", "right", "centre"]
Placed = tuple[float, float, str, RunStyle]
_LITERAL = re.compile(rb"[ !#-'*-\[\]-~]*")
_SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}


def letter(
    canvas: TaggedCanvas,
    elem: Elem,
    lines: Sequence[Line],
    x: float,
    baseline: float,
    leading: float,
    width: float,
    align: Align = "left",
) -> None:
    """Draw lines from a first baseline (points from the lower left corner of the page)."""
    canvas.count(lines)
    if any(line.has_rtl for line in lines):
        _turned(canvas, elem, lines, x, baseline, leading, width, align)
        return
    placed: list[Placed] = []
    linked = False
    share = _SHARE[align]
    for line in lines:
        left = x + (width - line.width) * share
        for text, ink in line.stretches:
            placed.append((left, baseline, text, ink))
            left += ink.width(text) if len(line.stretches) > 1 else 0.0
            linked = linked or ink.link is not None
        baseline -= leading
    if not placed:
        canvas.adopt(elem)
    elif linked:
        _draw_linked(canvas, elem, placed)
    else:
        started = canvas.begin(elem)
        draw(canvas, placed)
        if started:
            canvas.end()


def _turned(
    canvas: TaggedCanvas,
    elem: Elem,
    lines: Sequence[Line],
    x: float,
    baseline: float,
    leading: float,
    width: float,
    align: Align,
) -> None:
    """Draw lines of which some run from right to left: those stand at the right.

    They are drawn as they are seen, from left to right, as other programs expect it; what is
    read is said by an element around each of them (ISO 32000-1, 14.9.4).
    """
    links: dict[int, Elem] = {}
    with canvas.inside(elem):
        for line in lines:
            share = 1.0 if line.base and align == "left" and width else _SHARE[align]
            left = x + (width - line.width) * share
            parts = [(at, baseline, *part) for at, part in place_parts(line, left)]
            for run, group in groupby(parts, lambda item: item[3].link):
                stretches = list(group)
                said = "".join(text for _x, _y, text, _ink in stretches) if line.has_rtl else ""
                _draw_run(canvas, elem, links, run, sorted(stretches, key=itemgetter(0)), said)
            baseline -= leading


def draw(canvas: TaggedCanvas, placed: Sequence[Placed]) -> None:
    """Draw stretches as content of what is open."""
    code = ["BT"]
    colour = ""
    for x, y, text, ink in placed:
        if ink.colour != colour:
            colour = ink.colour
            code.append(_operands(colour, "rg"))
        code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        if isinstance(ink.face, ScriptFace):
            font = canvas.composite(ink.face)
            letters = font.code(text, from_right=ink.level % 2 == 1)
            code.append(f"/{font.name} {ink.size:.2f} Tf <{letters}> Tj")
            continue
        if ink.face.thicken:
            code.append(f"2 Tr {ink.size * 0.035:.2f} w {_operands(colour, 'RG')}")
        seen = mirrored(text[::-1]) if ink.level % 2 else text
        for subset, part in canvas.encoded(ink, seen):
            code.append(f"{canvas.tuned(ink, subset)} {_quoted(part)} Tj")
        if ink.face.thicken:
            code.append("0 Tr")
    code.append("ET")
    canvas.write(" ".join(code))


@functools.cache
def _operands(colour: str, operator: str) -> str:
    return " ".join(f"{part:.3f}" for part in rgb(colour)) + f" {operator}"


def _quoted(letters: bytes) -> str:
    if _LITERAL.fullmatch(letters):
        return f"({letters.decode('ascii')})"
    return f"<{letters.hex()}>"


def _draw_linked(canvas: TaggedCanvas, elem: Elem, placed: list[Placed]) -> None:
    """Draw text and links in turn, so that each link is an element with its own content."""
    links: dict[int, Elem] = {}
    with canvas.inside(elem):
        for run, group in groupby(placed, lambda item: item[3].link):
            _draw_run(canvas, elem, links, run, list(group))


def _draw_run(
    canvas: TaggedCanvas,
    elem: Elem,
    links: dict[int, Elem],
    run: Run | None,
    placed: list[Placed],
    said: str = "",
) -> None:
    """Draw stretches of one link or of none; ``said`` is what they say in reading order."""
    if run is not None:
        link = links.setdefault(id(run), Elem("Link"))
        _draw_link(canvas, link, run, placed, said)
        return
    with canvas.marked(Elem("Span", said=said) if said else elem):
        draw(canvas, placed)


def _draw_link(canvas: TaggedCanvas, elem: Elem, run: Run, placed: list[Placed], said: str) -> None:
    with canvas.inside(elem), canvas.marked(Elem("Span", said=said) if said else elem):
        canvas.later(lambda: _draw_as_link(canvas, run.target, placed))
    if elem.parent is None:
        return
    for y, group in groupby(placed, lambda item: item[1]):
        stretches = list(group)
        spans = [_span(x, text, ink) for x, _y, text, ink in stretches]
        left, right, size = min(spans)[0], max(end for _x, end in spans), stretches[-1][3].size
        rect = (left, y - size * 0.3, right, y + size)
        canvas.follow(elem, rect, run.target, run.hint or run.text)


def _draw_as_link(canvas: TaggedCanvas, target: str, placed: list[Placed]) -> None:
    """Draw link words so that they look like a link only if they lead somewhere."""
    if placed[0][3].link and placed[0][3].link.numbered:
        placed = _numbered(canvas, target, placed)
    if target.startswith("#") and canvas.page_of(target[1:]) is None:
        plain = [(x, y, text, replace(ink, colour=TEXT)) for x, y, text, ink in placed]
        draw(canvas, plain)
        return
    draw(canvas, placed)
    if not placed[0][3].link or not placed[0][3].link.quiet:
        canvas.write(_underlines(placed))


def _numbered(canvas: TaggedCanvas, target: str, placed: list[Placed]) -> list[Placed]:
    """Put the number of the page where the room for it was left; nothing where it is not known."""
    number = str(canvas.page_of(target[1:]) or "")
    filled: list[Placed] = []
    for x, y, text, ink in placed:
        if PAGE_ROOM not in text:
            filled.append((x, y, text, ink))
            continue
        said = text.replace(PAGE_ROOM, number)
        right = ink.link is not None and ink.link.numbered == "right"
        spare = max(ink.width(text) - ink.width(said), 0.0) if right else 0.0
        filled.append((x + spare, y, said, ink))
    return filled


def _underlines(placed: list[Placed]) -> str:
    """Return lines below a link: it must not be known by its colour alone."""
    code = [_operands(placed[0][3].colour, "RG"), "0.5 w"]
    for x, y, text, ink in placed:
        below = y - ink.size * 0.14
        start, end = _span(x, text, ink)
        code.append(f"{start:.2f} {below:.2f} m {end:.2f} {below:.2f} l S")
    return " ".join(code)


def _span(x: float, text: str, ink: RunStyle) -> tuple[float, float]:
    """Return where the letters of a stretch begin and end, without the space behind them."""
    seen = ink.width(text.rstrip(" "))
    return (x + ink.width(text) - seen, x + ink.width(text)) if ink.level % 2 else (x, x + seen)


def say(
    canvas: TaggedCanvas,
    text: str,
    style: Style,
    x: float,
    baseline: float,
    align: Align = "left",
    room: float = 1e6,
) -> float:
    """Draw as much of a text as fits in one line, beside or around x, and return its width."""
    line = first_line(styled_lines(text, style, Missing()), room)
    left = x - line.width * _SHARE[align]
    if line.has_rtl:
        draw(canvas, [(at, baseline, *part) for at, part in place_parts(line, left)])
        return line.width
    placed: list[Placed] = []
    for part, ink in line.stretches:
        placed.append((left, baseline, part, ink))
        left += ink.width(part)
    draw(canvas, placed)
    return line.width
