"""The walker is trusted by other tests, so it must find what it promises to find."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets.theme import Theme
from tests.widgets import walker


def _shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for part in parts:
        column.addWidget(part)
    holder.show()
    return holder


def test_it_names_an_edit_without_a_name(qtbot: QtBot) -> None:
    assert walker.unnamed(_shown(qtbot, QLineEdit())) == ["QLineEdit in QWidget: no name"]


def test_a_placeholder_is_no_name(qtbot: QtBot) -> None:
    edit = QLineEdit(placeholderText="Search")
    holder = _shown(qtbot, edit)
    assert len(walker.unnamed(holder)) == 1
    edit.setAccessibleName("Search")
    assert walker.unnamed(holder) == []


def test_what_is_chosen_in_a_list_is_no_name(qtbot: QtBot) -> None:
    box = QComboBox()
    box.addItem("Same")
    holder = _shown(qtbot, box)
    assert walker.unnamed(holder) == ["QComboBox in QWidget: no name"]
    box.setAccessibleName("How they compare")
    assert walker.unnamed(holder) == []


def test_a_label_names_its_buddy(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    QFormLayout(holder).addRow("Name", QLineEdit())
    holder.show()
    assert walker.unnamed(holder) == []


def test_it_looks_past_the_edit_inside_a_number_box(qtbot: QtBot) -> None:
    box = QSpinBox()
    box.setAccessibleName("How many")
    assert walker.unnamed(_shown(qtbot, box)) == []


def test_a_focusable_frame_has_no_role(qtbot: QtBot) -> None:
    frame = QFrame()
    frame.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    frame.setAccessibleName("Chart")
    assert walker.unnamed(_shown(qtbot, frame)) == ["QFrame in QWidget “Chart”: no role"]


def test_a_wrong_edit_must_say_why(qtbot: QtBot) -> None:
    edit = QLineEdit()
    edit.setAccessibleName("Date")
    edit.setProperty("wrong", True)
    holder = _shown(qtbot, edit)
    assert "wrong without saying why" in walker.unnamed(holder)[0]
    edit.setAccessibleDescription("Enter the date")
    assert walker.unnamed(holder) == []


def test_hidden_and_disabled_widgets_do_not_count(qtbot: QtBot) -> None:
    hidden, disabled = QLineEdit(), QLineEdit()
    disabled.setEnabled(False)
    holder = _shown(qtbot, hidden, disabled)
    hidden.hide()
    assert walker.unnamed(holder) == []


def test_it_finds_small_targets(look: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Undo")
    holder = _shown(qtbot, button)
    assert walker.small(holder) == []
    button.setFixedHeight(20)
    assert len(walker.small(holder)) == 1


def test_it_finds_text_that_is_cut_off(qtbot: QtBot) -> None:
    label = QLabel("A rather long sentence which needs all of its room", wordWrap=True)
    holder = _shown(qtbot, label)
    assert walker.cut_off(holder) == []
    label.setFixedSize(60, 20)
    assert len(walker.cut_off(holder)) == 1


def test_it_finds_words_that_were_left_out(qtbot: QtBot) -> None:
    button, box = QPushButton("Opinions side…"), QComboBox()
    button.setAccessibleName("Opinions side by side")
    box.setAccessibleName("Order")
    box.addItem("The oldest of all of them first")
    box.setFixedWidth(60)
    apart = QPushButton("Remind me…")
    apart.setAccessibleName("Remind me: Ring the ward")
    found = walker.cut_off(_shown(qtbot, button, box, apart))
    assert [one.partition(":")[0].split()[0] for one in found] == ["QPushButton", "QComboBox"]
