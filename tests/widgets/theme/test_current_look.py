"""The look is set for the whole application and can be changed while it runs."""

from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from secondop_desktop.widgets import theme
from secondop_desktop.widgets.theme import DARK, LIGHT, Scheme, Text, Theme, schemes
from secondop_desktop.widgets.theme.style import OwnStyle


def test_there_is_one_look(look: Theme, qapp: QApplication) -> None:
    assert theme.current() is look
    assert theme.apply(qapp, Scheme.DARK, 130) is look


def test_light_and_dark_colour_palette_and_sheet(look: Theme, qapp: QApplication) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.background)
    theme.apply(qapp, Scheme.DARK, 100)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.background)
    assert DARK.surface in qapp.styleSheet()
    assert LIGHT.background not in qapp.styleSheet()


def test_high_contrast_has_no_sheet_and_wider_lines(look: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.HIGH_CONTRAST, 100)
    assert qapp.styleSheet() == ""
    assert look.high_contrast
    assert look.line == 2


def test_a_change_is_told(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        theme.apply(qapp, Scheme.DARK, 100)
    assert look.tokens is DARK


def test_the_system_decides_when_asked(look: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.SYSTEM, 100)
    assert look.chosen is Scheme.SYSTEM
    assert look.scheme is not Scheme.SYSTEM


@pytest.mark.parametrize(("chosen", "follows"), [(Scheme.SYSTEM, True), (Scheme.LIGHT, False)])
def test_the_desktop_is_followed_unless_the_person_chose(
    look: Theme,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    chosen: Scheme,
    follows: bool,
) -> None:
    theme.apply(qapp, chosen, 120)
    monkeypatch.setattr(schemes, "resolve", lambda chosen, app: Scheme.DARK)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (look.scheme is Scheme.DARK) is follows
    assert look.percent == 120


@pytest.mark.parametrize(
    ("contrast", "colours", "scheme"),
    [
        (Qt.ContrastPreference.HighContrast, Qt.ColorScheme.Dark, Scheme.HIGH_CONTRAST),
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Dark, Scheme.DARK),
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Light, Scheme.LIGHT),
        (Qt.ContrastPreference.NoPreference, Qt.ColorScheme.Unknown, Scheme.LIGHT),
    ],
)
def test_what_the_desktop_asks_for(
    contrast: Qt.ContrastPreference, colours: Qt.ColorScheme, scheme: Scheme
) -> None:
    app = Mock()
    app.styleHints().accessibility().contrastPreference.return_value = contrast
    app.styleHints().colorScheme.return_value = colours
    assert schemes.resolve(Scheme.SYSTEM, app) is scheme
    assert schemes.resolve(Scheme.DARK, app) is Scheme.DARK


def test_text_grows_and_so_do_controls(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Add")
    qtbot.addWidget(button)
    button.show()
    before, font = button.sizeHint().height(), qapp.font().pointSizeF()
    theme.apply(qapp, Scheme.LIGHT, 200)
    assert qapp.font().pointSizeF() == 2 * font
    assert button.sizeHint().height() > 1.4 * before
    assert button.font().pointSizeF() == 2 * font


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
@pytest.mark.parametrize("kind", [QPushButton, QLineEdit])
def test_controls_are_a_comfortable_size(
    look: Theme, qapp: QApplication, qtbot: QtBot, scheme: Scheme, kind: type[QPushButton]
) -> None:
    theme.apply(qapp, scheme, 100)
    control = kind("Add")
    qtbot.addWidget(control)
    control.ensurePolished()
    assert 40 <= control.sizeHint().height() <= 48


def test_two_columns_become_one_from_150_percent(look: Theme, qapp: QApplication) -> None:
    assert not look.stacked
    theme.apply(qapp, Scheme.LIGHT, 150)
    assert look.stacked


def test_nothing_moves_by_itself(look: Theme, qapp: QApplication) -> None:
    style = qapp.style()
    assert style.styleHint(style.StyleHint.SH_Widget_Animation_Duration) == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


def test_the_style_is_made_once(look: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, Scheme.HIGH_CONTRAST, 100)
    first = qapp.style()
    theme.apply(qapp, Scheme.LIGHT, 100)
    theme.apply(qapp, Scheme.HIGH_CONTRAST, 100)
    assert qapp.style() is first
    assert isinstance(first, OwnStyle)


def test_line_heights_follow_the_role(look: Theme) -> None:
    assert look.line_height(Text.SMALL) < look.line_height() < look.line_height(Text.H1)
