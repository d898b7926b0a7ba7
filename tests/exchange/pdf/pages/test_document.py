"""A whole document: what stands on each page, what the file says, and that it never fails."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondop_desktop.errors import UserError
from secondop_desktop.exchange.pdf.blocks.flow import (
    Box,
    Facts,
    Heading,
    List,
    Para,
    SideBySide,
    Table,
)
from secondop_desktop.exchange.pdf.pages.document import About, build, preview
from secondop_desktop.exchange.pdf.text.runs import bold
from tests.effort import effort
from tests.examples import at_most
from tests.exchange.pdf.papers import ABOUT, artifacts, operations, paper, words_of

_LONG = "A sentence that is long enough to fill more than one line of this page. " * 5


def test_every_page_says_whose_it_is_and_which_one() -> None:
    data = paper(*(Para(_LONG) for _n in range(40)))
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    assert pages > 2
    said = " ".join(" ".join(artifacts(data)).split())
    for n in range(pages):
        assert f"Page {n + 1} of {pages}" in said
    for text in ("Margaret Evans", ABOUT.born, ABOUT.made, ABOUT.notice):
        assert said.count(text) == pages


def test_the_file_says_its_title_and_language_and_no_more() -> None:
    with pikepdf.open(BytesIO(paper(Para("Text")))) as pdf:
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert dict(pdf.docinfo) == {"/Title": ABOUT.title}
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["pdfaid:part"] == "3"
            assert meta["pdfaid:conformance"] == "A"
            assert meta["dc:title"] == ABOUT.title
            assert "dc:creator" not in meta


def test_an_author_is_named_only_if_given() -> None:
    about = About("A & B <c>", "P", "B", "M", "N", lang="cy", author="Siân Evans")
    with pikepdf.open(BytesIO(preview([Para("x")], about)[0])) as pdf:
        assert pdf.Root.Lang == "cy"
        assert pdf.docinfo["/Author"] == "Siân Evans"
        with pdf.open_metadata() as meta:
            assert meta["dc:creator"] == ["Siân Evans"]
            assert meta["dc:title"] == "A & B <c>"


def test_markup_is_printed_as_it_was_typed() -> None:
    typed = 'x < y & <b>not bold</b> <img src="/etc/passwd"/> &amp; <font size=99> </para>'
    data = paper(
        Heading(1, typed),
        Para(typed),
        List([typed]),
        Table([typed], [[typed]]),
        Facts([(typed, typed)]),
    )
    assert words_of(data).count(typed) == 7
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not any(page.get_images() for page in pdf.pages)


def test_words_stay_apart_at_the_ends_of_lines() -> None:
    story = [Para(_LONG), List([_LONG]), Table(["a", "b"], [[_LONG, _LONG]]), Box(_LONG)]
    words = words_of(paper(*story)).split()
    assert set(_LONG.split()) <= set(words)
    assert not any("of.this" in word or "tofill" in word or "onelIne" in word for word in words)
    assert words.count("sentence") == 25


def test_all_fonts_are_embedded_subsets() -> None:
    story = [Heading(1, "Bold ŵ"), Para(["plain α ", bold("bold → α")])]
    with pikepdf.open(BytesIO(paper(*story))) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert len(fonts) == 3
        for font in fonts:
            assert str(font.BaseFont).startswith("/AAAAAA+")
            assert "/FontFile2" in font.FontDescriptor
            assert "/ToUnicode" in font


def test_missing_characters_are_counted_once_each() -> None:
    about = About("T", "Margaret 😀", "B", "M", "N")
    story = [Para("😀 " * 3), Table(["a"], [["漢"]] * 3), Para("x\n" * 300)]
    _data, built = preview(story, about)
    assert built.pages > 2
    assert built.missing.count == 7
    assert built.missing.characters == {"😀": 4, "漢": 3}


def test_same_input_gives_the_same_bytes() -> None:
    script = (
        "import hashlib; from tests.exchange.pdf.papers import paper;"
        "from tests.exchange.pdf.summary import story;"
        "print(hashlib.sha256(paper(*story())).hexdigest())"
    )
    root = Path(__file__).parents[4]
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_large_print_is_larger() -> None:
    story = [Para("A paragraph of a few words.") for _n in range(60)]
    again = [Para("A paragraph of a few words.") for _n in range(60)]
    _data, small = preview(story, ABOUT)
    data, large = preview(again, ABOUT, large_print=True)
    assert large.pages > small.pages
    with pikepdf.open(BytesIO(data)) as pdf:
        drawn = operations(pdf.pages[0])
        sizes = [float(operands[1]) for operands, operator in drawn if operator == "Tf"]
    assert 16.0 in sizes
    assert min(sizes) >= 12.0


def test_pages_are_told_and_a_build_can_be_stopped(tmp_path: Path) -> None:
    heard: list[int] = []
    built = build(tmp_path / "a.pdf", [Para("x\n" * 200)], ABOUT, on_page=heard.append)
    assert heard == list(range(1, built.pages + 1))

    def stop(number: int) -> None:
        if number == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        build(tmp_path / "b.pdf", [Para("x\n" * 200)], ABOUT, on_page=stop)
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_build_and_preview_give_the_same(tmp_path: Path) -> None:
    built = build(tmp_path / "a.pdf", [Heading(1, "One", place="one")], ABOUT)
    assert (tmp_path / "a.pdf").read_bytes() == paper(Heading(1, "One", place="one"))
    assert built.places == {"one": 1}
    with pytest.raises(UserError):
        build(tmp_path / "gone" / "a.pdf", [Para("x")], ABOUT)


@pytest.mark.parametrize(
    ("part", "times"),
    [
        ("word and another wörd ", 19_000),
        ("x", 400_000),
        ("Русский текст, ", 27_000),
        ("a\n", 20_000),
    ],
)
def test_the_work_for_a_very_long_text_grows_no_faster_than_it(part: str, times: int) -> None:
    _data, built = preview([Para(part * times)], ABOUT)
    assert built.pages > 50
    some = effort(lambda: preview([Para(part * (times // 32))], ABOUT))
    more = effort(lambda: preview([Para(part * (times // 8))], ABOUT))
    assert more < 4.5 * some


@settings(max_examples=at_most(60))
@given(st.lists(st.text(max_size=60), min_size=4, max_size=4), st.booleans())
def test_no_text_makes_it_fail(texts: list[str], large: bool) -> None:
    one, two, three, four = texts
    about = About(one, two, three, four, one, author=two)
    story = [
        Heading(1, one, outline=two),
        Para([one, bold(two)]),
        List([one, [two, Para(three)]], mark="number"),
        Table([one, two], [[three, four], [one, [two, three]]], row_headers=True),
        Facts([(one, two), (three, four)], columns=2),
        Box(one, title=two),
        SideBySide([one, two, [three, four]]),
    ]
    data, built = preview(story, about, large_print=large)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == built.pages
