"""Words of a look: only safe targets become links, empty lines end paragraphs."""

import pytest

from secondop_desktop.exchange.pdf.text.runs import Run, bold, link, paragraphs, plain, runs


@pytest.mark.parametrize(
    "target", ["#results", "https://www.nhs.uk/x?a=1", "HTTP://a.b", "mailto:a@b.c", "tel:+44"]
)
def test_places_and_addresses_can_be_followed(target: str) -> None:
    assert link("there", target).target == target


@pytest.mark.parametrize(
    "target",
    ["", "#", "file:///etc/passwd", "/etc/passwd", "javascript:alert(1)", "https://a b", "smb://x"],
)
def test_nothing_else_can_be_followed(target: str) -> None:
    assert link("there", target).target == ""


def test_any_words_become_runs() -> None:
    assert runs("a") == (Run("a"),)
    assert runs(bold("a")) == (Run("a", bold=True),)
    assert runs(["a", bold("b")]) == (Run("a"), Run("b", bold=True))
    assert plain(["a", bold("b")]) == "ab"


def test_empty_lines_end_paragraphs_and_keep_the_look() -> None:
    parts = paragraphs(["one\n\ntwo ", bold("three\n  \n\nfour\nfive")])
    assert [plain(part) for part in parts] == ["one", "two three", "four\nfive"]
    assert runs(parts[2]) == (Run("four\nfive", bold=True),)


def test_words_without_letters_are_one_empty_paragraph() -> None:
    assert paragraphs("\n\n  \n\n") == [""]
