"""Taking a part off the screen for good."""

from PySide6.QtWidgets import QLayout, QWidget


def drop(part: QWidget, layout: QLayout) -> None:
    """Take a part out of its layout and delete it; it is gone from sight at once.

    Qt deletes it only when it is back in its loop: until then it would still be painted, and
    could hold the focus.
    """
    layout.removeWidget(part)
    part.hide()
    part.deleteLater()
