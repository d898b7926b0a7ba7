"""The two families together have every letter and sign the window shows."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from secondop_desktop.widgets.theme import Text, Theme, Weight, fonts

UNITS = (
    "µmol/L", "μmol/L", "10⁹/L", "10¹²/L", "×10⁻³", "mL/min/1.73 m²", "°C", "≤ 5", "≥ 5", "< >",
    "± 2", "½", "%", "‰", "mm[Hg]", "B₁₂", "CO₂", "HbA₁c", "α-fetoprotein", "β-hCG", "γ-GT", "Ω",
)  # fmt: skip
SIGNS = ("✓", "✗", "→ ← ↑ ↓", "× ÷ −", "= ≠ ≈", "– —", "…", "“ ” ‘ ’", "• ·", "£ €", "′ ″")
WELSH = "âêîôûŵŷÂÊÎÔÛŴŶ áéíóúẃý ÁÉÍÓÚẂÝ àèìòùẁỳ ÀÈÌÒÙẀỲ äëïöüẅÿ ÄËÏÖÜẄŸ"
CYRILLIC = "Жанна Київ"


@pytest.mark.parametrize("text", [*UNITS, *SIGNS, WELSH, CYRILLIC])
@pytest.mark.parametrize("weight", list(Weight))
def test_no_glyph_is_missing(look: Theme, text: str, weight: Weight) -> None:
    used = _runs(text, look.font(Text.BODY, weight))
    assert all(0 not in glyphs for _family, glyphs in used), text
    assert {family for family, _glyphs in used} <= set(fonts.FAMILIES)


def test_plain_words_are_set_in_the_first_family(look: Theme) -> None:
    assert {family for family, _glyphs in _runs("Margaret Evans, 104 g/L", look.font())} == {
        "Atkinson Hyperlegible"
    }


def test_bold_is_a_cut_of_its_own(look: Theme) -> None:
    assert QFontInfo(look.font(Text.H1, Weight.BOLD)).bold()
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles("Atkinson Hyperlegible"))


def test_a_font_that_is_not_there_is_no_fault(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_FILES", (("no_such_package", "None.ttf"),))
    fonts.load.__wrapped__()


def _runs(text: str, font: QFont) -> list[tuple[str, list[int]]]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [(_family(run.rawFont()), run.glyphIndexes()) for run in layout.glyphRuns()]


def _family(font: QRawFont) -> str:
    return font.familyName()
