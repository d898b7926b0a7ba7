"""Which colours are in use: light, dark, high contrast, or what the system says."""

from enum import StrEnum
from typing import Final

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from secondop_desktop.widgets.theme.contrast import luminance, ratio
from secondop_desktop.widgets.theme.tokens import DARK, LIGHT, Tokens

_HIGH: Final = 7.0


class Scheme(StrEnum):
    """What a person can choose in Settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


def resolve(chosen: Scheme, app: QGuiApplication) -> Scheme:
    """Return the scheme to draw; ``SYSTEM`` becomes what the desktop asks for."""
    if chosen is not Scheme.SYSTEM:
        return chosen
    from PySide6.QtCore import Qt

    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Scheme.HIGH_CONTRAST
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT


def tokens(scheme: Scheme, system: QPalette) -> Tokens:
    """Return the colours of a resolved scheme; ``system`` is the desktop's own palette."""
    if scheme is Scheme.HIGH_CONTRAST:
        return high_contrast(system)
    return DARK if scheme is Scheme.DARK else LIGHT


def high_contrast(system: QPalette) -> Tokens:
    """Return the desktop's colours when they reach 7:1, else black on white or its reverse."""
    taken = _from_palette(system)
    if _is_high(taken):
        return taken
    dark = luminance(taken.background) < luminance(taken.text)
    return _BLACK if dark else _WHITE


def _name(system: QPalette, role: QPalette.ColorRole) -> str:
    return QColor(system.color(QPalette.ColorGroup.Active, role)).name().upper()


def _from_palette(system: QPalette) -> Tokens:
    role = QPalette.ColorRole
    paper, ink = _name(system, role.Base), _name(system, role.Text)
    quiet = _name(system, role.PlaceholderText)
    return _plain(
        paper=paper,
        ink=ink,
        quiet=quiet if ratio(quiet, paper) >= _HIGH else ink,
        mark=_name(system, role.Highlight),
        on_mark=_name(system, role.HighlightedText),
        link=_name(system, role.Link),
    )


def _is_high(taken: Tokens) -> bool:
    pairs = (
        (taken.text, taken.background),
        (taken.on_primary, taken.primary),
        (taken.link, taken.background),
        (taken.primary, taken.background),
    )
    return all(ratio(one, other) >= _HIGH for one, other in pairs)


def _plain(paper: str, ink: str, quiet: str, mark: str, on_mark: str, link: str) -> Tokens:
    """Spread six colours over all tokens: no tints, words and icons carry the meaning."""
    return Tokens(
        background=paper,
        surface=paper,
        alternate=paper,
        text=ink,
        muted=quiet,
        divider=ink,
        edge=ink,
        primary=mark,
        on_primary=on_mark,
        primary_tint=paper,
        link=link,
        success=ink,
        success_tint=paper,
        warning=ink,
        warning_tint=paper,
        error=ink,
        error_tint=paper,
        info=ink,
        info_tint=paper,
        focus=mark,
        on_focus=on_mark,
        chart_a=ink,
        chart_b=link,
        chart_band=paper,
    )


_WHITE: Final = _plain(
    paper="#FFFFFF",
    ink="#000000",
    quiet="#525252",
    mark="#0B3B6E",
    on_mark="#FFFFFF",
    link="#00308F",
)
_BLACK: Final = _plain(
    paper="#000000",
    ink="#FFFFFF",
    quiet="#B8B8B8",
    mark="#FFEB3B",
    on_mark="#000000",
    link="#8FD3FF",
)
