"""Tool tips in plain text: what comes from a journal or a file is never read as a page."""

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Return what Qt shows as exactly this text.

    Qt takes a tip that holds a tag for a page, and opens the pictures that it names; on Windows
    such a name may lie on another computer.
    """
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
