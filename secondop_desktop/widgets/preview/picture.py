"""Reading a picture safely: its size is checked before it is decoded."""

from io import BytesIO
from typing import Any, Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage

from secondop_desktop.errors import UserError
from secondop_desktop.journal.files import heic
from secondop_desktop.lang import _
from secondop_desktop.widgets.background.pixels import image_of, reading

_MOST_PIXELS: Final = 100_000_000
_SHOWN_PIXELS: Final = 16_000_000
_READABLE: Final = {b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff"}
_HEIC: Final = {"image/heic", "image/heif"}


class Picture:
    """The bytes of a picture, of which a TIFF may hold several pages.

    Raises UserError for one that is empty or broken.
    """

    def __init__(self, data: bytes, content_type: str) -> None:
        if not data:
            raise UserError(_("This file is empty."))
        self._data, self._heic = data, content_type in _HEIC
        self._pages = 1 if self._heic else _count(data)

    def __len__(self) -> int:
        return self._pages

    def page(self, number: int = 0) -> QImage:
        """Decode a page, from 0, the right way up, made smaller beyond 16 megapixels.

        Raises UserError for one that is broken, or beyond 100 megapixels.
        """
        return _heic(self._data) if self._heic else _usual(self._data, number)


def _count(data: bytes) -> int:
    """Count the pages of a TIFF; the other pictures of a GIF are steps of a movement."""
    with reading(data) as reader:
        several = _known(reader.format()) == b"tiff"
        return max(reader.imageCount(), 1) if several else 1


def _known(form: QByteArray) -> bytes:
    if (name := bytes(form.data())) in _READABLE:
        return name
    raise _damaged()


def _usual(data: bytes, number: int) -> QImage:
    with reading(data) as reader:
        tiff = _known(reader.format()) == b"tiff"
        if number and not reader.jumpToImage(number):
            raise _damaged()
        size = reader.size()
        _check(size.width(), size.height())
        reader.setAutoTransform(True)
        reader.setScaledSize(_shown(size))
        image = reader.read()
    if image.isNull() and tiff:
        return _scanned(data, number)
    if image.isNull():
        raise _damaged()
    return image


def _scanned(data: bytes, number: int) -> QImage:
    """Decode a page of a TIFF that Qt cannot read, such as scanners make with JPEG inside."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=("TIFF",)) as opened:
            opened.seek(number)
            _check(*opened.size)
            upright = ImageOps.exif_transpose(opened)
            most = _shown(QSize(*upright.size))
            page = upright.convert("RGB").resize((most.width(), most.height()))
    except (ValueError, OSError, EOFError, SyntaxError, UnidentifiedImageError) as problem:
        raise _damaged() from problem
    size = page.width, page.height
    return image_of(page.tobytes(), size, 3 * page.width, QImage.Format.Format_RGB888)


def _heic(data: bytes) -> QImage:
    if not heic.can_read():
        raise UserError(_("HEIC photos cannot be shown on this computer."))
    import pi_heif

    try:
        opened: Any = pi_heif.open_heif(data, convert_hdr_to_8bit=True)
        _check(*opened.size)
        form = QImage.Format.Format_RGB888
        if opened.mode == "RGBA":
            form = QImage.Format.Format_RGBA8888
        return image_of(bytes(opened.data), opened.size, opened.stride, form)
    except (ValueError, OSError, EOFError, RuntimeError, SyntaxError) as problem:
        raise _damaged() from problem


def _check(width: int, height: int) -> None:
    if width <= 0 or height <= 0:
        raise _damaged()
    if width * height > _MOST_PIXELS:
        number = round(width * height / 1_000_000)
        raise UserError(
            _(
                "This picture has {number} million dots, too many to be shown here. "
                "The most is 100 million."
            ).format(number=number)
        )


def _shown(size: QSize) -> QSize:
    share = (_SHOWN_PIXELS / (size.width() * size.height())) ** 0.5
    return size if share >= 1 else QSize(int(size.width() * share), int(size.height() * share))


def _damaged() -> UserError:
    return UserError(_("This picture is damaged and cannot be shown here."))
