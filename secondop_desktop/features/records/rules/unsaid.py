"""Papers of which nobody has said yet what they are."""

from typing import Any, Final

PHOTO: Final = "photo"
"""What a picture is called as it comes in; a letter may be on it."""


def is_unsaid(row: Any) -> bool:
    """Tell whether a record is a file as it came: its sort is open, or only that of a picture."""
    said = row.type not in {"", PHOTO} or (row.type == PHOTO and (row.date or row.from_provider))
    return bool(row.file) and not said
