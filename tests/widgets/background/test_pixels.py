"""What borrows memory is let go before that memory is, however often garbage is collected."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from secondop_desktop.widgets.background.pixels import image_of, image_of_answer, png_of
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


def test_a_picture_stays_when_its_bytes_are_overwritten() -> None:
    pixels = bytearray(b"\x10\x20\x30" * 4)
    image = image_of(bytes(pixels), (2, 2), 6, QImage.Format.Format_RGB888)
    pixels[:] = b"\xff" * len(pixels)
    colour = image.pixelColor(1, 1)
    assert (colour.red(), colour.green(), colour.blue()) == (0x10, 0x20, 0x30)


def test_a_picture_is_written_as_it_is() -> None:
    image = QImage.fromData(samples.picture("PNG"))
    assert QImage.fromData(png_of(image)) == image


@pytest.mark.parametrize(
    "lie", [{"size": [2, 3]}, {"stride": 5}, {"size": [0, 2]}, {"size": [3, 2]}, {"form": "RGBA"}]
)
def test_figures_that_do_not_fit_the_bytes_are_refused(lie: dict[str, object]) -> None:
    told: dict[str, object] = {"size": [2, 2], "stride": 6, "form": "RGB"}
    assert image_of_answer(told, bytes(12)).size().toTuple() == (2, 2)
    with pytest.raises(ValueError, match="not what is said of it"):
        image_of_answer(told | lie, bytes(12))
