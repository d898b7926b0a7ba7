"""The structure tree: in reading order, complete, and accepted by veraPDF."""

from pathlib import Path

from secondop_desktop.exchange.pdf.blocks.flow import Heading, Para, Table
from secondop_desktop.exchange.pdf.pages.document import build
from secondop_desktop.exchange.pdf.text.runs import Run, link
from tests.exchange.pdf.papers import ABOUT, artifacts, pages_of, paper, tree
from tests.exchange.pdf.summary import story
from tests.verapdf import accepted_as, accepted_as_ua1

_GOLDEN = Path(__file__).with_name("summary.tree")


def test_verapdf_accepts_it_as_pdf_ua_1_and_pdf_a_3a(tmp_path: Path) -> None:
    standard, large = tmp_path / "standard.pdf", tmp_path / "large.pdf"
    build(standard, story(), ABOUT)
    build(large, story(), ABOUT, large_print=True)
    accepted_as_ua1(standard, large)
    accepted_as("3a", standard, large)


def test_the_tree_is_as_it_was() -> None:
    assert tree(paper(*story())) == _GOLDEN.read_text(encoding="utf-8")


def test_large_print_has_the_same_tree_of_words() -> None:
    small, large = tree(paper(*story())), tree(paper(*story(), large_print=True))
    assert _joined(small) == _joined(large)


def _joined(text: str) -> str:
    return " ".join(text.replace(" Div", "").split())


def test_no_level_of_headings_is_skipped() -> None:
    tags = tree(
        paper(Heading(2, "two"), Heading(3, "three"), Heading(1, "one"), Heading(3, "four"))
    )
    assert tags == "Document\n  H1 two\n  H2 three\n  H1 one\n  H2 four\n"


def test_a_link_is_an_element_with_its_words_and_its_annotation() -> None:
    words: list[str | Run] = ["Go to ", link("the end of this", "#end", "The end"), "."]
    tags = tree(paper(Para(words), Para("End", place="end")))
    assert tags == (
        "Document\n  P\n    | Go to\n    Link the end of this <The end>\n    | .\n  P End\n"
    )


def test_a_link_to_what_is_not_printed_stays_words() -> None:
    assert tree(paper(Para(link("there", "#gone")))) == "Document\n  P\n    Span there\n"


def test_a_link_over_two_lines_has_two_areas_in_one_element() -> None:
    words = link("a long link " * 12, "https://www.nhs.uk", "NHS")
    assert tree(paper(Para(words))).count("<NHS>") == 2
    assert tree(paper(Para(words))).count("Link") == 1


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    tags = tree(paper(Para("line\n" * 80)))
    assert tags.count("P ") == 1
    assert tags.count("line") == 80


def test_a_repeated_heading_of_a_table_is_decoration() -> None:
    data = paper(Table(["Name of column"], [[f"row {n}"] for n in range(100)]))
    assert tree(data).count("Name of column") == 1
    assert tree(data).count("THead") == 1
    assert tree(data).count("Table") == 1
    repeated = [text for text in artifacts(data) if "Name of column" in text]
    assert len(repeated) == len(pages_of(data)) - 1 > 1
