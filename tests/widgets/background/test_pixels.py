"""What borrows memory is let go before that memory is, however often garbage is collected."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from secondop_desktop.widgets.background.pixels import image_of, png_of, reading
from tests.widgets.preview import samples

_CHILD = Path(__file__).with_name("borrowing.py")


@pytest.mark.parametrize("every", [1, 7, 100])
def test_the_program_lives_on_whenever_garbage_is_collected(every: int) -> None:
    """In a process of its own: reading memory that is gone ends it without a word."""
    done = subprocess.run(
        [sys.executable, str(_CHILD), str(every)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[3],
    )
    assert (done.returncode, done.stdout.split()) == (0, ["alive"]), done.stderr


def test_a_reader_has_nothing_to_read_when_its_block_has_ended() -> None:
    with reading(samples.fax(2, "group4")) as reader:
        assert reader.imageCount() == 2
        assert not reader.read().isNull()
    assert reader.device() is None
    assert reader.read().isNull()


def test_a_picture_stays_when_its_bytes_are_overwritten() -> None:
    pixels = bytearray(b"\x10\x20\x30" * 4)
    image = image_of(bytes(pixels), (2, 2), 6, QImage.Format.Format_RGB888)
    pixels[:] = b"\xff" * len(pixels)
    colour = image.pixelColor(1, 1)
    assert (colour.red(), colour.green(), colour.blue()) == (0x10, 0x20, 0x30)


def test_a_picture_is_written_as_it_is() -> None:
    with reading(samples.picture("PNG")) as reader:
        image = reader.read()
    with reading(png_of(image)) as reader:
        assert reader.read() == image
