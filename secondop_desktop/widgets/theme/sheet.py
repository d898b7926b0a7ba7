"""The style sheet of the light and dark schemes; heights come from the font, never from here."""

from string import Template
from typing import Final

from secondop_desktop.widgets.theme.sizes import Radius, Space
from secondop_desktop.widgets.theme.tokens import Tokens

_PAD: Final = 10
_MARK_EDGE: Final = 4
"""The thick lower edge of what is chosen: its tint alone differs by 1.22:1 from what is not."""
_BUTTONS: Final = """
QPushButton {
  background: $surface; color: $text; border: 1px solid $edge;
  border-radius: ${control}px; padding: ${pad}px ${large}px;
}
QPushButton:hover { background: $primary_tint; border-color: $primary; }
QPushButton:pressed { background: $alternate; }
QPushButton:checked {
  background: $primary_tint; border-color: $primary;
  border-bottom-width: ${mark_edge}px; padding-bottom: ${mark_pad}px;
}
QPushButton[kind="primary"] {
  background: $primary; color: $on_primary; border-color: $primary; font-weight: bold;
}
QPushButton[kind="primary"]:hover { border-color: $text; }
QPushButton[kind="danger"] { color: $error; border-color: $error; }
QPushButton[kind="danger"]:hover { background: $error_tint; }
QPushButton[kind="quiet"] {
  background: transparent; color: $link; border-color: transparent;
  padding-left: ${medium}px; padding-right: ${medium}px;
}
QPushButton[kind="quiet"]:hover { background: $primary_tint; }
QPushButton[kind="icon"] {
  background: transparent; border-color: transparent; padding: ${pad}px;
}
QPushButton[kind="icon"]:hover { background: $primary_tint; border-color: $primary; }
QPushButton[kind="icon"]:checked {
  background: $primary_tint; border-color: $primary; border-bottom-width: ${mark_edge}px;
}
QPushButton[kind="whose"] {
  background: transparent; border-color: transparent; text-align: left; font-weight: bold;
  padding: 0 ${small}px;
}
QPushButton[kind="whose"]:hover { background: $primary_tint; border-color: $primary; }
QPushButton:disabled, QPushButton[kind="primary"]:disabled {
  background: $alternate; color: $muted; border-color: $divider;
}
QPushButton[kind="icon"]:disabled { background: transparent; border-color: transparent; }
QPushButton:focus, QPushButton[kind="primary"]:focus, QPushButton[kind="quiet"]:focus,
QPushButton[kind="danger"]:focus, QPushButton[kind="icon"]:focus {
  background: $focus; color: $on_focus; border-color: $on_focus;
}
QPushButton::menu-indicator { width: 0px; }
QToolButton {
  background: transparent; color: $text; border: 1px solid transparent;
  border-radius: ${control}px; padding: ${small}px;
}
QToolButton[kind="status"] {
  padding: 0px ${small}px; margin: 0px; border-radius: ${tag}px; border-width: 0px;
}
QToolButton:hover { background: $primary_tint; border-color: $primary; }
QToolButton:checked {
  background: $primary_tint; border-color: $primary; border-bottom-width: ${mark_edge}px;
}
QToolButton:focus { background: $focus; color: $on_focus; border-color: $on_focus; }
QToolButton:disabled { color: $muted; }
QToolButton::menu-indicator { image: none; }
"""

_FIELDS: Final = """
QLineEdit, QTextEdit, QPlainTextEdit {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${control}px;
  selection-background-color: $primary; selection-color: $on_primary;
  placeholder-text-color: $muted;
}
QLineEdit { padding: ${pad}px ${medium}px; }
QTextEdit, QPlainTextEdit { padding: ${small}px; }
QLineEdit:hover, QTextEdit:hover, QPlainTextEdit:hover { border-color: $text; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QPlainTextEdit[wrong="true"] {
  border-color: $error;
}
QLineEdit:read-only, QTextEdit:read-only, QPlainTextEdit:read-only { background: $background; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled {
  background: $alternate; color: $muted; border-color: $divider;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
  border: none; border-radius: 0px; padding: 0px; background: transparent;
}
QComboBox QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: 0px;
  selection-background-color: $primary; selection-color: $on_primary; padding: ${hair}px;
}
"""

_VIEWS: Final = """
QAbstractItemView {
  background: $surface; alternate-background-color: $background; color: $text;
  border: 1px solid $divider; border-radius: ${tag}px;
  selection-background-color: $primary_tint; selection-color: $text;
}
QHeaderView { background: $surface; border: none; border-radius: 0px; }
QHeaderView::section:horizontal {
  background: $surface; color: $muted; border: none; border-bottom: 1px solid $edge;
  padding: ${pad}px ${medium}px; font-weight: bold;
}
QHeaderView::section:vertical {
  background: $surface; color: $text; border: none; border-bottom: 1px solid $divider;
  padding: ${small}px ${medium}px;
}
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: ${large}px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: ${large}px; margin: 0px; }
QScrollBar::handle { background: $edge; border-radius: ${hair}px; margin: ${hair}px; }
QScrollBar::handle:vertical { min-height: ${huge}px; }
QScrollBar::handle:horizontal { min-width: ${huge}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $divider; }
QSplitter::handle:hover { background: $primary; }
"""

_WINDOW: Final = """
QMenuBar { background: $background; color: $text; padding: 0px ${small}px; }
QMenuBar::item { padding: 3px ${medium}px; border-radius: ${tag}px; }
QMenuBar::item:selected { background: $focus; color: $on_focus; }
QMenu {
  background: $surface; color: $text; border: 1px solid $edge; padding: ${hair}px;
}
QMenu::item { padding: ${small}px ${wide}px ${small}px ${medium}px; border-radius: ${tag}px; }
QMenu::icon { padding-left: ${medium}px; }
QMenu::indicator { width: ${mark}px; height: ${mark}px; padding-left: ${medium}px; }
QMenu::item:selected { background: $focus; color: $on_focus; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::separator { height: 1px; background: $divider; margin: ${hair}px ${small}px; }
QToolTip {
  background: $surface; color: $text; border: 1px solid $edge; padding: ${small}px;
}
QTabWidget::pane { border: 1px solid $divider; border-radius: ${card}px; top: -1px; }
QTabBar { border-bottom: 1px solid $divider; }
QTabBar::tab {
  background: transparent; color: $link; padding: ${pad}px ${large}px;
  border: 1px solid transparent; border-bottom: 4px solid transparent;
}
QTabBar::tab:selected { color: $text; border-bottom-color: $primary; font-weight: bold; }
QTabBar::tab:hover { background: $primary_tint; }
"""

_SHEET: Final = Template(_BUTTONS + _FIELDS + _VIEWS + _WINDOW)


def sheet(tokens: Tokens, line_height: int) -> str:
    """Return the style sheet of a colour scheme; only marks in menus need the line height."""
    spaces = {step.name.lower(): int(step) for step in Space}
    corners = {corner.name.lower(): int(corner) for corner in Radius}
    return _SHEET.substitute(
        tokens._asdict(),
        pad=_PAD,
        mark=line_height,
        mark_edge=_MARK_EDGE,
        mark_pad=_PAD - _MARK_EDGE + 1,
        **spaces,
        **corners,
    )
