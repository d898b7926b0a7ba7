"""Every pair of colours that meets on the screen can be told apart: WCAG 2.2, 1.4.3 and 1.4.11."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets.theme import DARK, LIGHT, Tokens, schemes
from secondop_desktop.widgets.theme.contrast import ratio

GROUNDS = ("background", "surface", "alternate")
TEXTS = ("text", "muted", "link", "success", "warning", "error", "info", "primary")
TONES = ("success", "warning", "error", "info")
ON_FILL = (("on_primary", "primary"), ("on_focus", "focus"))
STROKES = ("edge", "primary", "success", "warning", "error", "info")
CHART = ("chart_a", "chart_b", "edge", "text")


def _black() -> Tokens:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor("#000000"))
    system.setColor(QPalette.ColorRole.Text, QColor("#EEEEEE"))
    return schemes.high_contrast(system)


SCHEMES = {
    "light": LIGHT,
    "dark": DARK,
    "high contrast": schemes.high_contrast(QPalette(QColor("#FFFFFF"))),
    "high contrast, dark": _black(),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_can_be_read(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    pairs = [*product(TEXTS, GROUNDS), *ON_FILL, ("text", "primary_tint"), ("text", "chart_band")]
    pairs += [(ink, f"{tone}_tint") for tone in TONES for ink in (tone, "text")]
    pairs += [("link", "primary_tint"), ("muted", "primary_tint"), ("link", "info_tint")]
    assert _below(tokens, pairs, 4.5) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_control_and_stroke_can_be_seen(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    pairs = [*product(STROKES, GROUNDS), *product(CHART, ("surface", "chart_band"))]
    pairs += [("edge", "primary_tint"), ("primary", "primary_tint")]
    assert _below(tokens, pairs, 3.0) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_has_a_halo_or_an_edge_that_can_be_seen(scheme: str) -> None:
    tokens = SCHEMES[scheme]
    for ground in GROUNDS:
        assert _best(tokens, ("focus", "text"), ground) >= 3.0
    assert ratio(tokens.on_focus, tokens.focus) >= 4.5


def test_high_contrast_reaches_seven_to_one() -> None:
    for name in ("high contrast", "high contrast, dark"):
        tokens = SCHEMES[name]
        pairs = [*product(("text", "muted", "link"), GROUNDS), ("on_primary", "primary")]
        assert _below(tokens, pairs, 7.0) == []


def test_high_contrast_keeps_the_desktops_own_colours(qapp: QApplication) -> None:
    system, role = QPalette(), QPalette.ColorRole
    own = {
        role.Base: "#000000",
        role.Text: "#00FF00",
        role.Highlight: "#FFFF00",
        role.HighlightedText: "#000000",
        role.Link: "#8080FF",
    }
    own[role.Link] = "#A0A0FF"
    for part, colour in own.items():
        system.setColor(part, QColor(colour))
    tokens = schemes.high_contrast(system)
    assert (tokens.text, tokens.surface, tokens.primary) == ("#00FF00", "#000000", "#FFFF00")


def test_every_token_is_a_colour() -> None:
    for tokens in SCHEMES.values():
        assert all(QColor(value).isValid() and len(value) == 7 for value in tokens)


def _below(tokens: Tokens, pairs: list[tuple[str, str]], least: float) -> list[str]:
    found = {pair: ratio(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in pairs}
    return [f"{one} on {other}: {got:.2f}" for (one, other), got in found.items() if got < least]


def _best(tokens: Tokens, inks: tuple[str, ...], ground: str) -> float:
    return max(ratio(getattr(tokens, ink), getattr(tokens, ground)) for ink in inks)
