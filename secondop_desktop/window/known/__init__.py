"""What the journal already knows about each step of a case, for Home and for the case itself."""

from secondop_desktop.window.known.facts import KINDS, known

__all__ = ["KINDS", "known"]
