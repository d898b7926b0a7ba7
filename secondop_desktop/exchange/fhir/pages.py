"""Answers to a search that come page by page: it is said when pages are missing."""

from collections import defaultdict
from collections.abc import Sequence

from secondop_desktop.exchange.fhir.resources import Page
from secondop_desktop.lang import _


def missing_pages(pages: Sequence[Page]) -> list[str]:
    """Say of which files only some pages are here; pages of one answer bear the same total."""
    answers: dict[int, list[Page]] = defaultdict(list)
    for page in pages:
        answers[page.total].append(page)
    return [_missing(total, found) for total, found in answers.items() if _is_part(total, found)]


def _is_part(total: int, pages: Sequence[Page]) -> bool:
    return _held(pages) < total or all(not page.last for page in pages)


def _held(pages: Sequence[Page]) -> int:
    return sum(page.held for page in pages)


def _missing(total: int, pages: Sequence[Page]) -> str:
    file = ", ".join(dict.fromkeys(page.file for page in pages))
    if _held(pages) >= total:
        said = _("{file} is one page of a longer answer, and more pages follow. Get those too.")
        return said.format(file=file)
    said = _(
        "{file} is only a part of a longer answer: {held} of {total} entries. "
        "Get the other pages too, and bring them in as well."
    )
    return said.format(file=file, held=_held(pages), total=total)
