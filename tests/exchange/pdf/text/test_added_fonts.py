"""Fonts that somebody installed: found by their names, and only those that can be drawn from."""

from collections.abc import Callable, Iterator
from pathlib import Path

import manimgx_fonts
import pytest

from secondop_desktop.exchange.pdf.text import added_fonts
from secondop_desktop.exchange.pdf.text.added_fonts import added_font, are_all_added
from secondop_desktop.exchange.pdf.text.readable import missing_said

_GOOD = (Path(manimgx_fonts.__file__).parent / "NotoSansThai[wght].ttf").read_bytes()
_OUTLINES_OF_ANOTHER_KIND = b"OTTO" + _GOOD[4:]

Lay = Callable[..., Path]


@pytest.fixture
def lay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lay]:
    """Install fonts on a computer that has none."""
    monkeypatch.setattr(added_fonts, "_folders", lambda: iter((tmp_path / "none", tmp_path)))

    def laid(name: str, data: bytes = _GOOD, folder: str = "google") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        added_fonts._found.cache_clear()
        return path

    added_fonts._found.cache_clear()
    yield laid
    added_fonts._found.cache_clear()


@pytest.mark.parametrize(
    "name", ["NotoSansKR[wght].ttf", "NotoSansKR-VF.ttf", "notosanskr-variablefont_wght.ttf"]
)
def test_a_font_is_known_as_it_is_fetched(lay: Lay, name: str) -> None:
    assert added_font("KR") is None
    laid = lay(name)
    assert added_font("KR") == laid
    assert added_font("SC") is None


def test_chinese_and_japanese_stand_in_for_each_other(lay: Lay) -> None:
    japanese = lay("NotoSansJP-VF.ttf")
    assert added_font("SC") == added_font("JP") == japanese
    chinese = lay("NotoSansSC-VF.ttf")
    assert (added_font("SC"), added_font("JP")) == (chinese, japanese)


@pytest.mark.parametrize("data", [_OUTLINES_OF_ANOTHER_KIND, b"", b"\0\1\0\0", _GOOD[:30]])
def test_what_nothing_can_be_drawn_from_is_passed_over(lay: Lay, data: bytes) -> None:
    lay("NotoSansSC-VF.ttf", data, "a")
    assert added_font("SC") is None
    later = lay("NotoSansSC-VF.ttf", folder="b")
    assert added_font("SC") == later


def test_other_names_are_not_taken(lay: Lay) -> None:
    for name in ("NotoSansCJK-Regular.ttc", "NotoSerifSC-VF.ttf", "NotoSansSC-Regular.ttf"):
        lay(name)
    assert added_font("SC") is None


def test_what_to_install_is_said_until_all_are_there(lay: Lay) -> None:
    for letters in ("SC", "JP", "KR"):
        assert not are_all_added()
        assert "install the fonts Noto Sans SC" in missing_said()
        lay(f"NotoSans{letters}[wght].ttf")
    assert are_all_added()
    assert missing_said().endswith("so their names are shown instead.")
