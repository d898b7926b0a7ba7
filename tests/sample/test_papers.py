"""The files of the story are real ones, and what is quoted from a page stands on it."""

import re
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from secondop_desktop.features.records.rules.requests import gathered, overdue
from secondop_desktop.journal.file import Journal
from tests.sample.conftest import TODAY


def _pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [
            " ".join(document[number].get_textpage().get_text_range().split())
            for number in range(len(document))
        ]


@pytest.fixture(scope="module")
def printed(story: Journal) -> dict[str, list[str]]:
    """The words of each page of each PDF, by the id of its record."""
    rows = story.entries("record", file_type="application/pdf")
    return {row.id: _pages(story.file(row.file)) for row in rows}


def test_five_papers_are_pdfs_with_all_their_words(
    story: Journal, printed: dict[str, list[str]]
) -> None:
    assert len(printed) == 5
    for record, pages in printed.items():
        row = story.get("record", record)
        assert len(pages) == row.pages
        words = set(re.findall(r"\w+", " ".join(pages)))
        assert set(re.findall(r"\w+", row.text)) - words == set()
        assert all("Made up for the Secondop example" in page for page in pages)


def test_two_pictures_open(story: Journal) -> None:
    rows = story.entries("record", file_type="image/jpeg")
    assert len(rows) == 2
    for row in rows:
        with Image.open(BytesIO(story.file(row.file))) as picture:
            picture.load()
            assert min(picture.size) >= 600


def test_a_search_finds_what_a_report_says(story: Journal) -> None:
    assert [hit.title for hit in story.find("leaflets chalky")] == ["Heart scan report"]


@pytest.mark.parametrize("kind", ["statement", "outcome", "result"])
def test_every_page_named_is_there(
    story: Journal, printed: dict[str, list[str]], kind: str
) -> None:
    quoted = [row for row in story.entries(kind) if row.page]
    assert quoted
    for row in quoted:
        assert row.page <= len(printed[row.record])


def test_every_number_stands_on_the_page_named(
    story: Journal, printed: dict[str, list[str]]
) -> None:
    counted = [row for row in story.entries("outcome") if row.x is not None]
    assert len(counted) >= 7
    for row in counted:
        assert {str(row.x), str(row.n)} <= _numbers(printed, row)
    for row in story.entries("result"):
        if row.record:
            assert row.value.text in _numbers(printed, row)


def _numbers(printed: dict[str, list[str]], row: Any) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", printed[row.record][row.page - 1]))


def test_records_are_in_every_state(story: Journal) -> None:
    rows = story.entries("record")
    assert {row.state for row in rows} == {"wanted", "asked", "received"}
    assert gathered(rows) == (10, 14)
    assert sum(overdue(row, TODAY) for row in rows) == 1
    assert sum(bool(row.place and not row.file) for row in rows) == 3
