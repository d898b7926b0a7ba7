"""Our own palette for Fusion, because the desktop's colour scheme rarely reaches Qt on Linux."""

from PySide6.QtGui import QColor, QPalette

from secondop_desktop.widgets.theme.tokens import Tokens

_Role = QPalette.ColorRole


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of a colour scheme, disabled texts muted."""
    result = QPalette()
    for role, colour in _roles(tokens).items():
        result.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    result.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.alternate))
    result.setColor(QPalette.ColorGroup.Disabled, _Role.HighlightedText, QColor(tokens.text))
    return result


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.background,
        _Role.WindowText: tokens.text,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.alternate,
        _Role.Text: tokens.text,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.text,
        _Role.BrightText: tokens.error,
        _Role.Highlight: tokens.primary,
        _Role.HighlightedText: tokens.on_primary,
        _Role.Accent: tokens.primary,
        _Role.Link: tokens.link,
        _Role.LinkVisited: tokens.link,
        _Role.ToolTipBase: tokens.surface,
        _Role.ToolTipText: tokens.text,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.alternate,
        _Role.Mid: tokens.divider,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.text,
    }
