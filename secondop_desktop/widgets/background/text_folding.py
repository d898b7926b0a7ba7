"""Texts compared as a person would: without accents and capitals."""

import unicodedata


def fold(text: str) -> str:
    """Return the text without accents, case and spaces around it."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).strip()
