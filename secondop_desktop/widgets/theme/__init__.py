"""How everything looks: colours, type, spacing, and the one place that applies them.

What applies them is imported when it is first asked for: the frame of the window is seen before.
"""

from typing import TYPE_CHECKING, Any

from secondop_desktop.widgets.theme.schemes import Scheme
from secondop_desktop.widgets.theme.sizes import Space, Text, Weight
from secondop_desktop.widgets.theme.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from secondop_desktop.widgets.theme.current_look import Theme, apply, current

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


def __getattr__(name: str) -> Any:
    """Bring in the look, and keep what was asked for: it is asked for often."""
    if name not in {"Theme", "apply", "current"}:
        raise AttributeError(name)
    from secondop_desktop.widgets.theme import current_look

    found = globals()[name] = getattr(current_look, name)
    return found
