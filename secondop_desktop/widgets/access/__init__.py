"""What a screen reader is told where Qt by itself tells it nothing, or not enough."""

from secondop_desktop.widgets.access.roles import GROUP, HEADING, install

__all__ = ["GROUP", "HEADING", "install"]
