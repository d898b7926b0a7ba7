"""Words of a button on several lines, as Qt breaks none."""

from PySide6.QtGui import QFontMetrics


def in_lines(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """Return a text as lines of at most a width in device-independent pixels.

    A single word that is wider has a line of its own.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
