"""The two buttons that move one of several cards, as the cards stand now."""

from secondop_desktop.lang import _
from secondop_desktop.widgets.controls.button import IconButton


def show_moves(
    before: IconButton, after: IconButton, title: str, at: int, count: int, *, stacked: bool
) -> None:
    """Name and switch them for the card at a place: up and down where cards are stacked.

    A single card cannot move, and has no buttons for it.
    """
    words = (_("Move up: {title}"), _("Move down: {title}"))
    if not stacked:
        words = (_("Move left: {title}"), _("Move right: {title}"))
    icons = ("arrow-up", "arrow-down") if stacked else ("arrow-left", "arrow-right")
    for button, text, icon in zip((before, after), words, icons, strict=True):
        button.set_words(text.format(title=title))
        button.set_icon(icon)
        button.setVisible(count > 1)
    before.setEnabled(at > 0)
    after.setEnabled(at < count - 1)
