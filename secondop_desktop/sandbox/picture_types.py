"""The pictures that can be read, by media type (IANA names)."""

from typing import Final

HEIC: Final = frozenset({"image/heic", "image/heif"})
"""Photos of telephones, which have a reader of their own."""

PHOTOS: Final = HEIC | {
    *("image/jpeg", "image/png", "image/tiff", "image/webp"),
    *("image/avif", "image/jp2"),
}
"""Pictures that may show a paper: what cameras, telephones and scanners make."""
