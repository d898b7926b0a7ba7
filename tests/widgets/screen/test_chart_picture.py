"""A chart leaves as a picture: copied, or saved as pixels or as lines."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from secondop_desktop.errors import UserError
from secondop_desktop.widgets.chart import Chart, Point
from secondop_desktop.widgets.feedback.saved_file import SavedFileNotice
from secondop_desktop.widgets.screen.chart_picture import ChartPicture


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


@pytest.fixture
def picture(qtbot: QtBot) -> ChartPicture:
    chart, said = Chart(), SavedFileNotice()
    for part in (chart, said):
        qtbot.addWidget(part)
    points = [Point(date(2026, month, 1), 10.0 + month, f"Month {month}") for month in (1, 2, 3)]
    chart.set_points(points, "Ferritin, µg/L", "µg/L", "It rises.")
    chart.resize(480, 320)
    chart.choose(1)
    return ChartPicture(chart, said, _write)


def test_it_is_saved_as_pixels_twice_as_fine(picture: ChartPicture, tmp_path: Path) -> None:
    picture.save_to(tmp_path / "a.png")
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (960, 640)
    assert len({image.pixel(x, 320) for x in range(0, 960, 3)}) > 2
    assert "a.png was saved" in picture._said.text.text()


def test_it_is_saved_as_lines_headed_by_its_name(picture: ChartPicture, tmp_path: Path) -> None:
    picture.save_to(tmp_path / "a.svg")
    drawn = (tmp_path / "a.svg").read_text("utf-8")
    assert "<title>Ferritin, µg/L</title>" in drawn
    assert "<path" in drawn or "<polyline" in drawn
    assert "Month 2" not in drawn
    assert picture._chart.chosen == 1


def test_it_is_copied(picture: ChartPicture) -> None:
    picture.copy()
    assert not QGuiApplication.clipboard().image().isNull()


def test_what_stands_in_the_way_is_said(picture: ChartPicture, tmp_path: Path) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise UserError("The disk is full.")

    picture._write = full
    picture.save_to(tmp_path / "a.png")
    assert picture._said.text.text() == "The disk is full."
