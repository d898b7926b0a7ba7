"""All results printed in a document, for a person to compare with its pages."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondop_desktop.exchange.printed_results.dates import dates_named, read_dates
from secondop_desktop.exchange.printed_results.found import FoundRow
from secondop_desktop.exchange.printed_results.page_rows import rows_of
from secondop_desktop.exchange.printed_results.patients import with_other_patients
from secondop_desktop.exchange.printed_results.stacked import stacked
from secondop_desktop.exchange.printed_results.words import Word, lines
from secondop_desktop.journal.values.dates import PartialDate


@dataclass(frozen=True)
class FoundResults:
    """The rows in the order of the pages, and the dates that the document names for its tests.

    ``read`` has the dates by their texts, but for those that can be two days.
    ``pages_of_words`` is the number of pages that have words at all; scans have none.
    """

    rows: tuple[FoundRow, ...]
    dates: tuple[str, ...]
    read: Mapping[str, PartialDate]
    pages_of_words: int


def results_in(pages: Sequence[Sequence[Word]]) -> FoundResults:
    """Return what looks like results in the words of these pages; nothing of it is certain."""
    found = [stacked(lines(words)) for words in pages]
    upright = [page if _is_upright(words) else [] for page, words in zip(found, pages, strict=True)]
    read = [row for number, page in enumerate(upright, 1) for row in rows_of(page, number)]
    rows = with_other_patients(read, found)
    dates = tuple(dict.fromkeys(date for page in found for date in dates_named(page)))
    named = [*dates, *(row.date for row in rows if row.date)]
    days = read_dates(named, itertools.chain.from_iterable(found))
    return FoundResults(tuple(rows), dates, days, sum(map(bool, pages)))


def _is_upright(words: Sequence[Word]) -> bool:
    """Tell a page from one whose letters stand below one another, of which no row can be read."""
    return sum(len(word.text) == 1 for word in words) * 4 <= len(words) * 3
