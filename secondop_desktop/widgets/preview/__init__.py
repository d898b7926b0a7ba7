"""Looking at a record inside the window: PDF, picture, text, or a plain card for the rest."""

from secondop_desktop.widgets.preview.view import Preview

__all__ = ["Preview"]
