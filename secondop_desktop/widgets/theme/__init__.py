"""How everything looks: colours, type, spacing, and the one place that applies them."""

from secondop_desktop.widgets.theme.current_look import Theme, apply, current
from secondop_desktop.widgets.theme.schemes import Scheme
from secondop_desktop.widgets.theme.sizes import Space, Text, Weight
from secondop_desktop.widgets.theme.tokens import DARK, LIGHT, Tokens

__all__ = [
    "DARK",
    "LIGHT",
    "Scheme",
    "Space",
    "Text",
    "Theme",
    "Tokens",
    "Weight",
    "apply",
    "current",
]
