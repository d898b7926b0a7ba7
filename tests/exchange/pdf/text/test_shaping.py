"""Letters join, stack and change their order as their scripts write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.scripts import SCRIPTS, Script, by_script, shaped
from secondop_desktop.exchange.pdf.text.shaping import (
    ScriptFace,
    can_draw,
    lacking,
    script_face,
    worded,
)

_BY_TAG = {script.tag: script for script in SCRIPTS}
WRITTEN = {
    "Arab": "أشعر بألم ہے گچ پژوهش ڈاکٹر ۴۵۶ ٤٥٦ شكرًا",
    "Hebr": "אני מרגיש כאב",
    "Deva": "मुझे घुटने में दर्द है क्षत्रिय श्री ड़",
    "Beng": "আমার হাঁটুতে ব্যথা",
    "Guru": "ਮੈਨੂੰ ਗੋਡੇ ਵਿੱਚ ਦਰਦ ਹੈ",
    "Gujr": "મને ઘૂંટણમાં દુખાવો ક્ષત્રિય",
    "Orya": "ନମସ୍କାର",
    "Taml": "எனக்கு வலி உள்ளது",
    "Telu": "నమస్కారం",
    "Knda": "ನಮಸ್ಕಾರ",
    "Mlym": "നമസ്കാരം",
    "Sinh": "ශ්\u200dරී ලංකාව",
    "Thai": "ฉันปวดเข่า",
    "Laoo": "ສະບາຍດີ",
    "Mymr": "မင်္ဂလာပါ",
    "Khmr": "សួស្តី",
    "Ethi": "ጉልበቴ ያመኛል",
    "Geor": "მუხლი მტკივა",
    "Armn": "Ծունկս ցավում է",
}
"""A few words in each script that can be drawn."""


def _face(tag: str, *, bold: bool = False) -> ScriptFace:
    return script_face(_BY_TAG[tag], bold)


def _numbers(face: ScriptFace, word: str) -> list[int]:
    return [glyph.number for glyph in face.glyphs(word, face.script.from_right)]


@pytest.mark.parametrize("script", [*filter(can_draw, SCRIPTS)], ids=lambda script: script.tag)
@pytest.mark.parametrize("bold", [False, True])
def test_every_script_has_a_glyph_for_what_is_written_in_it(script: Script, bold: bool) -> None:
    face, text = script_face(script, bold), WRITTEN[script.tag]
    assert [one for one, _part in by_script(text)] == [script]
    assert lacking(script).search(text) is None
    assert all(face.draws(word) for word in text.split())
    assert readable(text, missing := Missing()) == text
    assert missing.count == 0
    assert face.width(text) > 0.15 * len(text)


def test_arabic_letters_take_the_form_of_their_place() -> None:
    face = _face("Arab")
    alone, joined = _numbers(face, "س"), _numbers(face, "سسس")
    assert len(joined) == 3
    assert len({*joined, *alone}) == 4  # at the end, inside, at the beginning, and alone


def test_a_letter_that_does_not_join_on_leaves_the_next_alone() -> None:
    face = _face("Arab")
    assert _numbers(face, "دس") == [*_numbers(face, "س"), *_numbers(face, "د")]


def test_the_sign_that_parts_letters_is_kept_and_parts_them() -> None:
    face = _face("Arab")
    assert set(_numbers(face, "می")) != set(_numbers(face, "م\u200cی"))
    assert face.width("می\u200cخواهم") == pytest.approx(face.width("می") + face.width("خواهم"))


def test_a_vowel_of_hindi_stands_before_the_letter_it_follows() -> None:
    face = _face("Deva")
    vowel, letter = _numbers(face, "कि")
    assert letter == _numbers(face, "क")[0]
    assert vowel not in _numbers(face, "क")


def test_letters_that_stack_are_one() -> None:
    face = _face("Deva")
    assert len(_numbers(face, "क्ष")) == 1
    assert face.width("क्ष") < face.width("क") + face.width("ष")


def test_bold_is_a_weight_of_its_own() -> None:
    for tag in ("Arab", "Hebr", "Deva"):
        assert _face(tag).width(WRITTEN[tag]) != _face(tag, bold=True).width(WRITTEN[tag])


def test_a_text_is_as_wide_as_its_words_and_spaces() -> None:
    face = _face("Arab")
    assert face.width("درد ہے") == face.width("درد") + face.width(" ") + face.width("ہے")
    assert face.width("") == 0
    assert list(worded("a  b ")) == [("a", "  "), ("b", " ")]


@pytest.mark.parametrize("tag", ["Arab", "Hebr", "Deva", "Thai", "Mymr"])
@pytest.mark.parametrize("limit", [0.1, 3.0, 12.0])
def test_a_long_word_is_broken_between_letters_and_fits(tag: str, limit: float) -> None:
    face, word = _face(tag), WRITTEN[tag].replace(" ", "") * 20
    parts = list(face.chopped(word, limit))
    assert "".join(parts) == word
    for part in parts:
        assert face.wide(part) <= limit or len({g.start for g in face.glyphs(part, False)}) <= 2


def test_only_the_scripts_that_need_it_are_shaped() -> None:
    assert not shaped("Ŵyth gŵr α Ж 😀")
    assert shaped("a ب")
    assert [(script.tag if script else "", part) for script, part in by_script("a ب ج। 漢 ।")] == [
        ("", "a "),
        ("Arab", "ب ج।"),
        ("", " "),
        ("Hani", "漢"),
        ("", " "),
        ("Deva", "।"),
    ]


_LETTERS = "".join(WRITTEN.values()) + " a5(漢😀\u0301\u064b\u05b8\u093f\u0e31\u200c\u200d।"


@given(st.text(alphabet=st.sampled_from(_LETTERS), max_size=30))
def test_no_glyph_is_ever_missing(typed: str) -> None:
    for script, part in by_script(readable(typed, Missing())):
        if script:
            assert all(script_face(script, True).draws(word) for word, _gap in worded(part))
