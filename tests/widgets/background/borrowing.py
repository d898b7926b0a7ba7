"""Opens files of every kind again and again while garbage is collected at odd moments."""

import gc
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from secondop_desktop.features.records.form import as_picture
from secondop_desktop.widgets.preview import Preview
from secondop_desktop.widgets.preview.pdf import Pdf
from tests.widgets.preview import samples

_FILES = [
    (samples.fax(2, "group4"), "image/tiff"),
    (samples.fax(2, "tiff_lzw"), "image/tiff"),
    (samples.picture("TIFF"), "image/tiff"),
    (samples.picture("TIFF")[:90], "image/tiff"),
    (samples.picture("PNG"), "image/png"),
    (samples.picture("JPEG", turned=6), "image/jpeg"),
    (samples.moving_gif(), "image/gif"),
    (samples.HEIC, "image/heic"),
    (samples.pdf(), "application/pdf"),
]


def main(every: int) -> None:
    """Collect garbage at each so many new objects."""
    app = QApplication([])
    preview = Preview()
    preview.show()
    gc.set_threshold(every, 1, 1)
    for data, content_type in _FILES * 3:
        preview.open(data, content_type, "file")
        preview.go_to(2)
        app.processEvents()
    pdf = Pdf(samples.pdf(1))
    image = pdf.render(0, 0.5)
    pdf.close()
    assert isinstance(image, QImage)
    assert (as_picture(image).data or b"").startswith(b"\x89PNG")
    gc.set_threshold(0)
    sys.stdout.write("alive")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
