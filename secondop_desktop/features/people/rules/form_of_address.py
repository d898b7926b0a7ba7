"""Whether the window speaks to the person, or of them by name to whoever helps."""

from typing import Any

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lady", "lord"})


def spoken_name(row: Any) -> str:
    """Return what a carer calls the person; empty for somebody who keeps their own journal."""
    if not row.carer.strip():
        return ""
    return str(row.known_as or _first_name(row.name))


def _first_name(name: str) -> str:
    """Return the first name of "Harold Evans"; the whole of "Mr Evans", which holds none."""
    words = name.split()
    if not words or words[0].rstrip(".").lower() in _TITLES:
        return name.strip()
    return words[0]
