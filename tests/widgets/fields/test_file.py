"""A file is chosen, dropped or pasted, and shown by name, kind and size."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from secondop_desktop.journal.values.sizes import size_words
from secondop_desktop.widgets.fields import FileField
from secondop_desktop.widgets.fields.file_words import type_words
from tests.widgets.fields.conftest import Show


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A file of 2,300 bytes."""
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"x" * 2300)
    return path


def _data(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_chosen_file_is_told_and_shown(show: Show, qtbot: QtBot, letter: Path) -> None:
    field = FileField("PDF (*.pdf)")
    field.set_label("File")
    show(field)
    field.choose.click()
    (dialog,) = field.findChildren(QFileDialog)
    with qtbot.waitSignals([field.edited, field.chosen]):
        dialog.fileSelected.emit(str(letter))
    dialog.done(0)
    assert field.value() == letter
    assert field.shown.name.text() == "letter.pdf"
    assert field.shown.detail.text() == "PDF, 2 KB"
    assert field.focus_widget() is field.change


def test_several_dropped_files_are_told_together(show: Show, qtbot: QtBot, letter: Path) -> None:
    field = FileField()
    show(field)
    second = letter.with_name("photo.jpg")
    second.write_bytes(b"y")
    data = _data(letter, second, letter.parent)
    buttons, keys, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction
    enter = QDragEnterEvent(QPoint(1, 1), copy.CopyAction, data, buttons, keys)
    QApplication.sendEvent(field, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(1, 1), copy.CopyAction, data, buttons, keys)
    with qtbot.waitSignal(field.several) as told, qtbot.assertNotEmitted(field.edited):
        QApplication.sendEvent(field, drop)
    assert told.args == [[letter, second]]
    assert field.value() is None


def test_files_and_pictures_are_pasted_by_keyboard(show: Show, qtbot: QtBot, letter: Path) -> None:
    field = FileField()
    show(field)
    QGuiApplication.clipboard().setMimeData(_data(letter))
    field.choose.setFocus()
    with qtbot.waitSignal(field.chosen):
        QTest.keyClick(field.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == letter
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    with qtbot.waitSignal(field.pasted) as pasted:
        field.take_pasted()
    assert pasted.args[0].size() == picture.size()


def test_nothing_to_paste_is_said(show: Show) -> None:
    field = FileField()
    show(field)
    QGuiApplication.clipboard().setText("words")
    field.paste.click()
    assert field.note() == "Nothing to paste. Copy a file or a picture first."
    assert field.value() is None


def test_a_kept_file_is_shown_without_being_a_choice(show: Show) -> None:
    field = FileField()
    show(field)
    field.show_kept("scan.heic", 5_400_000)
    assert field.shown.detail.text() == "Photo or picture, 5.4 MB"
    assert field.value() is None
    assert field.focus_widget() is field.change


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "less than 1 KB"),
        (999, "less than 1 KB"),
        (1000, "1 KB"),
        (340_400, "340 KB"),
        (999_600, "1.0 MB"),
        (2_340_000, "2.3 MB"),
        (12_340_000, "12 MB"),
        (3_000_000_000, "3.0 GB"),
    ],
)
def test_sizes(size: int, words: str) -> None:
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.PDF", "PDF"),
        ("b.heic", "Photo or picture"),
        ("c.dcm", "Scan images (DICOM)"),
        ("d.xyz", "XYZ"),
        ("e.EML", "E-mail"),
        ("README", "File"),
    ],
)
def test_types(name: str, words: str) -> None:
    assert type_words(name) == words
