"""Signs that turn text about without being seen: "50 mg" could be shown as something else."""

import re

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""The explicit controls of Unicode Standard Annex 9; the scripts themselves need none of them."""


def without_controls(text: str) -> str:
    """Return a text in which each line runs as its own letters do."""
    return _CONTROLS.sub("", text)
