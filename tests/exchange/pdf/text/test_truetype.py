"""The font in the file has a glyph for each letter, put together from those it is drawn from."""

from typing import Any

import uharfbuzz

from secondop_desktop.exchange.pdf.text.clusters import Cluster, clusters
from secondop_desktop.exchange.pdf.text.scripts import SCRIPTS
from secondop_desktop.exchange.pdf.text.shaping import ScriptFace, script_face
from secondop_desktop.exchange.pdf.text.truetype import program

_ARABIC = script_face(SCRIPTS[0], False)
_FIRST = 2_000


def _extents(font: Any, number: int) -> tuple[int, int, int, int]:
    found = font.get_glyph_extents(number)
    return found.x_bearing, found.y_bearing, found.width, found.height


def _made(*parts: tuple[tuple[tuple[int, int, int], ...], int]) -> Any:
    data = program(_ARABIC.font.face, _FIRST, parts)
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))


def _number(face: ScriptFace, letter: str) -> int:
    return face.glyphs(letter, True)[0].number


def test_a_glyph_of_one_part_looks_like_that_part() -> None:
    alef = _number(_ARABIC, "ا")
    font = _made((((alef, 0, 0),), 444))
    assert _extents(font, _FIRST) == _extents(_ARABIC.font, alef)
    assert font.get_glyph_h_advance(_FIRST) == 444
    assert font.face.glyph_count == _FIRST + 1


def test_parts_stand_where_they_are_put() -> None:
    alef = _number(_ARABIC, "ا")
    font = _made((((alef, 100, 30),), 0), (((alef, 0, 0), (alef, 500, 0)), 900))
    left, top, width, height = _extents(_ARABIC.font, alef)
    assert _extents(font, _FIRST) == (left + 100, top + 30, width, height)
    assert _extents(font, _FIRST + 1) == (left, top, width + 500, height)


def test_a_space_is_a_glyph_without_an_outline() -> None:
    space = _number(_ARABIC, " ")
    font = _made((((space, 0, 0),), 260))
    assert _extents(font, _FIRST) == (0, 0, 0, 0)
    assert font.get_glyph_h_advance(_FIRST) == 260


def test_the_sums_of_the_file_are_right() -> None:
    data = program(_ARABIC.font.face, _FIRST, [(((_number(_ARABIC, "ا"), 0, 0),), 444)])
    padded = data + b"\0" * (-len(data) % 4)
    words = (int.from_bytes(padded[n : n + 4]) for n in range(0, len(padded), 4))
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA


def test_a_letter_and_its_dots_are_one_and_a_mark_is_its_own() -> None:
    found = clusters(_ARABIC, "بَت", True)
    assert [one.letters for one in found] == ["ت", "\u064e", "ب"]
    assert [len(one.parts) for one in found] == [2, 1, 2]
    assert found[1].across == 0


def test_a_pile_of_marks_is_several_glyphs_in_one_place() -> None:
    hindi = script_face(SCRIPTS[2], False)
    found: list[Cluster] = clusters(hindi, "क" + "\u0901" * 150, False)
    said = "".join(one.letters for one in found).replace("\u200b", "")
    assert said == "क" + "\u0901" * 150
    assert max(len(one.parts) for one in found) <= 60
    assert [one.across > 0 for one in found] == [True, *[False] * (len(found) - 1)]
