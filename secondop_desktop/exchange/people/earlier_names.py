"""Names that a person bore before, such as before they married: a line of the notes holds them."""

from collections.abc import Mapping, Sequence
from typing import Any

from secondop_desktop.lang import _


def earlier_line(names: Sequence[str]) -> str:
    """Return the line that names them, nothing where there are none."""
    return f"{_label()} {'; '.join(names)}" if names else ""


def earlier_names(person: Mapping[str, Any]) -> list[str]:
    """Return the names that such a line holds, of a draft or of a row."""
    label = _label()
    lines = (person.get("notes") or "").splitlines()
    held = (one.removeprefix(label) for one in lines if one.startswith(label))
    return [name.strip() for text in held for name in text.split(";") if name.strip()]


def _label() -> str:
    return _("Earlier name") + ":"
