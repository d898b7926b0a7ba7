"""Chinese, Japanese and Korean: drawn where their fonts were added, told by name where not."""

from collections.abc import Iterator

import pytest

from secondop_desktop.exchange.pdf.text import added_fonts
from secondop_desktop.exchange.pdf.text.readable import Missing, readable
from secondop_desktop.exchange.pdf.text.scripts import by_script
from tests.exchange.pdf.papers import paper, words_of

_TEXTS = ("李医生, 北京协和医院", "やまだ 花子 (山田)", "김민수, 서울")
needs_fonts = pytest.mark.skipif(
    not added_fonts.are_all_added(), reason="Noto Sans SC, JP and KR are not installed"
)


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(added_fonts, "_folders", lambda: iter(()))
    added_fonts._found.cache_clear()
    yield
    added_fonts._found.cache_clear()


@needs_fonts
@pytest.mark.parametrize("text", _TEXTS)
def test_it_is_drawn_and_can_be_copied(text: str) -> None:
    missing = Missing()
    assert readable(text, missing) == text
    assert missing.count == 0
    assert text in words_of(paper(f"Seen by {text} in March."))


@pytest.mark.parametrize("text", _TEXTS)
def test_it_is_told_by_name_without_the_fonts(text: str, without: None) -> None:
    missing = Missing()
    assert "[text in " in readable(text, missing)
    assert missing.count > 1


def test_signs_beside_kana_are_japanese() -> None:
    fonts = [script.font for script, _part in by_script("山田さん and 서울") if script]
    assert fonts == ["JP", "KR"]
    assert [script.font for script, _part in by_script("山") if script] == ["SC"]
