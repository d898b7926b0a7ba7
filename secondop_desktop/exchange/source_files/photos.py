"""Several photos of one paper made into one PDF, a page each, upright as they were taken."""

from collections.abc import Sequence
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files.any_file import head, shown_name
from secondop_desktop.journal.files.sniff import content_type
from secondop_desktop.lang import _
from secondop_desktop.sandbox.answers import NO_READER, TroubleError
from secondop_desktop.sandbox.held_file import HeldFile
from secondop_desktop.sandbox.process import FOR_WORK, EndedError

MOST_PIXELS = 90_000_000
"""Dots of one photo; telephones take half of that."""

_SECONDS = 30.0
_PHOTOS = frozenset(
    {
        *("image/jpeg", "image/png", "image/heic", "image/webp"),
        *("image/avif", "image/jp2", "image/tiff"),
    }
)


def is_photo(path: Path) -> bool:
    """Tell whether a file is a picture that can be one page of a record."""
    return content_type(head(path)) in _PHOTOS


def as_one_pdf(paths: Sequence[Path]) -> bytes:
    """Return the pictures as one PDF in the order given.

    Raises UserError naming the picture that cannot be read. Sides are at most 3,000 pixels.
    """
    pages = HeldFile(FOR_WORK, "photos", b"")
    try:
        for number, path in enumerate(paths, 1):
            _add(pages, path, number)
        return pages.ask("pdf", _SECONDS * len(paths)).body
    except EndedError:
        raise UserError(
            _(
                "One of these photos takes far more memory or time to read than a photo does. "
                "Add them one by one to see which."
            )
        ) from None
    finally:
        pages.close()


def _add(pages: HeldFile, path: Path, number: int) -> None:
    """Make a photo the page of this number; raises EndedError where earlier pages were lost."""
    phone = content_type(head(path)) == "image/heic"
    try:
        told = pages.ask("add", _SECONDS, path.read_bytes(), most=MOST_PIXELS, phone=phone)
    except (OSError, TroubleError) as problem:
        raise _unreadable(path, problem) from None
    if told.head["pages"] != number:
        raise EndedError


def _unreadable(path: Path, problem: Exception) -> UserError:
    if isinstance(problem, TroubleError) and problem.trouble == NO_READER:
        text = _(
            "{name} is a HEIC photo, which cannot be read on this computer. Add it as it is, "
            "or save it as JPEG first."
        )
    else:
        text = _("{name} cannot be read as a picture. Leave it out, or add it as it is.")
    return UserError(text.format(name=shown_name(path)))
