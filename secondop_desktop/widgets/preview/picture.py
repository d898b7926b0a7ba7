"""Reading a picture safely: its size is checked before it is decoded."""

from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from secondop_desktop.errors import UserError
from secondop_desktop.lang import _

_MOST_PIXELS: Final = 100_000_000
_SHOWN_PIXELS: Final = 16_000_000
_READABLE: Final = {b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff"}
_MEGABYTES: Final = 512


def read_picture(data: bytes, content_type: str) -> QImage:
    """Decode a picture the right way up, made smaller beyond 16 megapixels.

    Raises UserError for one that is empty, broken, or beyond 100 megapixels.
    """
    if not data:
        raise UserError(_("This file is empty."))
    return _heic(data) if content_type in {"image/heic", "image/heif"} else _usual(data)


def _usual(data: bytes) -> QImage:
    QImageReader.setAllocationLimit(_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    if bytes(reader.format().data()) not in _READABLE:
        raise _damaged()
    size = reader.size()
    _check(size.width(), size.height())
    reader.setAutoTransform(True)
    reader.setScaledSize(_shown(size))
    image = reader.read()
    if image.isNull():
        raise _damaged()
    return image


def _heic(data: bytes) -> QImage:
    import pi_heif

    try:
        opened: Any = pi_heif.open_heif(data, convert_hdr_to_8bit=True)
        _check(*opened.size)
        width, height = opened.size
        form = QImage.Format.Format_RGB888
        if opened.mode == "RGBA":
            form = QImage.Format.Format_RGBA8888
        return QImage(bytes(opened.data), width, height, opened.stride, form).copy()
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
