"""The whole document: header and footer, same bytes, cancelling, passwords, the checker."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from secondop_desktop.errors import UserError
from secondop_desktop.journal.file import Journal
from secondop_desktop.summary.choices import Choices
from secondop_desktop.summary.locked import locked
from secondop_desktop.summary.story import Made, preview, write
from tests.exchange.pdf.papers import pages_of
from tests.summary.printed import EVERY, MADE_AT, TODAY, add, made, pages, person_of, squeezed
from tests.verapdf import accepted_as_ua1

_NOTICE = (
    "A personal record. Not a medical device; it does not diagnose, interpret or advise. "
    "In an emergency call 999; for urgent advice, NHS 111."
)
_MIXED = ("diagnosis", "opinion", "option", "question", "appointment", "result")


def test_every_page_says_whose_it_is_when_it_was_made_and_what_it_is_not(sample: Journal) -> None:
    for large in (False, True):
        found = pages(sample, large_print=large)
        for number, page in enumerate(found, start=1):
            assert "Marjorie Wensleydown" in page
            assert "born 3 Dec 1947 (78) · female · NHS 999 048 1237" in page
            assert "Made 22 November 2026, 2:41pm with Secondop." in page
            assert f"Page {number} of {len(found)}" in page
            assert _NOTICE in page


@pytest.mark.parametrize("large", [False, True])
def test_the_emergency_number_is_never_torn_apart(ann: Journal, large: bool) -> None:
    (page,) = pages_of(made(ann, large_print=large)[0])
    assert "NHS 111." in page.replace("\N{NO-BREAK SPACE}", " ")


def test_no_letter_of_the_sample_is_missing(usual: tuple[bytes, Made]) -> None:
    assert usual[1].missing == 0


def test_the_same_journal_and_moment_give_the_same_bytes(sample: Journal) -> None:
    assert made(sample)[0] == made(sample)[0]


def test_another_moment_is_said(sample: Journal) -> None:
    choices = Choices(person_of(sample), today=TODAY, sections=())
    later = datetime(2027, 1, 2, 9, 5, tzinfo=UTC)
    data, _made = preview(sample, choices, made_at=later)
    assert "Made 2 January 2027, 9:05am" in squeezed(pages_of(data)[0])


def test_each_chapter_is_a_bookmark_below_the_title(usual: tuple[bytes, Made]) -> None:
    with pikepdf.open(BytesIO(usual[0])) as pdf, pdf.open_outline() as outline:
        (root,) = outline.root
        titles = [child.title for child in root.children]
        assert root.title == "Summary for a second opinion"
        assert titles[0] == "Medicines now (3)"
        assert titles[-1] == "Questions"
        assert str(pdf.docinfo["/Title"]) == "Summary for a second opinion: Marjorie Wensleydown"


def test_the_file_holds_what_the_preview_shows(sample: Journal, tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    built = write(sample, Choices(person_of(sample), today=TODAY), target, made_at=MADE_AT)
    data, shown = made(sample)
    assert target.read_bytes() == data
    assert built == shown
    assert built.pages == len(pages_of(data))


def _after(page: int) -> Callable[[int], None]:
    def stop(number: int) -> None:
        if number == page:
            raise InterruptedError

    return stop


def test_cancelling_leaves_no_file_and_the_old_one_as_it_was(
    sample: Journal, tmp_path: Path
) -> None:
    choices = Choices(person_of(sample), today=TODAY)
    with pytest.raises(InterruptedError):
        write(sample, choices, tmp_path / "new.pdf", on_page=_after(3))
    assert list(tmp_path.iterdir()) == []
    old = tmp_path / "old.pdf"
    old.write_bytes(b"old")
    with pytest.raises(InterruptedError):
        write(sample, choices, old, on_page=_after(1))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_each_page_is_reported_once(sample: Journal) -> None:
    seen: list[int] = []
    choices = Choices(person_of(sample), today=TODAY)
    _data, built = preview(sample, choices, on_page=seen.append)
    assert seen == list(range(1, built.pages + 1))


def test_a_folder_that_is_not_there_is_said_in_words(sample: Journal, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="was not saved"):
        write(sample, Choices(person_of(sample)), tmp_path / "no" / "summary.pdf")


def test_a_password_is_needed_to_open_it(ann: Journal) -> None:
    data = locked(made(ann)[0], "correct horse")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    with pikepdf.open(BytesIO(data), password="correct horse") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.allow.accessibility


def test_the_sample_is_five_pages_and_ten_in_large_print(sample: Journal) -> None:
    assert made(sample)[1].pages == 5
    assert made(sample, large_print=True)[1].pages <= 10
    assert made(sample)[1].minutes <= 11


def test_no_page_is_nearly_empty_but_the_last(sample: Journal) -> None:
    for large in (False, True):
        found = pages(sample, large_print=large)
        chrome = len(found[0]) - len(found[0].rpartition("Made ")[0]) + 100
        assert [n for n, page in enumerate(found[:-1], 1) if len(page) < chrome + 150] == []


def test_no_heading_stands_alone_at_the_foot_of_a_page(sample: Journal) -> None:
    titles = ("What happened", "The opinions side by side", "Questions", "Test results")
    for large in (False, True):
        for page in pages(sample, large_print=large)[1:]:
            body = page.rpartition("Marjorie Wensleydown")[0].strip()
            assert not body.endswith(titles)


def test_verapdf_accepts_every_variant_as_pdf_ua_1(
    sample: Journal, ann: Journal, tmp_path: Path
) -> None:
    variants = {
        "name": made(ann),
        "standard": made(sample, sections=EVERY, private=True),
        "large": made(sample, sections=_MIXED, large_print=True),
        "page-one": made(sample, sections=()),
    }
    add(ann, "opinion", place=1, overall="<b>One</b> & only 😀 \u202eback\u202c")
    add(ann, "medicine", name="x" * 3000)
    variants["one-opinion"] = made(ann, sections=EVERY)
    variants["one-opinion-large"] = made(ann, sections=EVERY, large_print=True)
    for name, (data, _made) in variants.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    accepted_as_ua1(*tmp_path.glob("*.pdf"))
