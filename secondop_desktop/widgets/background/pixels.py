"""Pictures between bytes and Qt, where Qt borrows the memory of others.

A `QImageReader` reads from a buffer that it does not own, a `QImage` over bytes keeps only their
address, a `QBuffer` the address of its array. Which of two goes first when a function ends is not
ours to say, and Qt then reads what is gone: the program ends. So nothing that borrows leaves this
module; what leaves it owns its memory.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

_MEGABYTES = 512


@contextmanager
def reading(data: bytes) -> Iterator[QImageReader]:
    """Give a reader of a picture's bytes, which has nothing to read any more when the block ends.

    Its decoder, which goes back to the buffer even while it is being deleted, is gone by then.
    """
    QImageReader.setAllocationLimit(_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader()
    reader.setDevice(buffer)
    reader.setDecideFormatFromContent(True)
    try:
        yield reader
    finally:
        reader.setDevice(None)  # type: ignore[arg-type]  # Qt takes none: it lets go of both
        buffer.close()


def image_of(pixels: bytes, size: tuple[int, int], stride: int, form: QImage.Format) -> QImage:
    """Return pixels (width and height in dots, bytes to a line) as a picture of its own."""
    return QImage(pixels, *size, stride, form).copy()  # `pixels` is held until it returns


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG file; empty where Qt cannot write it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its writer goes inside
    buffer.close()
    return bytes(buffer.data().data())
