"""Several photos of one paper made into one PDF, a page each, upright as they were taken."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.source_files.any_file import head, shown_name
from secondop_desktop.journal.files import heic
from secondop_desktop.journal.files.sniff import content_type
from secondop_desktop.lang import _

_A4_DPI = 200
_MOST_SIDE = 3000


def is_photo(path: Path) -> bool:
    """Tell whether a file is a picture that can be one page of a record."""
    return content_type(head(path)) in {"image/jpeg", "image/png", "image/heic", "image/webp"}


def as_one_pdf(paths: Sequence[Path]) -> bytes:
    """Return the pictures as one PDF in the order given.

    Raises UserError naming the picture that cannot be read. Sides are at most 3,000 pixels.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    heic.teach_pillow()
    pages = []
    for path in paths:
        _refuse_unreadable(path)
        try:
            with Image.open(path) as picture:
                most = Image.MAX_IMAGE_PIXELS
                if most is not None and picture.width * picture.height > most:
                    raise Image.DecompressionBombError
                page = ImageOps.exif_transpose(picture).convert("RGB")
        except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError):
            raise UserError(
                _("{name} cannot be read as a picture. Leave it out, or add it as it is.").format(
                    name=shown_name(path)
                )
            ) from None
        page.thumbnail((_MOST_SIDE, _MOST_SIDE))
        pages.append(page)
    out = BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=_A4_DPI)
    return out.getvalue()


def _refuse_unreadable(path: Path) -> None:
    """Tell of a HEIC photo where nothing reads one, rather than call it broken."""
    if not heic.can_read() and content_type(head(path)) == "image/heic":
        raise UserError(
            _(
                "{name} is a HEIC photo, which cannot be read on this computer. Add it as it is, "
                "or save it as JPEG first."
            ).format(name=shown_name(path))
        )
