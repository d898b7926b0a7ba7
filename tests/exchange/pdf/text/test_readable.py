"""Text is made harmless, and what no font can show is named and counted."""

import sys
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.pdf.text.fonts import family, nowhere
from secondop_desktop.exchange.pdf.text.readable import Missing, harmless, readable
from secondop_desktop.exchange.pdf.text.scripts import by_script
from secondop_desktop.exchange.pdf.text.shaping import can_shape

SHOWN = (
    "µ μ ≤ ≥ ± × ÷ → ← ↑ ↓ ✓ ✗ □ α β γ Δ Ω ₂ ² ⁻ ⁹ ° ‰ ½ ŵ ŷ Ŵ Ŷ â ê î ô û ẁ ẃ ẅ ỳ Ж я Ł ł "
    "“curly” ‘quotes’ – — … • ≈ ≠ € £ ß ø å é ç ñ"
)

# Signs of Arabic numbers, and the two that join and part letters, are controls by their category.
_OF_SCRIPTS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2\u200c\u200d"


def test_what_people_write_is_shown_as_it_is() -> None:
    missing = Missing()
    assert readable(SHOWN, missing) == SHOWN
    assert missing.count == 0


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_every_cut_has_a_glyph_for_it(bold: bool, italic: bool) -> None:
    for face, text in family(bold=bold, italic=italic).faced(SHOWN):
        assert face.width(text) > 0
        assert {ord(char) for char in text} <= set(face.font.face.charToGlyph)


@pytest.mark.parametrize(
    ("typed", "shown", "count"),
    [
        ("I feel 😀 today", "I feel [grinning face] today", 1),
        ("ܫܠܡܐ", "[text in Syriac]", 4),
        ("Ꮳ ᏣᎳᎩ", "[text in Cherokee]", 4),
        ("漢字", "[text in Chinese]", 2),
        ("😀😀", "[grinning face] [grinning face]", 2),
        ("\ue000", "[unknown character]", 1),
        ("\ud800", "[unknown character]", 1),
        ("a 😀 漢字 z", "a [grinning face] [text in Chinese] z", 3),
        ("مرحبا 漢字 بك", "مرحبا [text in Chinese] بك", 2),
        ("नमस्ते😀", "नमस्ते[grinning face]", 1),
        ("ሀ\u137f", "ሀ[unknown character]", 1),
    ],
)
def test_what_no_font_has_is_named_and_counted(typed: str, shown: str, count: int) -> None:
    missing = Missing()
    assert readable(typed, missing) == shown
    assert missing.count == count


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\x00\x07\x1bb\x7f", "ab"),
        ("safe\u202egnp.exe\u2066", "safegnp.exe"),
        ("soft\u00adhyphen\u200bzero\ufeff", "softhyphenzero"),
        ("5\u202fmg\u2007x", "5\u00a0mg\u00a0x"),
        ("e\u0301", "é"),
        ("☑ ☐ ✔️", "✓ □ ✓"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("a\u200cb\u200dc", "abc"),
    ],
)
def test_text_is_made_harmless(typed: str, shown: str) -> None:
    assert harmless(typed) == shown


@given(st.text())
def test_whatever_is_typed_can_be_shown(typed: str) -> None:
    missing = Missing()
    shown = readable(typed, missing)
    unshaped = "".join(part for script, part in by_script(shown) if script is None)
    assert nowhere().search(unshaped) is None
    assert not any(
        unicodedata.category(char) in {"Cc", "Cf", "Cs"}
        for _script, part in by_script(shown)
        for char in part.replace("\n", "")
        if char not in _OF_SCRIPTS
    )
    assert readable(shown, missing) == shown


@given(st.text(alphabet=st.characters(max_codepoint=0x7E, min_codepoint=0x20)))
def test_plain_ascii_is_never_touched(typed: str) -> None:
    assert readable(typed, Missing()) == typed


@pytest.fixture
def without_harfbuzz(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    can_shape.cache_clear()
    yield
    monkeypatch.undo()
    can_shape.cache_clear()


@pytest.mark.usefixtures("without_harfbuzz")
@pytest.mark.parametrize(
    ("typed", "shown", "count"),
    [
        ("مرحبا بك", "[text in Arabic]", 7),
        ("Ann (אנה) 5\nשלום", "Ann ([text in Hebrew]) 5\n[text in Hebrew]", 7),
        ("नमस्ते 漢字", "[text in Devanagari] [text in Chinese]", 8),
        ("ŵ ≤ β", "ŵ ≤ β", 0),
    ],
)
def test_without_harfbuzz_the_scripts_it_shapes_stand_by_name(
    typed: str, shown: str, count: int
) -> None:
    missing = Missing()
    assert readable(typed, missing) == shown
    assert missing.count == count
    assert family().faced(shown)
