"""Words: a language is chosen once, and what it lacks stays English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from secondop_desktop import lang
from secondop_desktop.lang import (
    MONTHS,
    N_,
    WEEKDAYS,
    _,
    beginning,
    in_short,
    ngettext,
    time_words,
)


@pytest.fixture
def welsh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak a Welsh of a few texts, and English again afterwards."""
    catalog = Catalog(locale="cy")
    # Welsh has many plurals: none of them is the English "one" and "more".
    plurals = tuple(f"ffurf {form}: {{count}}" for form in range(catalog.num_plurals))
    catalog.add("Records", "Cofnodion")
    catalog.add("March", "Mawrth")
    catalog.add("midday", "hanner dydd")
    catalog.add(("{count} page", "{count} pages"), plurals)
    _compile(catalog, tmp_path / "cy" / "LC_MESSAGES" / "secondop.mo")
    monkeypatch.setattr(lang, "located", lambda *_parts: str(tmp_path))
    lang.use("cy")
    yield
    lang.use("en")


def _compile(catalog: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalog)


def test_english_is_spoken_until_another_language_is_chosen() -> None:
    assert lang.code() == "en"
    assert _("Records") == "Records"


@pytest.mark.usefixtures("welsh")
def test_chosen_language_is_spoken() -> None:
    assert lang.code() == "cy"
    assert _("Records") == "Cofnodion"
    said = [ngettext("{count} page", "{count} pages", count)[:7] for count in (0, 1, 2, 3, 6)]
    assert said == ["ffurf 0", "ffurf 1", "ffurf 2", "ffurf 3", "ffurf 4"]


@pytest.mark.usefixtures("welsh")
def test_word_that_is_not_translated_stays_english() -> None:
    assert _("Bin") == "Bin"


@pytest.mark.usefixtures("welsh")
def test_constant_is_translated_when_shown() -> None:
    assert MONTHS[2] == "March"
    assert _(MONTHS[2]) == "Mawrth"
    assert N_("Records") == "Records"


@pytest.mark.usefixtures("welsh")
def test_switch_back_reaches_every_later_call() -> None:
    lang.use("en")
    assert _("Records") == "Records"


@pytest.mark.usefixtures("welsh")
def test_language_that_is_not_shipped_is_shown_in_english() -> None:
    lang.use("xx")
    assert _("Records") == "Records"


@pytest.mark.usefixtures("welsh")
def test_empty_text_stays_empty() -> None:
    assert _("") == ""


@pytest.mark.parametrize(("count", "said"), [(0, "pages"), (1, "page"), (2, "pages")])
def test_english_plural(count: int, said: str) -> None:
    assert ngettext("page", "pages", count) == said


def test_year_and_week_are_whole() -> None:
    assert len(set(MONTHS)) == 12
    assert len(set(WEEKDAYS)) == 7


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (0, 0, "midnight"),
        (0, 5, "12:05am"),
        (9, 0, "9am"),
        (10, 30, "10:30am"),
        (12, 0, "midday"),
        (12, 1, "12:01pm"),
        (17, 0, "5pm"),
        (23, 59, "11:59pm"),
    ],
)
def test_time_as_people_say_it(hour: int, minute: int, said: str) -> None:
    assert time_words(hour, minute) == said


@pytest.mark.usefixtures("welsh")
def test_time_in_the_chosen_language() -> None:
    assert time_words(12, 0) == "hanner dydd"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("two words", "two words"),
        ("several\n\tlines of words", "several lines of…"),
        ("Anti" + "dis" * 40, "Antidisdisdisdisdis…"),
        ("a " + "b" * 40, "a " + "b" * 17 + "…"),
        ("word, " * 9, "word, word, word…"),
        (" " * 500 + "far off", "…"),
    ],
)
def test_a_text_in_short_is_cut_at_a_word_or_in_a_very_long_one(text: str, short: str) -> None:
    assert in_short(text, 20) == short
    assert len(short) <= 20


def test_the_beginning_of_a_text_keeps_its_lines() -> None:
    assert beginning("two\nlines", 9) == "two\nlines"
    assert beginning("two \nlines", 5) == "two…"
