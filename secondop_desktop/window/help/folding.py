"""Words made alike for searching: without accents and capital letters."""

import unicodedata


def folded(text: str) -> str:
    """Return a text in small letters without the marks above and below them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
