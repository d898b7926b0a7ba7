"""Where the parts of a line stand when some of them run from right to left."""

from secondop_desktop.exchange.pdf.text.bidi import visual
from secondop_desktop.exchange.pdf.text.typeset import Line, Stretch


def place_parts(line: Line, left: float) -> list[tuple[float, Stretch]]:
    """Return the parts of a line in the order in which they are read, each with its left edge.

    ``left`` is the left edge of the letters that are seen: the space that joins a line to the
    next stands beyond its end, which is the left one in a line from right to left (rule L1).
    """
    if not line.stretches:
        return []
    parts, space = _without_last_space(line)
    places = [0.0] * len(parts)
    at = left
    for n in visual([ink.level for _text, ink in parts]):
        text, ink = parts[n]
        places[n] = at
        at += ink.width(text)
    placed = list(zip(places, parts, strict=True))
    if space:
        text, ink = space
        placed.append((left - ink.width(text) if line.base else at, space))
    return placed


def _without_last_space(line: Line) -> tuple[list[Stretch], Stretch | None]:
    text, ink = line.stretches[-1]
    seen = text.rstrip(" ")
    if seen == text:
        return line.stretches, None
    kept = [*line.stretches[:-1], *([(seen, ink)] if seen else [])]
    return kept, (text[len(seen) :], ink)
