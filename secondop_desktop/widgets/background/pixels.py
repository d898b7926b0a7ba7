"""Pictures between bytes and Qt, where Qt borrows the memory of others.

A `QImage` over bytes keeps only their address, a `QBuffer` the address of its array. Which of two
goes first when a function ends is not ours to say, and Qt then reads what is gone: the program
ends. So nothing that borrows leaves this module; what leaves it owns its memory.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage


def image_of(pixels: bytes, size: tuple[int, int], stride: int, form: QImage.Format) -> QImage:
    """Return pixels (width and height in dots, bytes to a line) as a picture of its own."""
    return QImage(pixels, *size, stride, form).copy()  # `pixels` is held until it returns


def image_of_answer(told: dict[str, Any], pixels: bytes) -> QImage:
    """Return what the sandbox decoded; raises ValueError where its figures and bytes disagree."""
    width, height, stride = *map(int, told["size"]), int(told["stride"])
    form = _FORMS[str(told["form"])]
    least = (width * QImage.toPixelFormat(form).bitsPerPixel() + 7) // 8
    if min(width, height) < 1 or stride < least or len(pixels) < stride * height:
        raise ValueError("a picture is not what is said of it")
    return image_of(pixels, (width, height), stride, form)


_FORMS = {
    "BGRX": QImage.Format.Format_RGB32,
    "BGRA": QImage.Format.Format_ARGB32,
    "RGB": QImage.Format.Format_RGB888,
    "RGBA": QImage.Format.Format_RGBA8888,
}
"""Orders of bytes in memory, as the sandbox names them."""


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG file; empty where Qt cannot write it."""
    return written(lambda buffer: image.save(buffer, "PNG"))  # type: ignore[call-overload]


def written(write: Callable[[QIODevice], object]) -> bytes:
    """Return what is written to memory as to a file; the memory outlives its writer."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)  # the writer goes inside
    buffer.close()
    return bytes(buffer.data().data())
