"""Marking a text for translation where it is written down but not yet shown."""


def N_(text: str) -> str:
    """Mark a constant for translation; it is translated when it is shown."""
    return text
